import type { Hash, SeatId, Secret, Serial, SessionCode, SessionId } from '@cyfran/shared/words/ids.ts';
import type { RedisLink, Words } from '../redis/link.ts';
import { run, type Script } from '../redis/script.ts';
import { inOwnWords } from '../journal/redis-words.ts';
import type { AccessStore, CardKind, CardStore, LinkRole, Opened, SessionRow } from './access-store.ts';
import { newSecret } from './credentials.ts';
import { peopleKeys } from './people-keys.ts';
import { RedisCards } from './redis-cards.ts';
import { BIND_KEY, FIND_KEY } from './redis-scripts.ts';
import type { Sealer } from './sealer.ts';
import { type Rows, writeSqliteCopy } from './sqlite-copy.ts';

const HOST_KEY = 'people:host-key';
const SECRETS = ['linkKey', 'cardKey', 'privateKey'] as const;

function codeKey(code: SessionCode): string {
  return `people:code:${code}`;
}

/** The access store of all nodes that use this Redis. Its own link; closed with it. */
export class RedisStore implements AccessStore {
  readonly cards: CardStore;
  readonly #link: RedisLink;
  readonly #sealer: Sealer;

  constructor(link: RedisLink, sealer: Sealer) {
    this.#link = link;
    this.#sealer = sealer;
    this.cards = new RedisCards(link);
  }

  /** The key that opens meetings on all these servers: drawn by the first of them. */
  async hostKey(): Promise<Secret> {
    const sealed = this.#sealer.seal(Buffer.from(newSecret()), HOST_KEY);
    await this.#ask(['SET', HOST_KEY, sealed, 'NX']);
    const kept = await this.#ask<string>(['GET', HOST_KEY]);
    return Buffer.from(this.#sealer.open(kept, HOST_KEY)).toString();
  }

  /** The code first: a code without a session opens nothing. */
  async addSession(row: SessionRow): Promise<boolean> {
    const { sid, code, createdAt } = row;
    if ((await this.#ask(['SET', codeKey(code), sid, 'NX'])) === null) return false;
    const secrets = SECRETS.flatMap((name) => [name, this.#sealer.seal(row[name], `${sid} ${name}`)]);
    await this.#ask(['HSET', peopleKeys(sid).session, 'code', code, 'createdAt', createdAt, ...secrets]);
    return true;
  }

  async removeSession(sid: SessionId): Promise<void> {
    const { session, ...others } = peopleKeys(sid);
    const code = await this.#ask<string | null>(['HGET', session, 'code']);
    await this.#ask(['DEL', session, ...Object.values(others)]);
    if (code !== null) await this.#ask(['DEL', codeKey(code)]);
  }

  async forgetPeople(sid: SessionId): Promise<void> {
    const { session, keys, ...people } = peopleKeys(sid);
    if ((await this.#ask<number>(['EXISTS', session])) === 0) return;
    await this.#ask(['HSET', session, 'linkKey', this.#sealer.seal(new Uint8Array(), `${sid} linkKey`)]);
    const kept = pairs(await this.#ask<readonly string[]>(['HGETALL', keys]));
    const hashes = kept.filter(([, key]) => understoodKey(key) !== null).map(([hash]) => hash);
    if (hashes.length > 0) await this.#ask(['HDEL', keys, ...hashes]);
    await this.#ask(['DEL', ...Object.values(people)]);
  }

  async findByCode(code: SessionCode): Promise<SessionRow | null> {
    const sid = await this.#ask<string | null>(['GET', codeKey(code)]);
    return sid === null ? null : this.findSession(sid);
  }

  async findSession(sid: SessionId): Promise<SessionRow | null> {
    const names = ['code', 'createdAt', ...SECRETS];
    const kept = await this.#ask<readonly (string | null)[]>(['HMGET', peopleKeys(sid).session, ...names]);
    const [code, createdAt, ...secrets] = kept;
    if (typeof code !== 'string') return null;
    const [linkKey, cardKey, privateKey] = SECRETS.map((name, index) =>
      this.#sealer.open(secrets[index] ?? '', `${sid} ${name}`),
    );
    if (linkKey === undefined || cardKey === undefined || privateKey === undefined) return null;
    return { sid, code, createdAt: Number(createdAt), linkKey, cardKey, privateKey };
  }

  async addKey(sid: SessionId, hash: Hash, role: LinkRole): Promise<void> {
    await this.#ask(['HSET', peopleKeys(sid).keys, hash, role]);
  }

  async seatOf(sid: SessionId, hash: Hash, drawn: SeatId): Promise<SeatId> {
    const { keys } = peopleKeys(sid);
    await this.#ask(['HSETNX', keys, hash, keptKey(drawn, null)]);
    return understoodKey((await this.#ask<string | null>(['HGET', keys, hash])) ?? '')?.seat ?? drawn;
  }

  async bindKey(sid: SessionId, hash: Hash, seat: SeatId, via: Hash): Promise<void> {
    await this.#run(BIND_KEY, [peopleKeys(sid).keys], [hash, keptKey(seat, via)]);
  }

  async findKey(sid: SessionId, hash: Hash): Promise<Opened | null> {
    const { cards, numbers, keys } = peopleKeys(sid);
    const found = await this.#run<readonly [key: string, state: string] | null>(
      FIND_KEY,
      [cards, numbers, keys],
      [hash],
    );
    if (found === null) return null;
    const [key, state] = found;
    const seated = understoodKey(key);
    if (seated === null) return { role: key as LinkRole };
    return { role: 'participant', ...seated, card: state === '' ? null : (state as CardKind) };
  }

  async paperSeat(sid: SessionId, serial: Serial, drawn: SeatId): Promise<SeatId> {
    const { papers } = peopleKeys(sid);
    await this.#ask(['HSETNX', papers, serial, drawn]);
    return (await this.#ask<string | null>(['HGET', papers, serial])) ?? drawn;
  }

  /** As the store of a single server, so that a backup can be restored by either. */
  async copyTo(path: string, over: ReadonlySet<SessionId>): Promise<void> {
    await writeSqliteCopy(path, this.#rows(over));
  }

  /** Takes over what another store held; for an empty Redis. */
  async takeOver(rows: Iterable<Rows>): Promise<void> {
    for (const { session, keys, cards, papers } of rows) {
      await this.addSession(session);
      for (const { hash, role, seat, via } of keys) {
        const kept = seat === null ? role : keptKey(seat, via);
        await this.#ask(['HSET', peopleKeys(session.sid).keys, hash, kept]);
      }
      await new RedisCards(this.#link).takeOver(session.sid, cards);
      for (const { serial, seat } of papers) await this.#ask(['HSET', peopleKeys(session.sid).papers, serial, seat]);
    }
  }

  async keepHostKey(key: Secret): Promise<void> {
    await this.#ask(['SET', HOST_KEY, this.#sealer.seal(Buffer.from(key), HOST_KEY)]);
  }

  close(): void {
    this.#link.close();
  }

  async *#rows(over: ReadonlySet<SessionId>): AsyncGenerator<Rows> {
    let cursor = '0';
    do {
      const [next, found] = await this.#ask<readonly [string, readonly string[]]>([
        ...['SCAN', cursor, 'MATCH', 'people:{*}:session', 'COUNT', 500],
      ]);
      for (const name of found) {
        const session = await this.findSession(/\{(.*)\}/.exec(name)?.[1] ?? '');
        if (session === null) continue;
        const { sid, linkKey } = session;
        yield await this.#rowsOf({ ...session, linkKey: over.has(sid) ? new Uint8Array() : linkKey });
      }
      cursor = next;
    } while (cursor !== '0');
  }

  async #rowsOf(session: SessionRow): Promise<Rows> {
    const { keys, cards, papers } = peopleKeys(session.sid);
    const all = async (name: string) => pairs(await this.#ask<readonly string[]>(['HGETALL', name]));
    return {
      session,
      keys: (await all(keys)).map(([hash, key]) => {
        const seated = understoodKey(key);
        return seated === null ? { hash, role: key, seat: null, via: null } : { hash, role: 'participant', ...seated };
      }),
      cards: (await all(cards)).map(([hash, card]) => {
        const [number, seat = '', state = ''] = card.split(' ');
        return { hash, number: number === '0' ? null : Number(number), seat, state };
      }),
      papers: (await all(papers)).map(([serial, seat]) => ({ serial: Number(serial), seat })),
    };
  }

  #ask<Reply>(words: Words): Promise<Reply> {
    return inOwnWords(this.#link.ask<Reply>(words));
  }

  #run<Reply>(script: Script, keys: readonly string[], words: Words): Promise<Reply> {
    return inOwnWords(run<Reply>(this.#link, script, keys, words));
  }
}

/** A person's key as it is kept: `participant SEAT VIA`. A link's is its role alone. */
function keptKey(seat: SeatId, via: Hash | null): string {
  return `participant ${seat} ${via ?? '-'}`;
}

function understoodKey(kept: string): { readonly seat: SeatId; readonly via: Hash | null } | null {
  const [role, seat, via] = kept.split(' ');
  if (role !== 'participant' || seat === undefined || via === undefined) return null;
  return { seat, via: via === '-' ? null : via };
}

function pairs(flat: readonly string[]): [string, string][] {
  return flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? ''] as [string, string]] : []));
}

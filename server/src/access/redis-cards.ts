import type { Hash, SeatId, SessionId } from '@cyfran/shared/words/ids.ts';
import type { RedisLink, Words } from '../redis/link.ts';
import { inOwnWords } from '../journal/redis-words.ts';
import { run, type Script } from '../redis/script.ts';
import type { CardKind, CardRow, CardStore, NewCard } from './access-store.ts';
import { ISSUE, KEEP_MOVING, REPLACE, VOID, WITHDRAW } from './redis-scripts.ts';
import { peopleKeys } from './people-keys.ts';
import type { KeptCard } from './sqlite-copy.ts';

/** Cards in Redis, as `redis-scripts.ts` keeps them. */
export class RedisCards implements CardStore {
  readonly #link: RedisLink;

  constructor(link: RedisLink) {
    this.#link = link;
  }

  async all(sid: SessionId): Promise<readonly CardRow[]> {
    const kept = await inOwnWords(this.#link.ask<readonly string[]>(['HVALS', peopleKeys(sid).cards]));
    return kept
      .map(cardIn)
      .filter(({ number }) => number > 0)
      .sort((a, b) => a.number - b.number)
      .map(({ number, seat, state }) => ({ number, seat, state: state as CardRow['state'] }));
  }

  async issue(
    sid: SessionId,
    kind: CardKind,
    count: number,
    draw: () => NewCard,
  ): Promise<readonly { readonly number: number; readonly code: string }[] | null> {
    for (;;) {
      const drawn = Array.from({ length: count }, draw);
      const words = drawn.flatMap(({ hash, seat }) => [hash, seat]);
      const first = await this.#run<number>(ISSUE, sid, [kind, count, ...words]);
      if (first === 0) return null;
      if (first > 0) return drawn.map(({ code }, index) => ({ number: first + index, code }));
    }
  }

  async withdraw(sid: SessionId, numbers: readonly number[]): Promise<void> {
    await this.#run(WITHDRAW, sid, numbers);
  }

  async find(sid: SessionId, hash: Hash): Promise<{ readonly seat: SeatId; readonly card: CardKind | null } | null> {
    const kept = await inOwnWords(this.#link.ask<string | null>(['HGET', peopleKeys(sid).cards, hash]));
    if (kept === null) return null;
    const { seat, state } = cardIn(kept);
    if (state === 'void') return null;
    return { seat, card: state === 'moving' ? null : (state as CardKind) };
  }

  async replace(sid: SessionId, number: number, hash: Hash): Promise<boolean> {
    return (await this.#run<number>(REPLACE, sid, [number, hash])) === 1;
  }

  async void(sid: SessionId, number: number): Promise<void> {
    await this.#run(VOID, sid, [number]);
  }

  async keepMoving(sid: SessionId, seat: SeatId, hash: Hash): Promise<void> {
    await this.#run(KEEP_MOVING, sid, [seat, hash]);
  }

  /** Cards of another store. */
  async takeOver(sid: SessionId, cards: readonly KeptCard[]): Promise<void> {
    const { cards: kept, numbers } = peopleKeys(sid);
    for (const { hash, number, seat, state } of cards) {
      await this.#link.ask(['HSET', kept, hash, `${String(number ?? 0)} ${seat} ${state}`]);
      const found = number === null ? [`moving:${seat}`, hash] : [number, hash, `seat:${seat}`, number];
      await this.#link.ask(['HSET', numbers, ...found]);
    }
    const last = Math.max(0, ...cards.map(({ number }) => number ?? 0));
    await this.#link.ask(['HSET', numbers, 'last', last]);
  }

  #run<Reply>(script: Script, sid: SessionId, words: Words): Promise<Reply> {
    const { cards, numbers, keys } = peopleKeys(sid);
    return inOwnWords(run<Reply>(this.#link, script, [cards, numbers, keys], words));
  }
}

function cardIn(kept: string): { readonly number: number; readonly seat: SeatId; readonly state: string } {
  const [number, seat = '', state = ''] = kept.split(' ');
  return { number: Number(number), seat, state };
}

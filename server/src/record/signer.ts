import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { Receipt } from '@cyfran/shared/protocol.ts';
import type { Hash, SessionId } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import type { SessionRow } from '../access/access-store.ts';
import { canonicalText } from '../journal/chain.ts';
import type { Genesis } from '../journal/journal.ts';

const RECEIPT_TAG = 'cyfran/receipt/v1\n';
/** An Ed25519 signature in a signed note. */
const NOTE_KIND = Uint8Array.of(1);

/** What a receipt says, before it is signed. */
export type ReceiptFacts = Pick<Receipt, 'round' | 'seq' | 'commit' | 'head' | 'size'>;

/**
 * Signs for one session: how long its record was and what it ended with, and that a ballot stands in it. The same is signed the same way by
 * every server that holds the session's key. Source: RECORD.md, section 2; signed notes as C2SP has them.
 */
export class Signer {
  /** Line 0 of the session's journal. */
  readonly genesis: Genesis;
  readonly #sid: SessionId;
  readonly #key: KeyObject;
  readonly #origin: string;
  readonly #noteKey: Uint8Array;

  constructor({ sid, createdAt, privateKey }: Pick<SessionRow, 'sid' | 'createdAt' | 'privateKey'>) {
    this.#sid = sid;
    this.#key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
    const pub = createPublicKey(this.#key).export({ format: 'jwk' }).x ?? '';
    const kid = createHash('sha256').update(pub).digest('base64url').slice(0, 8);
    this.genesis = { sid, createdAt: `${new Date(createdAt).toISOString().slice(0, 19)}Z`, kid, pub };
    // No host in it: the same meeting is reached by more than one address.
    this.#origin = `cyfran/s/${sid}/chain-v1`;
    const hashed = createHash('sha256').update(`${this.#origin}\n`).update(NOTE_KIND);
    this.#noteKey = hashed.update(Buffer.from(pub, 'base64url')).digest().subarray(0, 4);
  }

  /** The meeting's seal: a signed note that so many entries end with this id. */
  seal(size: Version, head: Hash): string {
    const text = `${this.#origin}\n${String(size)}\n${Buffer.from(head, 'base64url').toString('base64')}\n`;
    const signature = Buffer.concat([this.#noteKey, sign(null, Buffer.from(text), this.#key)]).toString('base64');
    return `${text}\n— ${this.#origin} ${signature}\n`;
  }

  receipt(facts: ReceiptFacts): Receipt {
    const { kid } = this.genesis;
    const said = { t: 'receipt', v: 1, sid: this.#sid, ...facts, kid } as const;
    const sig = sign(null, Buffer.from(RECEIPT_TAG + canonicalText(said)), this.#key).toString('base64url');
    return { ...said, sig };
  }
}

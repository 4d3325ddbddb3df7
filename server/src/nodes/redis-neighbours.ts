import { randomBytes } from 'node:crypto';
import type { SessionId } from '@cyfran/shared/words/ids.ts';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { RedisLink } from '../redis/link.ts';
import { Note, type Neighbours, type NoteListener } from './neighbours.ts';

const NODE_BYTES = 9;
const Letter = z.strictObject({ node: z.string(), note: Note });

function channelOf(sid: SessionId): string {
  return `live:{${sid}}`;
}

/** Nodes that tell each other things through Redis, one channel a session. Throws where it cannot be reached. */
export async function openRedisNeighbours(url: string, log: Log): Promise<Neighbours> {
  const [teller, ear] = await Promise.all(['notes-out', 'notes-in'].map((name) => RedisLink.open(url, name, log)));
  if (teller === undefined || ear === undefined) throw new Error('two links were asked for');
  return new RedisNeighbours(teller, ear, log);
}

class RedisNeighbours implements Neighbours {
  readonly #node = randomBytes(NODE_BYTES).toString('base64url');
  readonly #teller: RedisLink;
  readonly #ear: RedisLink;
  readonly #log: Log;
  readonly #listeners = new Map<SessionId, Set<NoteListener>>();

  constructor(teller: RedisLink, ear: RedisLink, log: Log) {
    this.#teller = teller;
    this.#ear = ear;
    this.#log = log;
    ear.onReady(() => {
      for (const [sid, all] of this.#listeners) {
        // Who is here elsewhere may have been told meanwhile.
        this.tell(sid, { type: 'hello' });
        for (const { onGap } of all) onGap();
      }
    });
  }

  tell(sid: SessionId, note: Note): void {
    const letter = JSON.stringify({ node: this.#node, note } satisfies z.infer<typeof Letter>);
    this.#teller.ask(['SPUBLISH', channelOf(sid), letter]).catch((error: unknown) => {
      this.#log.debug({ sid, err: error }, 'a note to the other nodes was lost');
    });
  }

  listen(sid: SessionId, listener: NoteListener): () => void {
    const all = this.#listeners.get(sid) ?? new Set();
    if (all.size === 0) {
      this.#listeners.set(sid, all);
      this.#hear(sid);
    }
    all.add(listener);
    return () => {
      all.delete(listener);
      if (all.size > 0) return;
      this.#listeners.delete(sid);
      this.#ear.stopHearing(channelOf(sid)).catch(noMatter);
    };
  }

  close(): void {
    this.#listeners.clear();
    this.#teller.close();
    this.#ear.close();
  }

  #hear(sid: SessionId): void {
    const hear = (said: string) => {
      this.#heard(sid, said);
    };
    this.#ear.hear(channelOf(sid), hear).then(() => {
      this.tell(sid, { type: 'hello' });
    }, noMatter);
  }

  #heard(sid: SessionId, said: string): void {
    const letter = Letter.safeParse(JSON.parse(said));
    // What another version tells is not for this one.
    if (!letter.success || letter.data.node === this.#node) return;
    for (const { onNote } of this.#listeners.get(sid) ?? []) onNote(letter.data.note, letter.data.node);
  }
}

function noMatter(): void {
  // With the next connection it is tried again.
}

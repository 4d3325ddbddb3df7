import { SeatId, type SessionId } from '@cyfran/shared/words/ids.ts';
import { z } from 'zod';

/** What nodes tell each other of a session beside its journal. Nothing that counts: what is missed is told again, or looked up. */
export const Note = z.discriminatedUnion('type', [
  /** All who are here by this node's connections, and who of them holds choices that are not sent. */
  z.strictObject({ type: z.literal('here'), seats: z.array(SeatId), unsent: z.array(SeatId) }),
  /** A node has begun to listen: it has not heard who is here. */
  z.strictObject({ type: z.literal('hello') }),
  /** The keys of this seat open nothing any more. */
  z.strictObject({ type: z.literal('away'), seat: SeatId }),
  /** The session is no rehearsal any more: its robots are to go. */
  z.strictObject({ type: z.literal('robots-home') }),
]);
export type Note = z.infer<typeof Note>;

/** Who listens to one session's notes. `onGap`: some may have been missed. */
export interface NoteListener {
  readonly onNote: (note: Note, node: string) => void;
  readonly onGap: () => void;
}

/** The other nodes that serve the same meetings. */
export interface Neighbours {
  /** Tells those who listen to this session, as soon as that can be; not this node itself. */
  tell(sid: SessionId, note: Note): void;
  /** Returns how to stop listening. */
  listen(sid: SessionId, listener: NoteListener): () => void;
  close(): void;
}

/** There are no others. */
export const alone: Neighbours = {
  tell: () => undefined,
  listen: () => () => undefined,
  close: () => undefined,
};

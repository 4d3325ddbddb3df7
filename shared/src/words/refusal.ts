import { z } from 'zod';

/** Every reason to say no, once and for all: never renamed, each explained in both catalogues. */
export const RefusalReason = z.enum([
  /** The message is not one that this server understands. */
  'invalid',
  /** The phone's pages are older or newer than the server: reload. */
  'reload',
  /** No meeting has this code or address. */
  'unknown-session',
  /** The meeting has ended. */
  'session-ended',
  /** The secret belongs to no seat and no facilitator of this meeting. */
  'unknown-secret',
  /** Joining is not open (yet). */
  'joining-closed',
  /** This role may not do this. */
  'not-allowed',
  /** Someone else changed what this command relied on. Facts: `by`, `what`. */
  'moved-on',
  /** The activity is not on the agenda. */
  'unknown-activity',
  /** The round does not exist, or is not on now. */
  'unknown-round',
  /** A round is still open: it must be closed before the meeting moves on. */
  'round-open',
  /** Voting has closed. The choices did not count and are still on the phone. */
  'closed',
  /** A round that has begun cannot begin again. */
  'already-begun',
  /** The round is not closed. */
  'not-closed',
  /** Closing starts with a last call. */
  'no-last-call',
  /** The announced time has moved: the clock's command is void. */
  'not-yet',
  /** The totals have been seen: the round can no longer be reopened. */
  'tally-seen',
  /** The round has not been counted yet. */
  'not-counted',
  /** More tokens than one has. Facts: `asked`, `has`. */
  'tokens-exceeded',
  /** More tokens on one proposal than the cap. Facts: `asked`, `cap`. */
  'cap-exceeded',
  /** A proposal that is not in this round. */
  'unknown-proposal',
  /** A proposal twice, or lines out of order. */
  'malformed-ballot',
  /** A text is blank, too long, or holds characters that cannot be seen. */
  'bad-text',
  /** Two proposals with one id. */
  'duplicate-proposal',
  /** A command id that belongs to another sender. */
  'not-yours',
  /** The set-up still lacks something that the meeting cannot do without. Fact: `what`. */
  'not-ready',
  /** The set-up is more than a meeting can hold. */
  'too-large',
  /** One comes in here with a card only. */
  'card-needed',
  /** No card of this meeting has these characters, or it was replaced. */
  'unknown-card',
  /** A test card takes part in practice only. */
  'test-card',
  /** Nobody is waiting to be let in. */
  'nobody-waiting',
  /** The count reads groups, and the ballot says none. */
  'group-missing',
  /** This way for ballots to come in is closed, or was never open. */
  'door-closed',
  /** The round before left no money, or nothing that it could still pay for. */
  'nothing-left',
  /** Nothing about this round can be corrected. */
  'nothing-to-correct',
  /** What was done last cannot be taken back: somebody relied on it. */
  'cannot-take-back',
  /** A change to what was published needs a reason. */
  'reason-missing',
  /** Too many commands or wrong codes in a short time. `retryAfterMs` says when. */
  'too-fast',
  /** Not known yet: the command is kept and asked again. */
  'busy',
  /** The server's disk is full: nothing was recorded. */
  'storage-full',
  /** A fault on our side. What was acknowledged is safe. */
  'internal',
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

/** Numbers and words that a refusal's sentence needs, such as `{ asked: 7, has: 5 }`. */
export type Facts = Readonly<Record<string, string | number>>;

/** A polite no: a value, part of the meeting. */
export interface Refusal {
  readonly refused: RefusalReason;
  readonly facts?: Facts;
}

/** Says no, with the facts that the sentence needs. */
export function refuse(reason: RefusalReason, facts?: Facts): Refusal {
  return facts === undefined ? { refused: reason } : { refused: reason, facts };
}

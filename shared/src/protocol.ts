import { z } from 'zod';
import { Request } from './session/commands.ts';
import type { Sections } from './session/view.ts';
import { CardCode, Hash, PersonCommandId, RoundId, Secret, SessionCode, SessionId } from './words/ids.ts';
import { RefusalReason, type Facts } from './words/refusal.ts';
import type { Millis, Version } from './words/units.ts';

/** Raised with every change of a message: a phone that speaks another version is told to reload. */
export const PROTOCOL_VERSION = 5;

/** A command waits this long for its answer before the phone hears `busy` and keeps it. */
export const ANSWER_WITHIN_MS = 2000;

/**
 * Socket.IO `auth`. With `code` one is (or becomes) a participant; with `sid` and a secret whatever the secret opens. `card`: a card that
 * this phone was given, or moves its seat with. `tablet`: the secret of a shared tablet's link, through whose door ballots then come.
 */
export const Auth = z.strictObject({
  v: z.int(),
  code: SessionCode.optional(),
  sid: SessionId.optional(),
  secret: Secret.optional(),
  card: CardCode.optional(),
  tablet: Secret.optional(),
});
export type Auth = z.infer<typeof Auth>;

/** Phone to server, answered by an `Ack`. */
export const CommandMessage = z.strictObject({ id: PersonCommandId, command: Request });
export type CommandMessage = z.infer<typeof CommandMessage>;

/** Phone to server, no command and never journalled: whether this phone holds choices that are not sent. */
export const PresenceMessage = z.strictObject({ unsent: z.boolean() });
export type PresenceMessage = z.infer<typeof PresenceMessage>;

/**
 * What proves that a ballot was recorded: in entry `seq` stands its commitment, which the phone computes again from its own copy, and the
 * record was `size` entries long then and ended with `head`. Signed with the session's key `kid` over all the rest as canonical JSON.
 */
export const Receipt = z.strictObject({
  t: z.literal('receipt'),
  v: z.literal(1),
  sid: SessionId,
  round: RoundId,
  seq: z.int().min(1),
  commit: Hash,
  head: Hash,
  size: z.int().min(1),
  kid: z.string().max(64),
  sig: z.string().max(128),
});
export type Receipt = z.infer<typeof Receipt>;

/** `ok` only after the entry is durable and folded. `already` was recorded before, by this same command. */
export const Ack = z.union([
  z.strictObject({ ok: z.literal(true), version: z.int().min(0).nullable(), receipt: Receipt.optional() }),
  z.strictObject({
    ok: z.literal(false),
    reason: RefusalReason,
    facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    retryAfterMs: z.int().min(0).optional(),
  }),
]);
export type Ack =
  | { readonly ok: true; readonly version: Version | null; readonly receipt?: Receipt }
  | { readonly ok: false; readonly reason: RefusalReason; readonly facts?: Facts; readonly retryAfterMs?: number };

/** Server to phone: the changed sections, whole. `now`: server time, from which phones count down. */
export interface Frame {
  readonly now: Millis;
  readonly sections: {
    readonly [Name in keyof Sections]?: { readonly version: Version; readonly data: Sections[Name] };
  };
}

/** `connect_error.data`. */
export interface ConnectRefused {
  readonly reason: RefusalReason;
  readonly facts?: Facts;
  readonly retryAfterMs?: number;
}

export interface ServerToPhone {
  frame: (frame: Frame) => void;
}
export interface PhoneToServer {
  command: (message: CommandMessage, ack: (answer: Ack) => void) => void;
  presence: (message: PresenceMessage) => void;
}

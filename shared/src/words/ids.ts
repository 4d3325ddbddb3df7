import { z } from 'zod';

/** 96 random bits as base64url: one sender in one page load. */
const OUTBOX = '[A-Za-z0-9_-]{16}';

export const SessionId = z.string().regex(/^s-[a-z0-9]{16}$/);
export type SessionId = z.infer<typeof SessionId>;

/** One person's place in a session: a random pseudonym that is never reused. */
export const SeatId = z.string().regex(/^p-[a-z0-9]{16}$/);
export type SeatId = z.infer<typeof SeatId>;

/** An opaque id from set-up or from a Pabulib file; never parsed as a number. */
export const ProposalId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\s,;"\p{Cc}\p{Cf}]+$/u);
export type ProposalId = z.infer<typeof ProposalId>;

export const ActivityId = z.string().regex(/^a[1-9][0-9]{0,3}$/);
export type ActivityId = z.infer<typeof ActivityId>;

/** `<activity>.<n>`: the n-th time that this allocation was opened. */
export const RoundId = z.string().regex(/^a[1-9][0-9]{0,3}\.[1-9][0-9]{0,3}$/);
export type RoundId = z.infer<typeof RoundId>;

/** A seat's name in one round: 12 characters that nobody can link to the seat, or to another round, without the link key. */
export const Credential = z.string().regex(/^[A-Za-z0-9_-]{12}$/);
export type Credential = z.infer<typeof Credential>;

export const OutboxId = z.string().regex(new RegExp(`^${OUTBOX}$`));
export type OutboxId = z.infer<typeof OutboxId>;

/** A command of a person: `<outbox>.<n>`, n rising from 1. */
export const PersonCommandId = z.string().regex(new RegExp(`^${OUTBOX}\\.[1-9][0-9]{0,8}$`));
export type PersonCommandId = z.infer<typeof PersonCommandId>;

/** Any command's id: a person's, or a deterministic one such as `close:a1.1:42`, so that two attempts are one entry. */
export const CommandId = z.union([PersonCommandId, z.string().regex(/^[a-z]+:[A-Za-z0-9.:_-]{1,60}$/)]);
export type CommandId = z.infer<typeof CommandId>;

/** The meeting's typed code: no vowels, no 0, O, 1, I or Y, so that it spells nothing and reads aloud well. */
export const CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ23456789';
export const SessionCode = z.string().regex(new RegExp(`^[${CODE_LETTERS}]{6}$`));
export type SessionCode = z.infer<typeof SessionCode>;

/** What is printed on a card: the key to a seat, 8 letters of the same alphabet. */
export const CardCode = z.string().regex(new RegExp(`^[${CODE_LETTERS}]{8}$`));
export type CardCode = z.infer<typeof CardCode>;

/** The number printed on a paper ballot. */
export const Serial = z.int().min(1).max(99_999);
export type Serial = z.infer<typeof Serial>;

/** 128 random bits as base64url: whoever holds it is that seat, or that facilitator. */
export const Secret = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export type Secret = z.infer<typeof Secret>;

/** 16 random bytes as base64url, made on the phone: hides a ballot behind its commitment. */
export const Salt = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export type Salt = z.infer<typeof Salt>;

/** SHA-256 as base64url: an entry's id or a body's commitment. */
export const Hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export type Hash = z.infer<typeof Hash>;

/** What a person typed as a code: spaces and dashes ignored, letters raised. */
export function normaliseCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

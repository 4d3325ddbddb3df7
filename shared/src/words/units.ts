import { z } from 'zod';

/** Whole minor units of the session's currency (pence, Rappen), at most ten thousand million pounds, so that sums stay exact. */
export const Minor = z.int().min(0).max(1_000_000_000_000);
export type Minor = z.infer<typeof Minor>;

/** A participant's voice: whole tokens, never money. */
export const Tokens = z.int().min(0).max(1_000_000);
export type Tokens = z.infer<typeof Tokens>;

/** Position in a session's journal: the first entry is 1; 0 stands before it. */
export const Version = z.int().min(0);
export type Version = z.infer<typeof Version>;

/** Server time in milliseconds since 1970. Only ever handed in, never read here. */
export type Millis = number;

import { z } from 'zod';
import type { SeatId } from './ids.ts';

/** What one may do in a session, whatever one is. */
export const Role = z.enum(['participant', 'facilitator', 'stage']);
export type Role = z.infer<typeof Role>;

/** The server's own senders: `clock` keeps announced times, `count` records a count after a close. */
export const Machine = z.enum(['clock', 'count']);
export type Machine = z.infer<typeof Machine>;

/** Who asks. A newcomer has a seat that has not joined yet. */
export type Actor =
  | { readonly role: 'participant' | 'newcomer'; readonly seat: SeatId }
  | { readonly role: 'facilitator' | 'stage' | Machine };

/** Role x command: who may send each. What is not named is refused. */
export type Permissions<CommandType extends string> = Readonly<Record<CommandType, readonly Actor['role'][]>>;

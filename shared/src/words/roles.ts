import { z } from 'zod';
import type { Door } from './door.ts';
import type { SeatId } from './ids.ts';

/** What one may do in a session, whatever one is. */
export const Role = z.enum(['participant', 'facilitator', 'helper', 'stage']);
export type Role = z.infer<typeof Role>;

/** The server's own senders: `clock` keeps announced times, `count` records a count after a close. */
export const Machine = z.enum(['clock', 'count']);
export type Machine = z.infer<typeof Machine>;

/** What a newcomer comes with: nothing but the meeting's code, a card, a test card, or a tablet that somebody looks after. */
export type Pass = 'code' | 'card' | 'test-card' | 'tablet';

/**
 * Who asks. A newcomer has a seat that has not joined yet. `door`: through what a participant's ballots come. `forSeat`: the seat of the
 * card or the paper that a helper has in hand.
 */
export type Actor =
  | { readonly role: 'participant'; readonly seat: SeatId; readonly door: Exclude<Door, 'paper'> }
  | { readonly role: 'newcomer'; readonly seat: SeatId; readonly pass: Pass }
  | { readonly role: 'facilitator' | 'helper'; readonly forSeat?: SeatId | undefined }
  | { readonly role: 'stage' | Machine };

/** Role x command: who may send each. What is not named is refused. */
export type Permissions<CommandType extends string> = Readonly<Record<CommandType, readonly Actor['role'][]>>;

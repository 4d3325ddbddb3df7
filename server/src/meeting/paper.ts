import type { EnterPaper } from '@cyfran/shared/activities/allocation/commands.ts';
import { decide } from '@cyfran/shared/session/decide.ts';
import type { SeatId } from '@cyfran/shared/words/ids.ts';
import { refuse, type Refusal } from '@cyfran/shared/words/refusal.ts';
import type { Actor } from '@cyfran/shared/words/roles.ts';
import type { AccessStore } from '../access/access-store.ts';
import { newSeatId } from '../access/credentials.ts';
import { handleCommand } from './handle-command.ts';
import type { Meeting } from './meeting.ts';

/**
 * Whose ballot a paper is: the seat of the card that is written on it, or a seat of the paper's own. A card that nobody has come in with
 * joins here, by an entry of its own, once it is sure that its ballot is taken. Cost: a look-up, and at most one entry.
 * Only for roles that may enter papers: nobody else learns anything about cards. Refuses: `test-card`, and as the joining.
 */
export async function holderOf(
  meeting: Meeting,
  command: EnterPaper,
  role: 'facilitator' | 'helper',
  access: AccessStore,
): Promise<Actor | Refusal> {
  if (command.card === null) {
    return { role, forSeat: await access.paperSeat(meeting.sid, command.serial, newSeatId()) };
  }
  const found = await access.cards.find(meeting.sid, meeting.cardHash(command.card));
  // Refused as `unknown-card` where it is decided, unless it is a paper that was entered before its card was replaced and is sent again.
  if (found === null) return { role };
  if (found.card === 'test') return refuse('test-card');
  const actor: Actor = { role, forSeat: found.seat };
  if (meeting.session.seats.has(found.seat)) return actor;
  const refused = await joinFor(meeting, command, actor, found.seat);
  return refused ?? actor;
}

async function joinFor(meeting: Meeting, command: EnterPaper, actor: Actor, seat: SeatId): Promise<Refusal | null> {
  // After the end nobody joins any more, but a paper that was overlooked still counts.
  if (meeting.session.state === 'closed') return null;
  // What is refused here is refused again where it is asked, or answered as the first time.
  if ('refused' in decide(meeting.session, command, actor, meeting.context())) return null;
  const joined = await handleCommand(
    meeting,
    `join:${seat}`,
    { type: 'Join' },
    { role: 'newcomer', seat, pass: 'card' },
  );
  return 'refused' in joined ? joined : null;
}

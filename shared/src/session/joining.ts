import type { Decision } from '../activities/activity.ts';
import type { Guard } from '../words/by.ts';
import { refuse } from '../words/refusal.ts';
import type { Actor } from '../words/roles.ts';
import type { CoreCommand } from './commands.ts';
import type { Event } from './events.ts';
import type { ReadonlySession } from './session.ts';

type Decided = Decision<Event>;

/**
 * Takes the seat that the server has drawn, or waits at the door: a card opens it always, a tablet that somebody looks after opens it
 * where nobody needs a card, and a greeter opens it for those who came with the code alone. Refuses: `joining-closed`, `card-needed`.
 * Rules S4, S14, S15.
 */
export function join(session: ReadonlySession, actor: Actor): Decided {
  if (actor.role !== 'newcomer') return refuse('not-allowed');
  const { seat, pass } = actor;
  if (session.state !== 'open') return refuse('joining-closed');
  const guards = [['ruling', session.ruling.version]] as const;
  if (session.seats.has(seat)) return refuse('already-begun');
  if (pass === 'card') return { guards, events: [{ type: 'seat.joined', seat }] };
  if (pass === 'test-card') return { guards, events: [{ type: 'seat.joined', seat, test: true }] };
  const { admission } = session.setUp;
  if (admission === 'cards') return refuse('card-needed');
  if (admission === 'open' || pass === 'tablet') return { guards, events: [{ type: 'seat.joined', seat }] };
  if (session.waiting.has(seat)) return refuse('already-begun');
  return { guards, events: [{ type: 'seat.knocked', seat }] };
}

/** Lets in those of these who are waiting. Refuses: `nobody-waiting`. Rule S14. */
export function letIn(session: ReadonlySession, { seats }: Extract<CoreCommand, { type: 'LetIn' }>): Decided {
  if (session.state !== 'open') return refuse('joining-closed');
  const waiting = [...new Set(seats)].filter((seat) => session.waiting.has(seat));
  if (waiting.length === 0) return refuse('nobody-waiting');
  // Two greeters who let in the same person make one joining.
  const guards = waiting.map((seat): Guard => [`seat:${seat}`, session.version]);
  return {
    guards: [['ruling', session.ruling.version], ...guards],
    events: waiting.map((seat) => ({ type: 'seat.joined', seat })),
  };
}

/** Does not let in somebody who is waiting. They can ask again. Refuses: `nobody-waiting`. Rule S14. */
export function turnAway(session: ReadonlySession, { seat }: Extract<CoreCommand, { type: 'TurnAway' }>): Decided {
  if (session.state !== 'open') return refuse('joining-closed');
  if (!session.waiting.has(seat)) return refuse('nobody-waiting');
  // Of two greeters, one lets in and the other does not: the first one's word stands.
  const guards: readonly Guard[] = [
    ['ruling', session.ruling.version],
    [`seat:${seat}`, session.version],
  ];
  return { guards, events: [{ type: 'seat.turned-away', seat }] };
}

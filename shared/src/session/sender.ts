import type { Context } from '../activities/activity.ts';
import type { By } from '../words/by.ts';
import type { Actor } from '../words/roles.ts';
import type { Command } from './commands.ts';

/** Who the record names for a command: in a round never the seat, only its credential there. Rule S9. */
export function senderOf(actor: Actor, command: Command, { credentialOf }: Pick<Context, 'credentialOf'>): By {
  if (actor.role === 'participant') return 'round' in command ? credentialOf(actor.seat, command.round) : actor.seat;
  return actor.role === 'newcomer' ? actor.seat : actor.role;
}

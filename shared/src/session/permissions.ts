import { activityPermissions } from '../activities/registry.ts';
import type { Actor, Permissions } from '../words/roles.ts';
import type { Command } from './commands.ts';

const permissions: Permissions<Command['type']> = {
  Join: ['newcomer'],
  LetIn: ['facilitator', 'helper'],
  TurnAway: ['facilitator', 'helper'],
  OpenJoining: ['facilitator'],
  StartActivity: ['facilitator'],
  TakeBackStart: ['facilitator'],
  EndMeeting: ['facilitator'],
  SetAgenda: ['facilitator'],
  WriteDecision: ['facilitator'],
  SaveSetUp: ['facilitator'],
  RecordCards: ['facilitator'],
  EraseTexts: ['facilitator'],
  ...activityPermissions,
};

/** Whether this role may send this command at all. Rule S1. */
export function may(actor: Actor, type: Command['type']): boolean {
  return permissions[type].includes(actor.role);
}

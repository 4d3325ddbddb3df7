import { kindOfEvent } from '../activities/registry.ts';
import type { Key } from '../words/by.ts';
import type { Event } from './events.ts';

/** Which keys an event moves: a later command that relied on one of them is decided again. Rule J4. */
export function keysMovedBy(event: Event): readonly Key[] {
  switch (event.type) {
    case 'session.created':
    case 'session.opened':
    case 'session.closed':
    case 'proposal.added':
    case 'agenda.set':
    case 'activity.started':
      return ['ruling'];
    case 'seat.joined':
      return [`seat:${event.seat}`];
    default:
      return kindOfEvent(event).keysMovedBy(event);
  }
}

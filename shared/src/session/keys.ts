import { kindOfEvent } from '../activities/registry.ts';
import type { Key } from '../words/by.ts';
import type { Event } from './events.ts';

/** Which keys an event moves: a later command that relied on one of them is decided again. Rule J4. */
export function keysMovedBy(event: Event): readonly Key[] {
  switch (event.type) {
    case 'session.created':
    case 'set-up.saved':
    case 'set-up.mended':
    case 'session.opened':
    case 'session.closed':
    case 'agenda.set':
    case 'activity.started':
    case 'activity.taken-back':
    case 'decision.written':
      return ['ruling'];
    case 'seat.knocked':
    case 'seat.turned-away':
    case 'seat.joined':
      return [`seat:${event.seat}`];
    case 'cards.recorded':
    case 'erased':
      return [];
    default:
      return kindOfEvent(event).keysMovedBy(event);
  }
}

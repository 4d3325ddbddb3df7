import { viewFor, type Surroundings, type View, type Viewer } from '../session/view.ts';
import type { ReadonlySession } from '../session/session.ts';
import { seatOf } from './asked.ts';
import { credentialOf } from './recorded-session.ts';

export const AROUND: Surroundings = { here: 3, unsent: 1, code: 'BCDFGH', joinUrl: 'http://192.168.1.7:3000/join' };

/** Every screen that is not one person's own. */
export const SCREENS: Readonly<Record<'newcomer' | 'room' | 'facilitator' | 'stage', Viewer>> = {
  newcomer: { role: 'newcomer' },
  room: { role: 'participant', credentialIn: null },
  facilitator: { role: 'facilitator' },
  stage: { role: 'stage' },
};

/** This person's own phone. */
export function phoneOf(name: string): Viewer {
  return { role: 'participant', credentialIn: (round) => credentialOf(seatOf(name), round) };
}

export function seen(session: ReadonlySession, viewer: Viewer): View {
  return viewFor(session, viewer, AROUND);
}

import { viewFor, type Surroundings, type View, type Viewer } from '../session/view.ts';
import type { ReadonlySession } from '../session/session.ts';
import { seatOf } from './asked.ts';
import { credentialOf } from './recorded-session.ts';

/** Ann, Bob and Cat are here. */
export const AROUND: Surroundings = {
  here: 3,
  unsent: 1,
  isHere: (seat) => ['ann', 'bob', 'cat'].map(seatOf).includes(seat),
  credentialOf,
  sharesNow: () => [],
  sealed: (size, head) => `seal ${String(size)} ${head}`,
  code: 'BCDFGH',
  joinUrl: 'http://192.168.1.7:3000/join',
};

/** Every screen that is not one person's own. */
export const SCREENS: Readonly<Record<'newcomer' | 'room' | 'facilitator' | 'helper' | 'stage' | 'public', Viewer>> = {
  newcomer: { role: 'newcomer', seat: null },
  room: { role: 'participant', credentialIn: null },
  facilitator: { role: 'facilitator' },
  helper: { role: 'helper' },
  stage: { role: 'stage' },
  public: { role: 'public' },
};

/** This person's own phone, once they have joined. */
export function phoneOf(name: string): Viewer {
  return { role: 'participant', credentialIn: (round) => credentialOf(seatOf(name), round) };
}

/** The phone of somebody who has not joined yet. */
export function newcomersPhone(name: string): Viewer {
  return { role: 'newcomer', seat: seatOf(name) };
}

export function seen(session: ReadonlySession, viewer: Viewer): View {
  return viewFor(session, viewer, AROUND);
}

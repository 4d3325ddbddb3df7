import { decidingRound, practiceRound } from '@cyfran/shared/activities/templates.ts';
import { agendaOf } from '@cyfran/shared/session/set-up.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import { expect, test } from 'vitest';
import { shareLeft } from './share-left.ts';

const plan = decidingRound({ tokens: 7, voice: 'equal-groups' });
const agenda = agendaOf([practiceRound(), plan, { kind: 'break', minutes: 5 }]);
const meeting = {
  state: 'open',
  agenda,
  proposals: [
    { proposal: 'bus', costMinor: 900 },
    { proposal: 'park', costMinor: 500 },
    { proposal: 'hall', costMinor: 100 },
  ],
};
const outcome = {
  round: 'a2.1',
  complete: true,
  potMinor: 1000,
  spentMinor: 900,
  funded: ['bus'],
  rows: ['bus', 'park', 'hall'].map((proposal) => ({ proposal, tokens: 1, supporters: 1 })),
};
const view = (more: object = {}) =>
  ({
    meeting,
    outcome,
    now: { current: 'a2', started: ['a1', 'a2'] },
    ready: { round: 'a2.1', canShareLeft: true },
    ...more,
  }) as unknown as View;

test('what is left is shared next, by the same rules, among what it can still pay for', () => {
  const offer = shareLeft(view());
  expect(offer).toMatchObject({ leftMinor: 100, proposals: 1 });
  expect(offer?.command).toEqual({
    type: 'SetAgenda',
    items: [
      agenda[0],
      agenda[1],
      { activity: null, plan: { ...plan, leftOf: 'a2' }, text: {}, skipped: false },
      agenda[2],
    ],
  });
});

test('it is offered once, only when all is shown, and not after the end', () => {
  const again = [...agenda, { activity: 'a4', plan: { ...plan, leftOf: 'a2' }, text: {}, skipped: false }];
  expect(shareLeft(view({ meeting: { ...meeting, agenda: again } }))).toBeNull();
  expect(shareLeft(view({ outcome: { ...outcome, complete: false } }))).toBeNull();
  expect(shareLeft(view({ ready: { round: 'a2.1', canShareLeft: false } }))).toBeNull();
  expect(shareLeft(view({ meeting: { ...meeting, state: 'closed' } }))).toBeNull();
});

import { decidingRound, firstRound, practiceRound } from '@cyfran/shared/activities/templates.ts';
import { agendaOf } from '@cyfran/shared/session/set-up.ts';
import { expect, test } from 'vitest';
import { newPlan } from './new-part.ts';

const deciding = decidingRound({ tokens: 7, cap: 3, voice: 'citizen-floor', decision: 'both-groups', reveal: 'live' });
const agenda = agendaOf([practiceRound({ tokens: 5 }), firstRound({ tokens: 6 }), deciding]);

test('a further deciding round has the rules that were agreed on for the first one', () => {
  expect(newPlan('deciding', 12, agenda)).toEqual({ ...deciding, minutes: 12 });
});

test('a further first round has the same tokens, decides nothing and reads no groups', () => {
  expect(newPlan('first', 8, agenda)).toEqual(firstRound({ tokens: 7, cap: 3, minutes: 8 }));
});

test('a talk, a break and the rules have minutes only', () => {
  expect(newPlan('talk', 20, agenda)).toEqual({ kind: 'talk', minutes: 20 });
  expect(newPlan('break', 0, agenda)).toEqual({ kind: 'break', minutes: 0 });
});

test('a meeting without any round gets the usual rules', () => {
  expect(newPlan('deciding', 15, agendaOf([{ kind: 'talk', minutes: 5 }]))).toEqual(decidingRound());
});

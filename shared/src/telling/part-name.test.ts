import { decidingRound, firstRound, practiceRound } from '../activities/templates.ts';
import { agendaOf } from '../session/set-up.ts';
import { expect, test } from 'vitest';
import { partName } from './part-name.ts';

const talk = { kind: 'talk', minutes: 10 } as const;
const agenda = agendaOf([
  practiceRound(),
  talk,
  firstRound(),
  decidingRound(),
  talk,
  decidingRound({ leftOf: 'a4' }),
  decidingRound(),
]);

test('a round is called what it is for, and the second of its kind has a number', () => {
  const named = agenda.map(({ activity }) => partName('en', agenda, activity));
  expect(named).toEqual([
    'Practice',
    'Talk',
    'First round',
    'Deciding round',
    'Talk',
    'Share out what is left',
    'Deciding round (2)',
  ]);
  expect(partName('cy', agenda, 'a7')).toBe('Rownd benderfynu (2)');
});

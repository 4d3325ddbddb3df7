import { decidingRound, firstRound, practiceRound } from '@cyfran/shared/activities/templates.ts';
import { agendaOf } from '@cyfran/shared/session/set-up.ts';
import { expect, test } from 'vitest';
import { comingRound } from './coming-round.ts';

test('what is agreed on are the rules of the deciding round, also when another comes before it', () => {
  const agenda = agendaOf([practiceRound(), { kind: 'how', minutes: 5 }, firstRound(), decidingRound({ tokens: 7 })]);
  expect(comingRound({ agenda }, ['a1', 'a2'])).toMatchObject({ deciding: true, tokens: 7 });
});

test('practice, what is skipped and what has begun are not coming', () => {
  const agenda = agendaOf([practiceRound(), firstRound({ tokens: 5 }), decidingRound()]);
  const skipped = agenda.map((item) => (item.activity === 'a3' ? { ...item, skipped: true } : item));
  expect(comingRound({ agenda: skipped }, ['a1'])).toMatchObject({ deciding: false, tokens: 5 });
  expect(comingRound({ agenda: skipped }, ['a1', 'a2'])).toBeNull();
});

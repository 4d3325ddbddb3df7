import { decidingRound, firstRound, practiceRound } from '@cyfran/shared/activities/templates.ts';
import { agendaOf } from '@cyfran/shared/session/set-up.ts';
import { expect, test } from 'vitest';
import { nextItem, onward } from './onward.ts';

const agenda = agendaOf([
  practiceRound(),
  { kind: 'how', minutes: 5 },
  { kind: 'talk', minutes: 20 },
  firstRound(),
  { kind: 'break', minutes: 10 },
  decidingRound(),
  decidingRound({ leftOf: 'a6' }),
]);
const open = { state: 'open', agenda } as const;
const ids = agenda.map(({ activity }) => activity);

test('a meeting goes from joining through its parts to the end; then nowhere', () => {
  expect(onward({ state: 'draft', agenda }, { started: [] })).toMatchObject({ label: 'openJoining', held: false });
  const labels = ids.map((_, begun) => onward(open, { started: ids.slice(0, begun) })?.label);
  expect(labels).toEqual(['practice', 'how', 'talk', 'first', 'break', 'deciding', 'left'].map((start) => ({ start })));
  expect(onward(open, { started: ids })).toEqual({ label: 'endMeeting', command: { type: 'EndMeeting' }, held: true });
  expect(onward({ state: 'closed', agenda }, { started: ['a1'] })).toBeNull();
});

test('what is skipped is passed over, also at the end', () => {
  const skipped = agenda.map((item) => ({ ...item, skipped: ['a2', 'a7'].includes(item.activity) }));
  const meeting = { state: 'open', agenda: skipped } as const;
  expect(onward(meeting, { started: ['a1'] })?.command).toEqual({ type: 'StartActivity', activity: 'a3' });
  expect(nextItem(meeting, { started: ids.slice(0, 6) })).toBeNull();
});

import { simplestEvening } from '@cyfran/shared/activities/templates.ts';
import type { ActivityPlan } from '@cyfran/shared/activities/registry.ts';
import { expect, test } from 'vitest';
import { itemLabel, nextItem, onward } from './onward.ts';

const withBreak: ActivityPlan[] = [...simplestEvening('on-show', 10, 4), { kind: 'break' }];
const agenda = withBreak.map((plan, index) => ({ activity: `a${String(index + 1)}`, plan }));
const open = { state: 'open', agenda } as const;

test('a meeting goes joining, practice, voting, the break, the end; then nowhere', () => {
  expect(onward({ state: 'draft', agenda }, { started: [] })).toMatchObject({ label: 'openJoining', held: false });
  const labels = [[], ['a1'], ['a1', 'a2'], ['a1', 'a2', 'a3']].map((started) => onward(open, { started })?.label);
  expect(labels).toEqual(['startPractice', 'startVote', 'startBreak', 'endMeeting']);
  expect(onward({ state: 'closed', agenda }, { started: ['a1'] })).toBeNull();
});

test('a part is started by its own name, and ending is held', () => {
  expect(onward(open, { started: ['a1'] })?.command).toEqual({ type: 'StartActivity', activity: 'a2' });
  expect(onward(open, { started: ['a1', 'a2', 'a3'] })).toEqual({
    label: 'endMeeting',
    command: { type: 'EndMeeting' },
    held: true,
  });
});

test('the agenda names its parts', () => {
  expect(agenda.map(itemLabel)).toEqual(['practice', 'vote', 'break']);
  expect(nextItem(open, { started: ['a1', 'a2', 'a3'] })).toBeNull();
});

import { readinessOf } from '@cyfran/shared/session/readiness.ts';
import { emptySetUp } from '@cyfran/shared/session/set-up.ts';
import { templatePlans } from '@cyfran/shared/activities/templates.ts';
import { textsInOneLanguage } from '@cyfran/shared/session/readiness.ts';
import { describe, expect, test } from 'vitest';
import { countMissing, missingTexts, withoutWelsh } from './missing-texts.ts';
import { standingOf, TASK_GROUPS } from './tasks.ts';
import { fullSetUp } from './testing.ts';

const tasks = TASK_GROUPS.flatMap((group) => [...group.tasks]);
const states = (setUp: Parameters<typeof readinessOf>[0]) =>
  Object.fromEntries(tasks.map((task) => [task, standingOf(task, readinessOf(setUp)).state]));

describe('the tasks of setting up', () => {
  test('a meeting that was just begun', () => {
    expect(states(emptySetUp(templatePlans('decision-day')))).toEqual({
      basics: 'todo',
      voters: 'todo',
      together: 'look',
      money: 'todo',
      proposals: 'todo',
      rules: 'plain',
      record: 'look',
      show: 'plain',
      languages: 'done',
      links: 'open',
      rehearse: 'later',
    });
  });

  test('a meeting in which nothing is missing', () => {
    expect(states(fullSetUp())).toEqual({
      basics: 'done',
      voters: 'done',
      together: 'done',
      money: 'done',
      proposals: 'done',
      rules: 'plain',
      record: 'done',
      show: 'plain',
      languages: 'done',
      links: 'open',
      rehearse: 'plain',
    });
  });

  test('every blocker and every warning stands at exactly one task', () => {
    const bad = { ...emptySetUp([]), bookedMinutes: 0, proposals: [{ proposal: 'p1', costMinor: 0, name: {} }] };
    const readiness = readinessOf(bad);
    const standing = tasks.map((task) => standingOf(task, readiness));
    expect(standing.flatMap(({ blockers }) => blockers).sort()).toEqual([...readiness.blockers].sort());
    expect(standing.flatMap(({ warnings }) => warnings).sort()).toEqual([...readiness.warnings].sort());
    expect(readiness.blockers.length).toBeGreaterThan(3);
  });

  test('money that is enough for nothing warns, and blocks nobody', () => {
    const setUp = fullSetUp({ potMinor: 1 });
    expect(standingOf('proposals', readinessOf(setUp)).state).toBe('look');
    expect(standingOf('rehearse', readinessOf(setUp)).state).toBe('plain');
  });
});

describe('texts in one language only', () => {
  const setUp = fullSetUp({
    title: { en: 'Village' },
    contact: { cy: 'Ann' },
    proposals: [
      { proposal: 'p1', costMinor: 1, name: { en: 'Garden' }, by: { en: 'Ann' }, outcome: { cy: 'Cysgod' } },
      { proposal: 'p2', costMinor: 1, name: { cy: 'Bws', en: 'Bus' }, short: {} },
    ],
    agenda: fullSetUp().agenda.map((item, index) => (index === 2 ? { ...item, text: { en: 'What matters?' } } : item)),
  });

  test('are each found, with the page that mends them', () => {
    expect(missingTexts(setUp)).toEqual([
      { of: 'meeting', text: 'title', task: 'basics', lacks: 'cy' },
      { of: 'meeting', text: 'contact', task: 'together', lacks: 'en' },
      { of: 'proposal', texts: ['name', 'by'], proposal: 'p1', name: { en: 'Garden' }, lacks: 'cy' },
      { of: 'proposal', texts: ['outcome'], proposal: 'p1', name: { en: 'Garden' }, lacks: 'en' },
      { of: 'part', number: 3, lacks: 'cy' },
    ]);
    expect(withoutWelsh(setUp)).toHaveLength(1);
  });

  test('are as many as the meeting counts', () => {
    expect(countMissing(missingTexts(setUp))).toBe(textsInOneLanguage(setUp));
  });
});

import { templatePlans } from '@cyfran/shared/activities/templates.ts';
import { readinessOf } from '@cyfran/shared/session/readiness.ts';
import { agendaOf, AgendaItem } from '@cyfran/shared/session/set-up.ts';
import { describe, expect, test } from 'vitest';
import { kindOfPlan, PART_KINDS } from '@cyfran/shared/telling/part-kind.ts';
import { agendaOfParts, minutesTyped, newPart, partsOf, plannedMinutes } from './parts.ts';
import { fullSetUp } from './testing.ts';

const agenda = agendaOf(templatePlans('decision-day'));

describe('the run of show', () => {
  test('is told in the words of people', () => {
    expect(partsOf(agenda).map(({ kind }) => kind)).toEqual([
      'practice',
      'how',
      'talk',
      'first',
      'break',
      'talk',
      'deciding',
    ]);
  });

  test.for(PART_KINDS)('takes a new part: %s', (kind) => {
    const parts = partsOf(agenda);
    const part = newPart(kind, parts);
    expect(parts.some(({ activity }) => activity === part.activity)).toBe(false);
    const made = agendaOfParts([...parts, part], agenda).at(-1)!;
    expect(AgendaItem.safeParse(made).success).toBe(true);
    expect(kindOfPlan(made.plan)).toBe(kind);
  });

  test('a part that moves keeps its rules, and a new round takes those of the meeting', () => {
    const twelve = agenda.map((item) =>
      item.plan.kind === 'allocation' ? { ...item, plan: { ...item.plan, tokens: 12, cap: 3 } } : item,
    );
    const parts = partsOf(twelve);
    const moved = agendaOfParts([...parts.slice(1), parts[0]!, newPart('deciding', parts)], twelve);
    expect(moved.find(({ activity }) => activity === 'a1')).toEqual(twelve[0]);
    expect(moved.at(-1)!.plan).toMatchObject({ tokens: 12, cap: 3, deciding: true, practice: false });
  });

  test('what is left is that of the nearest deciding round before, wherever it is moved', () => {
    const parts = partsOf(agenda);
    const left = newPart('left', parts);
    const last = agendaOfParts([...parts, left], agenda);
    expect(last.at(-1)!.plan).toMatchObject({ leftOf: 'a7' });
    expect(readinessOf(fullSetUp({ agenda: last })).blockers).toEqual([]);
    const second = newPart('deciding', [...parts, left]);
    expect(agendaOfParts([...parts, second, left], last).at(-1)!.plan).toMatchObject({ leftOf: second.activity });
    const first = agendaOfParts([left, ...parts], last);
    expect(readinessOf(fullSetUp({ agenda: first })).blockers).toEqual(['left-of-nothing']);
  });

  test('a skipped part takes no time, and what is no number counts nothing', () => {
    const parts = partsOf(agenda);
    expect(plannedMinutes(parts)).toBe(115);
    parts[2]!.skipped = true;
    parts[3]!.minutes = 'x';
    expect(plannedMinutes(parts)).toBe(75);
    expect([
      minutesTyped('600'),
      minutesTyped(' 5 '),
      minutesTyped('601'),
      minutesTyped('-1'),
      minutesTyped(''),
    ]).toEqual([600, 5, null, null, null]);
  });
});

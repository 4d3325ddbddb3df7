import { describe, expect, test } from 'vitest';
import { castBallot, reopen, voidRound } from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import { closed, counted, roundOpen, shown } from '../testing/meetings.ts';
import { setAgenda, writeDecision } from '../testing/planned.ts';
import { replayed } from '../testing/recorded-session.ts';
import { phoneOf, SCREENS, seen } from '../testing/views.ts';
import type { Entry } from './entry.ts';
import { evolve } from './evolve.ts';

const lateEntry = { id: 'x'.repeat(43), at: '2026-11-23T12:00:00Z', cmd: 'late:1', by: 'helper' } as const;
const voted = [...roundOpen(), castBallot('ann', { bus: 4 }), castBallot('bob', { park: 1 })];

describe('folding', () => {
  test('[O4] takes a recorded outcome as it is: no rule runs again', () => {
    const { entries } = given(voted, shown).meeting;
    const told = entries.map((entry) => changed(entry, { funded: ['roof'], spentMinor: 50_000 }));
    expect(seen(replayed(told), SCREENS.stage)).toMatchObject({
      outcome: { funded: ['roof'], spentMinor: 50_000 },
      tally: {
        rows: [
          [4, 1, false],
          [1, 1, false],
          [0, 0, true],
        ],
      },
    });
  });

  test('[O4] lets a count of an earlier close pass, which was on its way when the round was opened again', () => {
    const late = given(voted, counted).meeting.entries.at(-1)!;
    for (const after of [[reopen()], [reopen(), castBallot('ann', {}), ...closed]]) {
      const { session } = given(voted, closed, after).meeting;
      evolve(session, { ...late, version: session.version + 1 });
      expect(seen(session, SCREENS.facilitator).ready).toMatchObject({ counted: false });
    }
  });

  test('[S8] goes on where texts and ballots were erased: they are gone, and what was counted stays', () => {
    const { entries } = given(voted, shown).meeting;
    const erased = replayed(entries.map(withoutWords));
    expect(erased).toMatchObject({ state: 'open', setUp: { title: {}, potMinor: 90_000 }, version: entries.length });
    expect(erased.setUp.proposals.map(({ name }) => name)).toEqual([{}, {}, {}]);
    expect(seen(erased, phoneOf('ann')).mine).toMatchObject({ version: 0, alloc: [], commit: null });
    expect(seen(erased, SCREENS.stage).outcome).toMatchObject({ ballots: 2, funded: ['bus', 'park'] });
  });

  test('[S8] goes on where the words of a decision, a reason or a part were erased', () => {
    const { entries } = given(
      voted,
      [setAgenda((agenda) => agenda.map((item) => ({ ...item, text: { en: 'Now' } })))],
      [writeDecision(), voidRound()],
    ).meeting;
    const erased = replayed(entries.map(withoutWords));
    expect(erased.decisions).toMatchObject([
      { edition: 1, statement: {}, actions: [{ what: {}, who: {}, until: '2027-01-31' }], reason: null },
    ]);
    expect(erased.setUp.agenda.map(({ text }) => text)).toEqual([{}, {}, {}]);
    expect(erased.activities.get('a1')).toMatchObject({ voided: [{ reason: {} }], round: { notice: { reason: {} } } });
  });

  test('[S8] [T1] takes no ballot out that is not there, and no round that has gone', () => {
    const { session } = given(voted, voidRound()).meeting;
    const before = structuredClone(session);
    const credential = 'AAAAAAAAAAAA';
    for (const round of ['a1.1', 'a1.2', 'a9.1']) {
      const entry = { ...lateEntry, events: [{ type: 'ballot.struck', round, credential }] } as const;
      evolve(session, { ...entry, version: before.version });
    }
    expect({ ...session, head: before.head }).toStrictEqual(before);
  });

  test('[S8] remembers who made the last ruling, and that votes are none', () => {
    const { session } = given(voted).meeting;
    expect(session.ruling).toMatchObject({ version: 5, by: 'facilitator', what: 'round.opened' });
    expect(session.version).toBe(7);
  });
});

/** An entry as it stands once its texts or its ballot are gone: what was counted is neither. */
function withoutWords(entry: Entry): Entry {
  if (entry.bodies?.some((body) => body?.count !== undefined) === true) return entry;
  const { bodies: _bodies, salt: _salt, ...rest } = entry;
  return rest;
}

/** An entry whose count says something else. */
function changed(entry: Entry, outcome: { funded: string[]; spentMinor: number }): Entry {
  const bodies = entry.bodies?.map((body) =>
    body?.count === undefined
      ? body
      : { ...body, count: { ...body.count, outcome: { ...body.count.outcome, ...outcome } } },
  );
  return { ...entry, ...(bodies === undefined ? {} : { bodies }) };
}

test('[S12] a ballot that was recorded while the press was on its way stands, and the start with it', () => {
  const { session, entries } = given(roundOpen(), castBallot('ann', { bus: 3 })).meeting;
  const last = entries.at(-1)!;
  const late: Entry = {
    ...last,
    version: last.version + 1,
    by: 'facilitator',
    events: [{ type: 'activity.taken-back', activity: 'a1' }],
  };
  const after = evolve(session, late);
  expect(after.current).toBe('a1');
  const state = after.activities.get('a1');
  expect(state?.kind === 'allocation' ? state.round?.ballots.size : 0).toBe(1);
});

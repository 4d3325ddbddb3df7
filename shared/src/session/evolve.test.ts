import { describe, expect, test } from 'vitest';
import { castBallot, reopen } from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import { closed, counted, roundOpen, shown } from '../testing/meetings.ts';
import { replayed } from '../testing/recorded-session.ts';
import { phoneOf, SCREENS, seen } from '../testing/views.ts';
import type { Entry } from './entry.ts';
import { evolve } from './evolve.ts';

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
    const erased = replayed(entries.map(({ bodies: _bodies, salt: _salt, ...rest }) => rest));
    expect(erased).toMatchObject({ state: 'open', setUp: { title: {}, potMinor: 90_000 }, version: entries.length });
    expect(erased.setUp.proposals.map(({ name }) => name)).toEqual([{}, {}, {}]);
    expect(seen(erased, phoneOf('ann')).mine).toMatchObject({ version: 0, alloc: [], commit: null });
    expect(seen(erased, SCREENS.stage).outcome).toMatchObject({ ballots: 2, funded: ['bus', 'park'] });
  });

  test('[S8] remembers who made the last ruling, and that votes are none', () => {
    const { session } = given(voted).meeting;
    expect(session.ruling).toEqual({ version: 5, by: 'facilitator', what: 'round.opened' });
    expect(session.version).toBe(7);
  });
});

/** An entry whose count says something else. */
function changed(entry: Entry, outcome: { funded: string[]; spentMinor: number }): Entry {
  const events = entry.events.map((event) =>
    event.type === 'round.counted' ? { ...event, outcome: { ...event.outcome, ...outcome } } : event,
  );
  return { ...entry, events };
}

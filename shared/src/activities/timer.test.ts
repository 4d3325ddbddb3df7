import { describe, expect, test } from 'vitest';
import { castBallot, startActivity } from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import { deciding, joined, later } from '../testing/meetings.ts';
import { setTimer } from '../testing/planned.ts';
import { NOON } from '../testing/recorded-session.ts';
import { SCREENS, seen } from '../testing/views.ts';

const MINUTE = 60_000;

describe.for(['talk', 'break'] as const)('the clock of a %s', (kind) => {
  const evening = (minutes: number) => joined(['ann'], { agenda: [{ kind, minutes }, deciding()] });

  test('[K1] starts with it where minutes are planned, and not where none are', () => {
    given(evening(20))
      .when(startActivity('a1'))
      .then([
        { type: 'activity.started', activity: 'a1', kind },
        { type: 'timer.set', activity: 'a1', endsAt: NOON + 20 * MINUTE },
      ]);
    given(evening(0))
      .when(startActivity('a1'))
      .then([{ type: 'activity.started', activity: 'a1', kind }]);
  });

  test('[K1] is set to more time, to less and to none, and every screen shows it', () => {
    const on = given(evening(20), startActivity('a1'), later(5 * MINUTE));
    const shown = () => seen(on.session, SCREENS.stage).now?.activity;
    expect(shown()).toEqual({ kind, endsAt: NOON + 20 * MINUTE });
    on.when(setTimer(90)).then([{ type: 'timer.set', activity: 'a1', endsAt: NOON + 5 * MINUTE + 90_000 }]);
    expect(shown()).toEqual({ kind, endsAt: NOON + 5 * MINUTE + 90_000 });
    on.when(setTimer(0)).then([{ type: 'timer.set', activity: 'a1', endsAt: null }]);
    expect(shown()).toEqual({ kind, endsAt: null });
  });

  test('[K1] ends nothing by itself, and holds nothing up', () => {
    const over = given(evening(1), startActivity('a1'), later(60 * MINUTE));
    expect(over.session.current).toBe('a1');
    over.when(setTimer(60)).records({ type: 'timer.set' });
    over.when(startActivity('a2')).records({ type: 'round.opened' });
    over.when(setTimer(60, { activity: 'a1' })).refuses('unknown-round');
    over.when(castBallot('ann', {})).records({ type: 'ballot.cast' });
  });
});

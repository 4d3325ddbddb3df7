import { describe, expect, test } from 'vitest';
import {
  castBallot,
  closeNow,
  correct,
  counts,
  enterPaper,
  show,
  showNext,
  startActivity,
  voidRound,
} from '../../testing/asked.ts';
import { given } from '../../testing/given.ts';
import {
  closed,
  counted,
  deciding,
  joined,
  paperRoundOpen,
  paperShown,
  roundOpen,
  shown,
  type Step,
} from '../../testing/meetings.ts';
import { newPart, setAgenda } from '../../testing/planned.ts';
import { SCREENS, seen } from '../../testing/views.ts';

const votes = [castBallot('ann', { bus: 3, park: 1 })];
const sharing = { potMinor: 95_000, agenda: [deciding(), deciding({ leftOf: 'a1' })] };
const first = [...joined(['ann'], sharing), startActivity('a1'), ...votes];
const canShare = (...steps: readonly (readonly Step[])[]) =>
  seen(given(...steps).session, SCREENS.facilitator).ready?.canShareLeft;

describe('sharing what is left', () => {
  test('[A18] is a round of its own over the money that is left and what it could still pay for', () => {
    const plans = { potMinor: 95_000, agenda: [deciding({ tokens: 2, cap: 2 }), deciding({ leftOf: 'a1' })] };
    const left = given(joined(['ann'], plans), startActivity('a1'), castBallot('ann', { bus: 2 }), shown);
    left.when(startActivity('a2')).records({
      type: 'rules.frozen',
      round: 'a2.1',
      potMinor: 55_000,
      proposals: [
        ['park', 30_000],
        ['roof', 50_000],
      ],
    });
    expect(seen(left.session, SCREENS.room).now?.activity).toMatchObject({ leftOver: true, potMinor: 55_000 });
    left.when(castBallot('ann', { bus: 1 })).refuses('unknown-proposal');
    left.when(castBallot('ann', { roof: 4 })).records({ type: 'ballot.cast' });
  });

  test('[A18] leaves out what costs more than is left', () => {
    const left = given(joined(['ann'], { ...sharing, potMinor: 100_000 }), startActivity('a1'), votes, shown);
    left.when(startActivity('a2')).refuses('nothing-left');
    const poor = { ...sharing, potMinor: 80_000 };
    given(joined(['ann'], poor), startActivity('a1'), castBallot('ann', { bus: 1 }), shown)
      .when(startActivity('a2'))
      .records({ type: 'rules.frozen', potMinor: 40_000, proposals: [['park', 30_000]] });
  });

  test('[A18] can be gone on with: what the second round leaves can be shared too', () => {
    const agenda = [deciding(), deciding({ leftOf: 'a1' }), deciding({ leftOf: 'a2' })];
    const steps = [
      ...joined(['ann'], { potMinor: 120_000, agenda }),
      startActivity('a1'),
      castBallot('ann', { bus: 1 }),
      ...shown,
    ];
    given(steps, startActivity('a2'), castBallot('ann', { park: 1 }), shown)
      .when(startActivity('a3'))
      .records({ type: 'rules.frozen', potMinor: 50_000, proposals: [['roof', 50_000]] });
  });

  test('[A18] is over the money for what one side does not back yet as well', () => {
    const agenda = [deciding({ decision: 'both-groups' }), deciding({ leftOf: 'a1' })];
    const names = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gil', 'hal', 'ida', 'jon'];
    const cast = names.map((name, at) =>
      castBallot(name, at < 5 ? { bus: 1, park: 1 } : { park: 1 }, { group: at < 5 ? 'citizens' : 'professionals' }),
    );
    const left = given(joined(names, { admission: 'cards', agenda }), startActivity('a1'), cast, shown);
    left.when(startActivity('a2')).records({
      type: 'rules.frozen',
      potMinor: 60_000,
      proposals: [
        ['bus', 40_000],
        ['roof', 50_000],
      ],
    });
  });

  test('[A18] waits until the first round is shown, and until it is not being corrected', () => {
    expect(canShare(first)).toBe(false);
    expect(canShare(first, closed)).toBe(false);
    expect(canShare(first, counted)).toBe(false);
    expect(canShare(first, counted, [showNext()])).toBe(false);
    expect(canShare(paperRoundOpen(), paperShown)).toBe(true);
    expect(canShare(paperRoundOpen(), paperShown, [correct()])).toBe(false);
    expect(canShare(paperRoundOpen(), paperShown, [correct(), closeNow(), counts()])).toBe(false);
    given(first, counted).when(startActivity('a2')).refuses('nothing-left');
  });

  test('[A18] is over what the corrected outcome leaves', () => {
    const agenda = [deciding(), deciding({ leftOf: 'a1' })];
    const all = given(
      joined(['ann'], { paper: true, agenda }),
      startActivity('a1'),
      enterPaper(1, { bus: 1 }),
      paperShown,
    );
    for (const asked of [correct(), enterPaper(1, { roof: 1 }), closeNow(), counts(), show()])
      all.when(asked).records({});
    all.when(startActivity('a2')).records({
      type: 'rules.frozen',
      potMinor: 40_000,
      proposals: [
        ['bus', 40_000],
        ['park', 30_000],
      ],
    });
  });

  test('[A18] is offered where there is money, something that it could pay for, and a decision', () => {
    expect(canShare(roundOpen(), shown)).toBe(true);
    expect(canShare(roundOpen(), votes, shown)).toBe(false);
    expect(canShare(roundOpen({ deciding: false }), shown)).toBe(false);
    expect(canShare(roundOpen({ practice: true }), [closeNow(), counts()])).toBe(false);
    expect(canShare(roundOpen({}, ['ann'], { potMinor: 70_000 }), votes, shown)).toBe(false);
  });

  test('[A18] can be put in while the meeting is under way, and once', () => {
    const left = given(roundOpen(), castBallot('ann', { bus: 1 }), shown);
    const insert = setAgenda(([now, ...rest]) => [now!, newPart(deciding({ leftOf: 'a1' })), ...rest]);
    left.when(insert).records({ type: 'agenda.set' });
    left.when(insert).refuses('not-ready', { what: 'left-of-nothing' });
    left.when(startActivity('a4')).records({ type: 'rules.frozen', round: 'a4.1', potMinor: 50_000 });
  });

  test('[A18] [A17] started again is over the same money', () => {
    const again = given(first.slice(0, -1), castBallot('ann', { bus: 1 }), shown, startActivity('a2'));
    again.when(voidRound()).records({ type: 'rules.frozen', round: 'a2.2', potMinor: 55_000 });
  });
});

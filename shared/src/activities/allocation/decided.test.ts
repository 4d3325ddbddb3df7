import { describe, expect, test } from 'vitest';
import { recordOf } from '../../session/record.ts';
import { castBallot, correct, startActivity, voidRound } from '../../testing/asked.ts';
import { given } from '../../testing/given.ts';
import {
  allCast,
  closed,
  counted,
  deciding,
  paperRoundOpen,
  paperShown,
  people,
  roundOpen,
  shown,
  type Step,
} from '../../testing/meetings.ts';
import { newPart, setAgenda } from '../../testing/planned.ts';
import { sha256 } from '../../testing/canonical.ts';
import {
  decidedRounds,
  decidedTogether,
  isBeingCorrected,
  isWeighed,
  neededBothGroups,
  plainlyFunded,
} from './decided.ts';

const hex = (text: string) => sha256(text).toString('hex');
const recorded = (...steps: readonly (Step | readonly Step[])[]) => recordOf(given(...steps).session);
const decidedIn = (...steps: readonly (Step | readonly Step[])[]) => {
  const rounds = decidedRounds(recorded(...steps).parts);
  return { rounds, together: decidedTogether(rounds) };
};

/** The bus (400) and the roof (500) have most tokens, the park (300) fewer; 900 to share. */
const VOTES = [castBallot('ann', { bus: 4, roof: 4, park: 1 }), castBallot('bob', { bus: 4, roof: 3, park: 2 })];

describe('what a meeting decided', () => {
  test('is nothing before it was shown, not even once it is counted', () => {
    for (const steps of [[], closed, counted]) {
      expect(decidedIn(roundOpen(), VOTES, steps)).toEqual({ rounds: [], together: null });
    }
  });

  test('is what the deciding round funded, what is left, and what each of the others lacked', () => {
    const { together } = decidedIn(roundOpen(), VOTES, shown);
    expect(together).toMatchObject({
      potMinor: 90_000,
      leftMinor: 0,
      funded: [
        { proposal: 'bus', costMinor: 40_000, tokens: 8, supporters: 2, share: 0 },
        { proposal: 'roof', costMinor: 50_000, tokens: 7, supporters: 2, share: 0 },
      ],
      notFunded: [{ proposal: 'park', costMinor: 30_000, tokens: 3, supporters: 2, lacked: { why: 'money' } }],
    });
  });

  test('is not what a round gave that was voided', () => {
    expect(decidedIn(roundOpen(), VOTES, shown, voidRound())).toEqual({ rounds: [], together: null });
    const again = [castBallot('ann', { park: 3 }), ...shown];
    const { together } = decidedIn(roundOpen(), VOTES, shown, voidRound(), again);
    expect(together?.funded.map(({ proposal }) => proposal)).toEqual(['park']);
  });

  test('is not what a first round gave', () => {
    expect(decidedIn(roundOpen({ deciding: false }), VOTES, shown).together).toBeNull();
  });

  test('is what the last of several deciding rounds gave', () => {
    const second = [startActivity('a3'), castBallot('ann', { park: 3 }), ...shown];
    const { rounds, together } = decidedIn(roundOpen(), VOTES, shown, second);
    expect(rounds.map(({ activity }) => activity)).toEqual(['a3']);
    expect(together?.funded.map(({ proposal }) => proposal)).toEqual(['park']);
  });

  test('holds what was shared out of what the first round left, and tells it apart', () => {
    const share = [
      setAgenda((agenda) => [...agenda, newPart(deciding({ leftOf: 'a1' }))]),
      startActivity('a4'),
      castBallot('bob', { park: 2 }),
      ...shown,
    ];
    const first = [castBallot('ann', { bus: 4 }), ...shown];
    const { rounds, together } = decidedIn(roundOpen(), first, share);
    expect(rounds.map(({ activity }) => activity)).toEqual(['a1', 'a4']);
    expect(together).toMatchObject({ potMinor: 90_000, leftMinor: 20_000 });
    expect(together?.funded.map(({ proposal, share }) => [proposal, share])).toEqual([
      ['bus', 0],
      ['park', 1],
    ]);
    expect(together?.notFunded).toMatchObject([{ proposal: 'roof', lacked: { why: 'tokens' } }]);
  });
});

test('a round that is being corrected is known as such until the new version is shown', () => {
  const stands = (...steps: Step[]) =>
    recorded(paperRoundOpen(), VOTES, paperShown, ...steps).parts[0]?.rounds?.map(isBeingCorrected);
  expect(stands()).toEqual([false]);
  expect(stands(correct())).toEqual([true]);
  expect(recorded(roundOpen(), VOTES, shown).parts[0]?.rounds?.map(isBeingCorrected)).toEqual([false]);
});

describe('what the groups did to the count', () => {
  const citizens = people(10);
  const professionals = ['zaa', 'zab', 'zac', 'zad', 'zae'];
  const voted = [
    ...allCast(citizens, { bus: 2 }, 'citizens'),
    ...allCast(professionals, { roof: 3, park: 1 }, 'professionals'),
  ];
  const round = (plan: Parameters<typeof roundOpen>[0], undeclared: readonly string[] = []) => {
    const steps = [voted, allCast(undeclared, { bus: 1 }, 'undeclared'), shown];
    const [one] = decidedIn(
      roundOpen(plan, [...citizens, ...professionals, ...undeclared], { potMinor: 50_000 }),
      ...steps,
    ).rounds;
    if (one === undefined) throw new Error('it was shown');
    return one;
  };

  test('is seen where votes weighed differently: another proposal is funded than by plain tokens', () => {
    const weighed = round({ voice: 'equal-groups' });
    expect(isWeighed(weighed.outcome)).toBe(true);
    expect(weighed.outcome.funded).toEqual(['roof']);
    expect(plainlyFunded(weighed, hex)).toEqual(['bus']);
  });

  test('is nothing where everyone counted the same', () => {
    const equal = round({ voice: 'citizen-floor' });
    expect(isWeighed(equal.outcome)).toBe(false);
    expect(plainlyFunded(equal, hex)).toEqual(equal.outcome.funded);
  });

  test('is seen where both had to back it', () => {
    const both = round({ decision: 'both-groups' });
    expect([isWeighed(both.outcome), neededBothGroups(both.outcome)]).toEqual([false, true]);
    expect(both.outcome.stillToTalk).toEqual([['bus', 'professionals']]);
  });

  test('tells how many are in each, unless so few said neither that they would stand alone', () => {
    const few = ['yaa', 'yab'];
    const many = [...few, 'yac', 'yad', 'yae'];
    expect(round({ voice: 'equal-groups' }).outcome.groups?.sizes).toEqual({
      citizens: 10,
      professionals: 5,
      undeclared: 0,
    });
    expect(round({ voice: 'equal-groups' }, many).outcome.groups?.sizes?.undeclared).toBe(5);
    expect(round({ voice: 'equal-groups' }, few).outcome.groups?.sizes).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toAllocation } from '../../ballots/cumulative.ts';
import type { BallotBody } from '../../ballots/ballot.ts';
import { castBallot, enterPaper, seatOf } from '../../testing/asked.ts';
import { sha256 } from '../../testing/canonical.ts';
import { given } from '../../testing/given.ts';
import {
  allCast,
  closed,
  counted,
  deciding,
  paperRoundOpen,
  people,
  practice,
  roundOpen,
  shown,
} from '../../testing/meetings.ts';
import { credentialOf } from '../../testing/recorded-session.ts';
import { roundOf } from '../../testing/rounds.ts';
import { phoneOf, SCREENS, seen } from '../../testing/views.ts';
import type { Group, Voice, DecisionRule } from '../../words/groups.ts';
import { allocation } from './allocation.ts';
import { countRound } from './count.ts';
import { evolve } from './evolve.ts';
import type { Counted } from './round.ts';

const [CITIZENS, PROFESSIONALS] = [people(12).slice(0, 7), people(12).slice(7)];
const READS = [{ voice: 'equal-groups' }, { voice: 'citizen-floor' }, { decision: 'both-groups' }] as const;

describe('a group', () => {
  test('[G1] is asked exactly where a rule of the round reads it', () => {
    for (const rules of READS) {
      const asking = given(paperRoundOpen(rules));
      asking.when(castBallot('ann', { bus: 1 })).refuses('group-missing');
      asking.when(enterPaper(1, { bus: 1 })).refuses('group-missing');
      for (const group of ['citizens', 'professionals', 'undeclared'] as const) {
        asking.when(castBallot('ann', { bus: 1 }, { group })).records({ type: 'ballot.cast' });
        asking.when(enterPaper(1, { bus: 1 }, { group })).records({ type: 'ballot.cast' });
      }
    }
  });

  test('[G1] cannot even be said where everyone counts the same: there is nothing that could read it', () => {
    const { meeting } = given(roundOpen(), castBallot('ann', { bus: 1 }), counted);
    expect(JSON.stringify(meeting.entries)).not.toContain('"group"');
    const same = given(paperRoundOpen());
    for (const group of ['citizens', 'professionals', 'undeclared'] as const) {
      same.when(castBallot('ann', { bus: 1 }, { group })).refuses('malformed-ballot', { group });
      same.when(enterPaper(1, {}, { group })).refuses('malformed-ballot', { group });
    }
    const practised = given(roundOpen({ ...practice({ voice: 'equal-groups' }) }));
    practised.when(castBallot('ann', { tea: 1 }, { group: 'citizens' })).refuses('malformed-ballot');
    practised.when(castBallot('ann', { tea: 1 })).records({ type: 'ballot.cast' });
  });

  test('[X1] [T5] of one to four who said neither has its size on no screen and in no record', () => {
    const some = (most: number) => fc.integer({ min: 0, max: most });
    fc.assert(
      fc.property(
        some(9),
        some(9),
        some(9),
        fc.constantFrom(...READS),
        (citizens, professionals, undeclared, rules) => {
          const names = people(citizens + professionals + undeclared);
          const groupAt = (at: number): Group =>
            at < citizens ? 'citizens' : at < citizens + professionals ? 'professionals' : 'undeclared';
          const casts = names.map((name, at) => castBallot(name, { bus: 1 }, { group: groupAt(at) }));
          const { session } = given(roundOpen(rules, names), casts, shown);
          const sizes = { citizens, professionals, undeclared };
          const isSmall = Object.values(sizes).some((size) => size > 0 && size < 5);
          for (const viewer of [...Object.values(SCREENS), ...names.map(phoneOf)]) {
            const { outcome, record } = seen(session, viewer);
            const told = [outcome, record?.parts[0]?.rounds?.[0]?.outcome];
            for (const groups of told.flatMap((one) => one?.groups ?? [])) {
              expect(groups.sizes).toEqual(isSmall ? null : sizes);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('[G1] [T5] is seen by its own seat alone', () => {
    const voted = given(roundOpen({ voice: 'equal-groups' }), castBallot('ann', { bus: 1 }, { group: 'citizens' }));
    expect(seen(voted.session, phoneOf('ann')).mine?.group).toBe('citizens');
    expect(seen(voted.session, phoneOf('bob')).mine?.group).toBeNull();
    for (const viewer of [SCREENS.facilitator, SCREENS.helper, SCREENS.stage, SCREENS.room]) {
      expect(JSON.stringify(seen(voted.session, viewer))).not.toMatch(/"(group|sizes|weights)":/);
    }
  });

  test('[G1] can be changed with the ballot, and counts once', () => {
    const voted = given(
      roundOpen({ voice: 'equal-groups' }),
      castBallot('ann', { bus: 2 }, { group: 'citizens' }),
      castBallot('ann', { bus: 3 }, { group: 'professionals' }),
    );
    const { sizes, tallyOf } = roundOf(voted.session);
    expect(sizes).toEqual({ citizens: 0, professionals: 1, undeclared: 0 });
    expect([tallyOf.citizens.get('bus'), tallyOf.professionals.get('bus')]).toEqual([
      { tokens: 0, supporters: 0 },
      { tokens: 3, supporters: 1 },
    ]);
    const entered = enterPaper(1, { roof: 1 }, { card: 'ann', group: 'undeclared' });
    voted.when(entered).refuses('door-closed');
  });
});

describe('the count of a round that reads groups', () => {
  const votes = [
    ...allCast(CITIZENS, { bus: 2 }, 'citizens'),
    ...allCast(PROFESSIONALS, { roof: 3, park: 1 }, 'professionals'),
  ];
  const countOf = (rules: { voice?: Voice; decision?: DecisionRule }, cast = votes): Counted['outcome'] => {
    const done = given(roundOpen(rules, [...CITIZENS, ...PROFESSIONALS, 'ann']), cast, counted);
    return roundOf(done.session).counted!.outcome;
  };

  test('[G2] weighs the tokens and ranks by what they weigh, and says all that is needed to check it', () => {
    expect(countOf({ voice: 'equal-groups' })).toMatchObject({
      funded: ['roof', 'bus'],
      groupsTooSmall: false,
      groups: {
        sizes: { citizens: 7, professionals: 5, undeclared: 0 },
        weights: { scale: 35, citizens: 30, professionals: 42, undeclared: 35 },
        weighted: [14 * 30, 5 * 42, 15 * 42],
      },
    });
    expect(
      countOf({ voice: 'equal-groups' }, [...votes, castBallot('ann', { bus: 4 }, { group: 'undeclared' })]),
    ).toMatchObject({
      groups: { sizes: { undeclared: 1 }, weighted: [14 * 30 + 4 * 35, 5 * 42, 15 * 42] },
    });
  });

  test('[G2] under the citizen floor changes nothing where citizens are more', () => {
    expect(countOf({ voice: 'citizen-floor' })).toMatchObject({
      funded: ['roof', 'bus'],
      groups: { weights: { scale: 1, citizens: 1, professionals: 1 }, weighted: [14, 5, 15] },
    });
  });

  test('[G2] lets citizens weigh half where professionals are more', () => {
    const swapped = [
      ...allCast(CITIZENS, { roof: 3, park: 1 }, 'professionals'),
      ...allCast(PROFESSIONALS, { bus: 4 }, 'citizens'),
    ];
    expect(countOf({ voice: 'citizen-floor' }, swapped)).toMatchObject({ funded: ['bus', 'roof'] });
    expect(countOf({ decision: 'both-groups' }, swapped).groups?.weighted).toEqual([20, 7, 21]);
  });

  test('[G3] counts everyone the same while a group is too small, and says so', () => {
    const four = [...votes.slice(0, -1)];
    for (const rules of READS) {
      expect(countOf(rules, four)).toMatchObject({
        funded: ['bus', 'roof'],
        groups: null,
        groupsTooSmall: true,
        stillToTalk: [],
      });
    }
  });

  test('[G4] does not fund what one side does not back, keeps the money for it, and tries nothing else with it', () => {
    const outcome = countOf({ decision: 'both-groups' }, [
      ...allCast(CITIZENS, { bus: 2, park: 1 }, 'citizens'),
      ...allCast(PROFESSIONALS, { bus: 2, roof: 4 }, 'professionals'),
    ]);
    expect(outcome).toMatchObject({
      funded: ['bus'],
      spentMinor: 40_000,
      stillToTalk: [['roof', 'citizens']],
      groups: { weights: { scale: 1 }, weighted: [24, 7, 20] },
    });
  });

  test('[G4] reads who backs, whatever their ballots weigh, and nobody who did not say', () => {
    const backing = (names: readonly string[], group: Group) => allCast(names, { bus: 1 }, group);
    const oneInFive = [
      ...backing(CITIZENS, 'citizens'),
      ...backing(PROFESSIONALS.slice(0, 1), 'professionals'),
      ...allCast(PROFESSIONALS.slice(1), {}, 'professionals'),
    ];
    expect(countOf({ decision: 'both-groups', voice: 'equal-groups' }, oneInFive)).toMatchObject({
      funded: ['bus'],
      stillToTalk: [],
    });
    const none = [
      ...backing(CITIZENS, 'citizens'),
      ...allCast(PROFESSIONALS, {}, 'professionals'),
      castBallot('ann', { bus: 4 }, { group: 'undeclared' }),
    ];
    expect(countOf({ decision: 'both-groups', voice: 'equal-groups' }, none)).toMatchObject({
      funded: [],
      stillToTalk: [['bus', 'professionals']],
    });
  });

  test('[G2] [G4] tells everyone once it is shown, and a live tally marks what would be funded in the same way', () => {
    const rules = { voice: 'equal-groups', decision: 'both-groups', reveal: 'live' } as const;
    const names = [...CITIZENS, ...PROFESSIONALS];
    const live = given(
      roundOpen(rules, names),
      allCast(CITIZENS, { bus: 2, park: 1 }, 'citizens'),
      allCast(PROFESSIONALS, { bus: 2, roof: 4 }, 'professionals'),
    );
    const marks = () => seen(live.session, SCREENS.stage).tally?.rows.map(([, , funded]) => funded);
    expect(marks()).toEqual([true, false, false]);
    for (const asked of shown) live.when(asked).records({});
    expect(marks()).toEqual([true, false, false]);
    expect(seen(live.session, SCREENS.room).outcome).toMatchObject({
      voice: 'equal-groups',
      decision: 'both-groups',
      stillToTalk: [['roof', 'citizens']],
      groups: { sizes: { citizens: 7, professionals: 5, undeclared: 0 }, weights: { scale: 35 } },
      rows: [{ proposal: 'bus', tokens: 24, weighed: 14 * 30 + 10 * 42 }, { weighed: 7 * 30 }, { weighed: 20 * 42 }],
    });
    given(roundOpen(rules, names), closed);
  });
});

/** Ballots of a hall, each with a group. */
const few = fc.nat({ max: 3 });
const alloc = fc.record({ bus: few, park: few, roof: few }).map((votes) => toAllocation(Object.entries(votes)));
const ofGroup = fc.constantFrom<Group>('citizens', 'professionals', 'undeclared');
const hall = fc.array(fc.record({ alloc, group: ofGroup }), { minLength: 8, maxLength: 40, size: 'max' });
const rules = fc.record({
  voice: fc.constantFrom<Voice>('one-person-one-ballot', 'citizen-floor', 'equal-groups'),
  decision: fc.constantFrom<DecisionRule>('overall', 'both-groups'),
});
const SWAPPED: Readonly<Record<Group, Group>> = {
  citizens: 'professionals',
  professionals: 'citizens',
  undeclared: 'undeclared',
};

describe('whoever people say they are', () => {
  test('[G1] [G2] swapping groups under one person, one ballot moves no token, no rank and no lot', () => {
    fc.assert(
      fc.property(hall, fc.constantFrom<DecisionRule>('overall', 'both-groups'), (ballots, decision) => {
        const [one, other] = [countWith({ decision }, ballots), countWith({ decision }, swapped(ballots))];
        expect(other.tally).toEqual(one.tally);
        expect(other.outcome.tiesThatMattered).toEqual(one.outcome.tiesThatMattered);
        expect(other.outcome.groups?.weighted).toEqual(one.outcome.groups?.weighted);
        expect(other.outcome.funded).toEqual(one.outcome.funded);
        if (decision === 'overall') expect(other).toEqual(one);
      }),
      { numRuns: 300 },
    );
  });

  test('[G2] [G4] swapping the two labels everywhere under equal groups changes nothing but the labels', () => {
    let mattered = 0;
    fc.assert(
      fc.property(hall, fc.constantFrom<DecisionRule>('overall', 'both-groups'), (ballots, decision) => {
        const [one, other] = [
          countWith({ voice: 'equal-groups', decision }, ballots),
          countWith({ voice: 'equal-groups', decision }, swapped(ballots)),
        ];
        if (one.outcome.groups !== null) mattered += 1;
        expect(relabelled(other)).toEqual(one);
      }),
      { numRuns: 300 },
    );
    expect(mattered).toBeGreaterThan(50);
  });

  test('[G2] under the citizen floor the count is that of one ballot each where citizens are at least as many, else that of equal groups', () => {
    fc.assert(
      fc.property(hall, (ballots) => {
        const floor = countWith({ voice: 'citizen-floor' }, ballots);
        const size = (group: Group) => ballots.filter((ballot) => ballot.group === group).length;
        const voice = size('citizens') >= size('professionals') ? 'one-person-one-ballot' : 'equal-groups';
        const same = countWith({ voice, decision: 'both-groups' }, ballots).outcome;
        expect(floor.outcome.groups).toEqual(same.groups);
        if (voice === 'equal-groups') expect(floor.outcome).toEqual(countWith({ voice }, ballots).outcome);
      }),
      { numRuns: 300 },
    );
  });

  test('[G2] [G3] [G4] the kept count is what a slow count with fractions gives', () => {
    fc.assert(
      fc.property(hall, rules, (ballots, frozen) => {
        const counted = countWith(frozen, ballots);
        expect([counted.outcome.funded, counted.outcome.stillToTalk]).toEqual(byHand(frozen, ballots));
      }),
      { numRuns: 500 },
    );
  });
});

type Cast = Pick<BallotBody, 'alloc'> & { readonly group: Group };
type Frozen = { readonly voice?: Voice; readonly decision?: DecisionRule };
const COSTS = { bus: 40_000, park: 30_000, roof: 50_000 };
const LOT = 'x'.repeat(43);
const hex = (text: string) => sha256(text).toString('hex');

/** The count of a round with these ballots. A group is on them whatever the rules are, as if they could carry one. */
function countWith(frozen: Frozen, ballots: readonly Cast[]): Counted {
  const state = allocation.initial('a1', deciding());
  const { rules: usual } = roundOf(given(roundOpen({}, [])).session);
  evolve(state, { ...usual, ...frozen }, { version: 1, id: LOT, commit: null, body: null });
  for (const [at, ballot] of ballots.entries()) {
    const body = { ballot: { round: 'a1.1', door: 'phone', ...ballot } } as const;
    const credential = credentialOf(seatOf(`v${String(at)}v`), 'a1.1');
    const event = { type: 'ballot.cast', round: 'a1.1', credential, replaces: 0 } as const;
    evolve(state, event, { version: at + 2, id: LOT, commit: LOT, body });
  }
  evolve(state, { type: 'round.closed', round: 'a1.1' }, { version: 99, id: LOT, commit: null, body: null });
  return countRound(state.round!, hex)!;
}

function swapped(ballots: readonly Cast[]): Cast[] {
  return ballots.map(({ alloc: lines, group }) => ({ alloc: lines, group: SWAPPED[group] }));
}

function relabelled(counted: Counted): Counted {
  const { groups, stillToTalk } = counted.outcome;
  const turned = { citizens: 'professionals', professionals: 'citizens', both: 'both' } as const;
  return {
    ...counted,
    outcome: {
      ...counted.outcome,
      stillToTalk: stillToTalk.map(([proposal, lacks]) => [proposal, turned[lacks]]),
      groups: groups && {
        ...groups,
        sizes: { ...groups.sizes, citizens: groups.sizes.professionals, professionals: groups.sizes.citizens },
        weights: { ...groups.weights, citizens: groups.weights.professionals, professionals: groups.weights.citizens },
      },
    },
  };
}

/** With fractions in floating numbers, person by person; far enough from equal that rounding decides nothing, or it says nothing. */
function byHand(
  { voice = 'one-person-one-ballot', decision = 'overall' }: Frozen,
  ballots: readonly Cast[],
): unknown[] {
  const size = (group: Group) => ballots.filter((ballot) => ballot.group === group).length;
  const [c, p] = [size('citizens'), size('professionals')];
  const small = Math.min(c, p) < 5;
  const levels = !small && (voice === 'equal-groups' || (voice === 'citizen-floor' && p > c));
  const weight = { citizens: levels ? (c + p) / 2 / c : 1, professionals: levels ? (c + p) / 2 / p : 1, undeclared: 1 };
  const ranked = Object.entries(COSTS).map(([proposal, cost]) => {
    const tokens = ballots.flatMap(({ alloc: lines, group }) =>
      lines.filter(([name]) => name === proposal).map(([, given_]) => given_ * weight[group]),
    );
    const backers = (group: Group) =>
      ballots.filter((ballot) => ballot.group === group && ballot.alloc.some(([name]) => name === proposal)).length;
    const lacks = [backers('citizens') / c < 0.2 - 1e-9, backers('professionals') / p < 0.2 - 1e-9];
    return { proposal, cost, tokens: tokens.reduce((a, b) => a + b, 0), lacks };
  });
  ranked.sort((a, b) =>
    Math.abs(a.tokens - b.tokens) < 1e-6
      ? hex(`${LOT}\n${a.proposal}`) < hex(`${LOT}\n${b.proposal}`)
        ? -1
        : 1
      : b.tokens - a.tokens,
  );
  let left = 90_000;
  const [funded, talk]: [string[], [string, string][]] = [[], []];
  for (const { proposal, cost, tokens, lacks } of ranked) {
    if (tokens === 0 || cost > left) continue;
    left -= cost;
    const [citizens, professionals] = lacks;
    if (decision === 'overall' || small || (!citizens && !professionals)) funded.push(proposal);
    else talk.push([proposal, citizens && professionals ? 'both' : citizens ? 'citizens' : 'professionals']);
  }
  return [funded, talk];
}

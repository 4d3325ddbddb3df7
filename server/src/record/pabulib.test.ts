import { decidedRounds } from '@cyfran/shared/activities/allocation/decided.ts';
import { parsePabulib, type Election } from '@cyfran/shared/pabulib/parse.ts';
import { greedy } from '@cyfran/shared/rules/greedy.ts';
import { recordOf } from '@cyfran/shared/session/record.ts';
import { castBallot, startActivity } from '@cyfran/shared/testing/asked.ts';
import { given } from '@cyfran/shared/testing/given.ts';
import { allCast, counted, deciding, people, roundOpen, shown, type Step } from '@cyfran/shared/testing/meetings.ts';
import { newPart, setAgenda } from '@cyfran/shared/testing/planned.ts';
import { describe, expect, test } from 'vitest';
import { sessionPb } from './pabulib.ts';

const recorded = (...steps: readonly (Step | readonly Step[])[]) => recordOf(given(...steps).session);
const TEN = people(10);

/** Ten people: everybody the bus, half of them the park, one the roof. */
const votes = [
  ...allCast(TEN.slice(0, 5), { bus: 1, park: 3 }),
  ...allCast(TEN.slice(5, 9), { bus: 2 }),
  castBallot('naj', { bus: 1, roof: 2 }),
];

/** Most points first in the file's own order, from its ballots alone. */
function recounted({ projects, votes: ballots, potMinor }: Election): string[] {
  const points = new Map(projects.map(({ id }) => [id, 0]));
  for (const [id, n] of ballots.flatMap(({ lines }) => lines)) points.set(id, (points.get(id) ?? 0) + n);
  const candidates = projects.map(({ id, costMinor }, index) => ({
    proposal: id,
    costMinor,
    tokens: points.get(id) ?? 0,
    drawn: String(index).padStart(4, '0'),
  }));
  return [...greedy(candidates, potMinor).funded].sort();
}

describe('a vote as a Pabulib file', () => {
  test('is not there before it was shown, and there is none where there was no further vote', () => {
    expect(sessionPb(recorded(roundOpen({}, TEN), votes, counted), 0)).toBeNull();
    expect(sessionPb(recorded(roundOpen({}, TEN), votes, shown), 1)).toBeNull();
  });

  test('reads back, adds up, and counted again funds the same', () => {
    const record = recorded(roundOpen({}, TEN), votes, shown);
    const election = parsePabulib(sessionPb(record, 0) ?? '');
    expect(election.potMinor).toBe(90_000);
    expect(election.votes).toHaveLength(10);
    expect(election.projects.map(({ id, votes: backers, score }) => [id, backers, score])).toEqual([
      ['park', 5, 15],
      ['bus', 10, 14],
      ['roof', 1, 2],
    ]);
    expect(recounted(election)).toEqual(['bus', 'park']);
    expect(election.projects.filter(({ more }) => more.get('selected') === '1').map(({ id }) => id)).toEqual([
      'park',
      'bus',
    ]);
    expect(Object.fromEntries(election.meta)).toMatchObject({
      description: 'Ein pentref / Our village',
      vote_type: 'cumulative',
      rule: 'greedy-threshold',
      num_votes: '10',
      max_points: '4',
      max_sum_points: '10',
      currency: 'GBP',
      date_begin: '23.11.2026',
    });
  });

  test('funds the same where a lot decided among equals', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const steps = allCast(TEN, { bus: 1, park: 1, roof: 1 });
      const record = recorded(roundOpen({ tokens: 10 + seed }, TEN), steps, shown);
      const outcome = decidedRounds(record.parts)[0]?.outcome;
      expect(outcome?.tiesThatMattered).toHaveLength(1);
      expect(recounted(parsePabulib(sessionPb(record, 0) ?? ''))).toEqual([...(outcome?.funded ?? [])].sort());
    }
  });

  test('holds no ballots where fewer than ten people sent any, and says so', () => {
    const few = recorded(roundOpen({}, TEN), votes.slice(0, 9), shown);
    const election = parsePabulib(sessionPb(few, 0) ?? '');
    expect(election.votes).toEqual([]);
    expect(election.projects[0]).toMatchObject({ id: 'park', score: 15 });
    expect(election.meta.get('comment')).toContain('too few people');
  });

  test('says how many ballots were blank, which it cannot list', () => {
    const record = recorded(roundOpen({}, TEN), votes.slice(0, 9), castBallot('naj', {}), shown);
    const election = parsePabulib(sessionPb(record, 0) ?? '');
    expect(election.votes).toHaveLength(9);
    expect(election.meta.get('comment')).toContain('blank ballots, which are not listed: 1');
  });

  test('names no person, and lists ballots in an order that is nobody’s', () => {
    const text = sessionPb(recorded(roundOpen({}, TEN), votes, shown), 0) ?? '';
    const backwards = sessionPb(recorded(roundOpen({}, TEN), [...votes].reverse(), shown), 0) ?? '';
    const ballots = (file: string) => file.slice(file.indexOf('VOTES'));
    expect(ballots(text)).toBe(ballots(backwards));
    expect(text).not.toMatch(/p-[a-z0-9]{16}/);
  });

  test('says that weights are not in it', () => {
    const steps = [...allCast(TEN.slice(0, 8), { bus: 1 }, 'citizens')];
    const more = ['zaa', 'zab', 'zac', 'zad', 'zae'];
    const record = recorded(
      roundOpen({ voice: 'equal-groups' }, [...TEN, ...more]),
      steps,
      allCast(more, { roof: 1 }, 'professionals'),
      shown,
    );
    const { meta } = parsePabulib(sessionPb(record, 0) ?? '');
    expect(meta.get('rule')).toBe('greedy-custom');
    expect(meta.get('comment')).toContain('the weights are not in this file');
  });

  test('is a second file for what the first vote left', () => {
    const record = recorded(
      roundOpen({}, TEN),
      allCast(TEN, { bus: 1 }),
      shown,
      setAgenda((agenda) => [...agenda, newPart(deciding({ leftOf: 'a1' }))]),
      startActivity('a4'),
      allCast(TEN, { park: 2 }),
      shown,
    );
    const second = parsePabulib(sessionPb(record, 1) ?? '');
    expect(second.potMinor).toBe(50_000);
    expect(second.projects.map(({ id }) => id).sort()).toEqual(['park', 'roof']);
    expect(recounted(second)).toEqual(['park']);
  });

  test('writes the amounts of a currency without pence as they are', () => {
    const text = sessionPb(recorded(roundOpen({}, TEN, { currency: 'JPY' }), votes, shown), 0) ?? '';
    expect(text).toContain('budget;90000\n');
    expect(text).toContain('bus;40000;');
  });
});

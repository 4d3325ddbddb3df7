import { readFileSync, readdirSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { countElection, countOfficially, type Count } from '@cyfran/shared/pabulib/counting.ts';
import { parsePabulib, type Election } from '@cyfran/shared/pabulib/parse.ts';
import { writePabulib } from '@cyfran/shared/pabulib/write.ts';
import { largestId, profileOf, smallestId, type Utility } from '@cyfran/shared/pabulib/profile.ts';
import { deserving } from '@cyfran/shared/testing/deserving.ts';
import { describe, expect, test } from 'vitest';
import { REFERENCE } from '../support/reference.ts';

/** One outcome that was computed elsewhere, exactly. */
interface Expected {
  readonly rule: string;
  readonly utility?: Utility;
  readonly selected: readonly string[];
  readonly selectedUnderReverseTieBreak?: readonly string[];
  readonly totalCost: number;
  readonly tiesMattered: boolean | null;
}

const FOLDER = join(REFERENCE, 'pabulib');
/** Larger files are counted when `CYFRAN_LONG` is set. */
const SHORT_BYTES = 400_000;
const isLong = process.env.CYFRAN_LONG !== undefined;
const plain = { completion: 'none', andGreedy: false, isCompared: false, stepMinor: 100 } as const;

/** The references' names for the rules. */
const NAMED: Readonly<Record<string, Omit<Count, 'utility'>>> = {
  greedy: { ...plain, rule: 'greedy-per-cost' },
  greedy_score: { ...plain, rule: 'greedy' },
  mes: { ...plain, rule: 'equal-shares' },
  mes_add1: { ...plain, rule: 'equal-shares', completion: 'add1-exhaustive' },
  mes_add1_maxfeasible: { ...plain, rule: 'equal-shares', completion: 'add1' },
  mes_add1_u: { ...plain, rule: 'equal-shares', completion: 'add1-exhaustive', andGreedy: true },
  mes_add1_maxfeasible_u: { ...plain, rule: 'equal-shares', completion: 'add1', andGreedy: true },
  phragmen: { ...plain, rule: 'phragmen' },
};

describe.skipIf(!existsSync(FOLDER))('real elections, as they were counted elsewhere (reference data)', () => {
  const files = existsSync(FOLDER)
    ? readdirSync(join(FOLDER, 'expected')).filter((name) => name.endsWith('.json'))
    : [];
  const isWanted = (name: string) => isLong || statSync(pathOf(name)).size < SHORT_BYTES;

  describe.each(files.filter(isWanted))('%s', (name) => {
    const election = parsePabulib(readFileSync(pathOf(name), 'utf8'));
    const expected = JSON.parse(readFileSync(join(FOLDER, 'expected', name), 'utf8')) as Expected[];
    test.each(expected.filter(({ rule }) => rule in NAMED).map((one) => [one.rule, one.utility ?? '', one] as const))(
      '%s, %s',
      (rule, utility, one) => {
        const count: Count = { ...NAMED[rule]!, utility: utility as Utility };
        const { funded, spentMinor, tiesMattered } = countElection(election, count, smallestId);
        expect(funded).toEqual(one.selected);
        expect(spentMinor).toBe(Math.round(one.totalCost * 100));
        expect(tiesMattered).toBe(one.tiesMattered);
        if (one.selectedUnderReverseTieBreak === undefined) return;
        expect([...countElection(election, count, largestId).funded].sort()).toEqual(
          [...one.selectedUnderReverseTieBreak].sort(),
        );
      },
    );
    const type = election.meta.get('vote_type');
    test.skipIf(type !== 'approval' && type !== 'choose-1')(
      'equal shares and Phragmén leave no group that deserves one more (EJR+ up to any project)',
      () => {
        const profile = profileOf(election, 'cost');
        for (const named of ['mes', 'phragmen']) {
          const { funded } = countElection(election, { ...NAMED[named]!, utility: 'cost' }, smallestId);
          expect([named, deserving(profile, new Set(funded))]).toEqual([named, []]);
        }
      },
    );
    test('comes back from its .pb file as it was', () => {
      expect(parsePabulib(writePabulib(election))).toEqual(election);
    });
    const official = expected.find(({ rule }) => rule === 'official');
    test.skipIf(official === undefined)('as the city decided', () => {
      expect([...countOfficially(election).funded].sort()).toEqual([...official!.selected].sort());
    });
  });
});

test('an election without votes, with one voter, with nothing that is affordable: every rule ends', () => {
  const rules: readonly Count[] = Object.values(NAMED).map((count) => ({ ...count, utility: 'cost' }));
  for (const votes of ['', '1;a\n', '1;a,b\n2;b\n']) {
    for (const budget of ['1', '5', '1000000']) {
      const election = electionOf(budget, votes);
      for (const count of rules) {
        const { spentMinor } = countElection(election, count, smallestId);
        expect(spentMinor, count.rule).toBeLessThanOrEqual(election.potMinor);
      }
    }
  }
});

test('a currency of low value does not make a count go on for ever', () => {
  // 20,000 each, and a step of 1: their own money buys nobody anything.
  const election = electionOf('200000', '1;a\n'.repeat(9) + '10;b\n', ['190000', '150000']);
  const count: Count = { ...plain, rule: 'equal-shares', completion: 'add1', utility: 'cost' };
  const { funded } = countElection(election, { ...count, stepMinor: 1 }, smallestId);
  expect(funded).toEqual(['a']);
});

test.skipIf(!isLong)(
  '200 proposals and 150,000 ballots, one of every kind: every rule ends',
  { timeout: 300_000 },
  () => {
    const ids = Array.from({ length: 200 }, (_, place) => `p${String(place)}`);
    const votes = Array.from({ length: 150_000 }, (_, voter) => {
      const some = ids.filter((_id, place) => (voter * 7919 + place * place * 31) % 17 === 0);
      return `${String(voter)};${some.join(',')}\n`;
    });
    const costs = ids.map((_, place) => String(1000 + place * 137));
    const election = electionOf('900000', votes.join(''), costs, ids);
    for (const count of Object.values(NAMED)) {
      const { spentMinor } = countElection(election, { ...count, utility: 'cost' }, smallestId);
      expect(spentMinor, count.rule).toBeLessThanOrEqual(election.potMinor);
    }
  },
);

function electionOf(
  budget: string,
  votes: string,
  costs: readonly string[] = ['5', '7', '999999999'],
  ids: readonly string[] = ['a', 'b', 'c'],
): Election {
  const projects = costs.map((cost, place) => `${ids[place] ?? ''};${cost}\n`).join('');
  return parsePabulib(
    `META\nkey;value\nbudget;${budget}\nvote_type;approval\nPROJECTS\nproject_id;cost\n${projects}VOTES\nvoter_id;vote\n${votes}`,
  );
}

function pathOf(name: string): string {
  return join(FOLDER, 'files', name.replace(/json$/, 'pb'));
}

import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { countElection, type Count } from '@cyfran/shared/pabulib/counting.ts';
import { parsePabulib, type Election } from '@cyfran/shared/pabulib/parse.ts';
import { profileOf, smallestId, type Utility } from '@cyfran/shared/pabulib/profile.ts';
import { completedShares } from '@cyfran/shared/rules/completed.ts';
import type { TieBreak } from '@cyfran/shared/rules/profile.ts';
import { describe, expect, test } from 'vitest';
import { REFERENCE } from '../support/reference.ts';

const FOLDER = join(REFERENCE, 'pabulib/equalshares-fixtures');
const plain = { completion: 'none', andGreedy: false, isCompared: false, stepMinor: 100 } as const;
const SHARES: Omit<Count, 'utility'> = { ...plain, rule: 'equal-shares' };
const GREEDY: Omit<Count, 'utility'> = { ...plain, rule: 'greedy-per-cost' };

/** Small elections with every type of vote, as another program counts them (reference data). */
describe.skipIf(!existsSync(FOLDER))('small elections, as one other program counts them (reference data)', () => {
  const KINDS: readonly (readonly [file: string, kind: string, count: Omit<Count, 'utility'>, utility: Utility])[] = [
    ['pabutools_cardinal_reference', 'winners', SHARES, 'additive'],
    ['pabutools_ordinal_reference', 'winners', SHARES, 'borda'],
    ['pabutools_reference', 'winners', SHARES, 'cost'],
    ['pabutools_satisfaction_reference', 'cost', SHARES, 'cost'],
    ['pabutools_satisfaction_reference', 'cardinality', SHARES, 'cardinality'],
    ['pabutools_rules_reference', 'phragmen', { ...plain, rule: 'phragmen' }, 'cost'],
    ['pabutools_rules_reference', 'greedy_cost', GREEDY, 'cost'],
    ['pabutools_rules_reference', 'greedy_cardinality', GREEDY, 'cardinality'],
  ];
  const cases = KINDS.flatMap(([file, kind, count, utility]) =>
    Object.entries(read(file) as Record<string, Record<string, readonly string[]>>).map(
      ([name, one]) => [`${file} ${kind}`, basename(name), { ...count, utility }, one[kind] ?? []] as const,
    ),
  );
  test.each(cases)('%s: %s', (_, name, count, winners) => {
    expect([...countElection(electionOf(name), count, smallestId).funded].sort()).toEqual([...winners].sort());
  });
});

/** Where that program does not keep to the order of equals that it was given. */
const OTHERWISE = 'hungary_budapest_2024.pb::utilitarian_floats_tie';

interface PeerCount {
  readonly fixture?: string;
  readonly params: {
    readonly tieBreaking: readonly string[];
    readonly completion: string;
    readonly comparison: string;
    readonly increment: number;
  };
  readonly error?: string;
  readonly result?: { readonly winners: readonly string[]; readonly totalCost: number };
}

describe.skipIf(!existsSync(FOLDER))(
  'real elections and samples of them, as a second program counts them (reference data)',
  () => {
    const cases = [
      ...Object.entries(read('js_reference') as Record<string, PeerCount>),
      ...Object.entries(read('pb_reference') as Record<string, PeerCount>),
    ];
    test.each(cases)(
      '%s',
      (name, { fixture = 'poland_wieliczka_2023_green-budget.pb', params, result, error = '' }) => {
        const { completion, comparison, tieBreaking, increment } = params;
        const count: Count = {
          rule: 'equal-shares',
          utility: 'cost',
          completion: completion.startsWith('add1') ? 'add1-exhaustive' : 'none',
          andGreedy: completion === 'add1u' || completion === 'utilitarian',
          isCompared: comparison === 'satisfaction',
          stepMinor: increment * 100,
        };
        const { funded, spentMinor } = countElection(electionOf(fixture), count, tiesBy(tieBreaking));
        // It gives up where equals are not told apart: we see the same equals.
        if (result === undefined) {
          const { ties } = completedShares(profileOf(electionOf(fixture), 'cost'), 'none', 100, smallestId);
          expect(ties).toContainEqual(error.match(/\d+/g)?.slice(0, 2));
          return;
        }
        if (name === OTHERWISE) {
          // Three projects with 31 votes each, of which the dearest was asked for first: it takes the two others, which cost as much.
          expect(withoutAny(funded, result.winners)).toEqual(['598']);
          expect(withoutAny(result.winners, funded).sort()).toEqual(['559', '573']);
        } else expect([...funded].sort()).toEqual([...result.winners].sort());
        expect(spentMinor).toBe(result.totalCost * 100);
      },
    );
  },
);

function withoutAny(some: readonly string[], others: readonly string[]): string[] {
  return some.filter((one) => !others.includes(one));
}

function tiesBy(orders: readonly string[]): TieBreak {
  return (a, b) => {
    for (const order of orders) {
      const cost = a.costMinor - b.costMinor;
      const before = order === 'maxVotes' ? b.voters.length - a.voters.length : order === 'minCost' ? cost : -cost;
      if (before !== 0) return before;
    }
    return smallestId(a, b);
  };
}

function electionOf(name: string): Election {
  const places = ['pb', 'pb_cardinal', 'pb_ordinal'].map((folder) => join(FOLDER, folder, name));
  const real = join(REFERENCE, 'pabulib/files/Poland_Wieliczka_2023_Green_Budget.pb');
  return parsePabulib(readFileSync(places.find(existsSync) ?? real, 'utf8'));
}

function read(name: string): object {
  const path = join(FOLDER, `${name}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as object) : {};
}

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  CannotCount,
  countElection,
  countOfficially,
  inFileOrder,
  RULES,
  type Count,
  type ElectionCount,
  type Rule,
} from '@cyfran/shared/pabulib/counting.ts';
import { PabulibError } from '@cyfran/shared/pabulib/fault.ts';
import { parsePabulib, type Election } from '@cyfran/shared/pabulib/parse.ts';
import { largestId, smallestId, utilityOf, type Utility } from '@cyfran/shared/pabulib/profile.ts';
import type { TieBreak } from '@cyfran/shared/rules/profile.ts';
import { sha256Hex } from '../access/credentials.ts';
import { CannotDo } from './loopback.ts';

export const COUNT_USAGE = `count FILE.pb [--rule RULE] [--completion HOW] [--utility WHAT] [--ties ORDER] [--increment N] [--json]

  --rule        ${RULES.join(', ')}, or official: as the file says (default greedy)
  --completion  of equal-shares: none, add1, add1-exhaustive, add1+greedy, add1-exhaustive+greedy (default none)
  --utility     cost, cardinality, additive, borda (default: cost for approval and choose-1, else the points)
  --ties        smallest-id, largest-id, lower-cost, more-support, file-order, lot:SEED (default smallest-id)
  --increment   by how much everybody's money grows in a completion, in the file's currency (default 1)
`;
const COMPLETIONS = ['none', 'add1', 'add1-exhaustive', 'add1+greedy', 'add1-exhaustive+greedy'] as const;
const SAY_EVERY_MS = 500;
const UTILITIES = ['cost', 'cardinality', 'additive', 'borda'] as const;

/** Thrown when the words after `count` are not understood. */
export class BadUsage extends Error {
  override readonly name = 'BadUsage';
}

interface Asked {
  readonly file: string;
  readonly rule: Rule | 'official';
  readonly completion: (typeof COMPLETIONS)[number];
  readonly utility: Utility | null;
  readonly ties: string;
  readonly increment: number;
  readonly json: boolean;
}

/** Counts a `.pb` file; answers what to print. Throws `BadUsage`, and `CannotDo` for a file that cannot be counted. */
export function countFile(words: readonly string[]): string {
  const asked = readAsked(words);
  const election = readElection(asked.file);
  const began = performance.now();
  const { outcome, count } = counted(election, asked);
  const seconds = (performance.now() - began) / 1000;
  const { rule, utility } = count;
  const completion = `${count.completion}${count.andGreedy ? '+greedy' : ''}`;
  const { funded, spentMinor, tiesMattered } = outcome;
  const ties = asked.rule === 'official' ? 'file-order' : asked.ties;
  if (asked.json) {
    const totalCost = spentMinor / 100;
    return JSON.stringify({
      file: asked.file,
      rule,
      utility,
      completion,
      ties,
      selected: funded,
      totalCost,
      tiesMattered,
      seconds,
    });
  }
  const names = new Map(election.projects.map(({ id, name }) => [id, name]));
  const money = (minor: number) =>
    `${(minor / 10 ** election.decimals).toFixed(election.decimals)} ${election.meta.get('currency') ?? ''}`.trim();
  return [
    `${rule}${rule === 'equal-shares' ? `, ${completion}` : ''}, ${utility}, ties by ${ties}: ${String(funded.length)} of ${String(election.projects.length)} projects`,
    ...funded.map((id) => `  ${id}  ${names.get(id) ?? ''}`.trimEnd()),
    `${money(spentMinor)} of ${money(election.potMinor)}${tiesMattered ? '; a tie decided who is funded' : ''}`,
  ].join('\n');
}

function counted(election: Election, asked: Asked): { readonly outcome: ElectionCount; readonly count: Count } {
  try {
    if (asked.rule === 'official') {
      const { count, ...outcome } = countOfficially(election);
      return { outcome, count };
    }
    const count: Count = {
      rule: asked.rule,
      utility: asked.utility ?? utilityOf(election),
      completion: asked.completion.startsWith('add1-exhaustive')
        ? 'add1-exhaustive'
        : asked.completion.startsWith('add1')
          ? 'add1'
          : 'none',
      andGreedy: asked.completion.endsWith('+greedy'),
      isCompared: false,
      stepMinor: Math.round(asked.increment * 10 ** election.decimals),
    };
    return { outcome: countElection(election, count, tieBreak(election, asked.ties), progressOf(election)), count };
  } catch (error) {
    if (error instanceof CannotCount) throw new CannotDo(`${asked.file}: ${error.message}`);
    throw error;
  }
}

/** Tells somebody who watches how far a long count is, on one line of the terminal. */
function progressOf({ potMinor }: Election): (spentMinor: number) => void {
  let [steps, said] = [0, performance.now()];
  return (spentMinor) => {
    steps += 1;
    if (!process.stderr.isTTY || performance.now() - said < SAY_EVERY_MS) return;
    said = performance.now();
    process.stderr.write(`\rstep ${String(steps)}: ${((100 * spentMinor) / potMinor).toFixed(1)} % of the budget `);
  };
}

function tieBreak(election: Election, named: string): TieBreak {
  if (named.startsWith('lot:')) {
    const seed = named.slice('lot:'.length);
    const drawn = new Map(election.projects.map(({ id }) => [id, sha256Hex(`${seed}\n${id}`)]));
    return (a, b) => ((drawn.get(a.proposal) ?? '') < (drawn.get(b.proposal) ?? '') ? -1 : 1);
  }
  const orders: Readonly<Record<string, TieBreak>> = {
    'smallest-id': smallestId,
    'largest-id': largestId,
    'lower-cost': (a, b) => a.costMinor - b.costMinor || smallestId(a, b),
    'more-support': (a, b) => b.support - a.support || smallestId(a, b),
    'file-order': inFileOrder(election),
  };
  const found = orders[named];
  if (found === undefined) throw new BadUsage(`there is no order of ties "${named}"`);
  return found;
}

function readElection(file: string): Election {
  try {
    return parsePabulib(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof PabulibError || (error instanceof Error && 'code' in error)) {
      throw new CannotDo(`${file}: ${error.message}`);
    }
    throw error;
  }
}

function readAsked(words: readonly string[]): Asked {
  const text = { type: 'string' } as const;
  const read = () =>
    parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { rule: text, completion: text, utility: text, ties: text, increment: text, json: { type: 'boolean' } },
    });
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read();
  } catch (error) {
    throw new BadUsage(error instanceof Error ? error.message : String(error));
  }
  const { positionals, values } = parsed;
  const [file, ...more] = positionals;
  const increment = Number(values.increment ?? '1');
  if (file === undefined || more.length > 0) throw new BadUsage('one file is counted at a time');
  if (!(increment >= 0.01)) throw new BadUsage('--increment is an amount, at least 0.01');
  return {
    file,
    rule: oneOf(['official', ...RULES] as const, values.rule ?? 'greedy', '--rule'),
    completion: oneOf(COMPLETIONS, values.completion ?? 'none', '--completion'),
    utility: values.utility === undefined ? null : oneOf(UTILITIES, values.utility, '--utility'),
    ties: values.ties ?? 'smallest-id',
    increment,
    json: values.json ?? false,
  };
}

function oneOf<One extends string>(known: readonly One[], given: string, name: string): One {
  const found = known.find((one) => one === given);
  if (found === undefined) throw new BadUsage(`${name} is one of ${known.join(', ')}, not "${given}"`);
  return found;
}

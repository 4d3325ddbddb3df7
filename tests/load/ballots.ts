import { readFileSync } from 'node:fs';
import { parsePabulib, type Election } from '@cyfran/shared/pabulib/parse.ts';
import { profileOf, smallestId } from '@cyfran/shared/pabulib/profile.ts';
import { completedShares } from '@cyfran/shared/rules/completed.ts';
import type { Profile } from '@cyfran/shared/rules/profile.ts';
import { answerParent } from './child.ts';
import { textbook } from './textbook.ts';

const STEP_MINOR = 100;

let election: Election | null = null;
let profile: Profile | null = null;

/** One real election in a process of its own: read, and counted by us and by the textbook. Times in seconds. */
const ways = {
  read({ path }: { readonly path: string }) {
    const text = readFileSync(path, 'utf8');
    const seconds = timed(() => {
      election = parsePabulib(text);
    });
    return { seconds, bytes: text.length };
  },
  plain() {
    const known = profileOf(election ?? none(), 'cost');
    profile = known;
    return timed(() => completedShares(known, 'none', STEP_MINOR, smallestId));
  },
  add1() {
    const known = profile ?? none();
    let raises = 0;
    const seconds = timed(() => {
      ({ raises } = completedShares(known, 'add1', STEP_MINOR, smallestId));
    });
    // The one that cost too much was counted as well.
    return { seconds, counts: raises + 2, mib: process.resourceUsage().maxRSS / 1024 };
  },
  /** The textbook with so much more money for each voter. */
  textbook({ extraMinor }: { readonly extraMinor: number }) {
    const known = profile ?? none();
    return timed(() => textbook(known, known.potMinor / known.weights.length + extraMinor));
  },
};
export type Ballots = typeof ways;

answerParent(ways);

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

function none(): never {
  throw new Error('no election was read');
}

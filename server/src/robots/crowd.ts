import type { CardCode, ProposalId, SessionCode } from '@cyfran/shared/words/ids.ts';
import { comeIn } from './steps.ts';
import { takePart } from './taking-part.ts';

/** What a crowd is told when it starts. `cards`: for as many of the robots. */
export interface CrowdTask {
  readonly url: string;
  readonly code: SessionCode;
  readonly robots: number;
  readonly cards: readonly CardCode[];
  readonly pace: number;
}

/** The robots of one rehearsal, in a process of their own: it ends when they have all gone home, or with the server. */
process.once('disconnect', () => process.exit());
process.once('message', (task) => {
  void run(task as CrowdTask).then(() => process.exit());
});

async function run({ url, code, robots, cards, pace }: CrowdTask): Promise<void> {
  const liked = new Map<ProposalId, number>();
  const likes = (proposal: ProposalId): number => {
    // A few are liked by many, most by some.
    const weight = liked.get(proposal) ?? 0.2 + Math.random() ** 3 * 5;
    liked.set(proposal, weight);
    return weight;
  };
  const lives = Array.from({ length: robots }, async (_, index) => {
    const card = cards[index];
    const robot = await comeIn(url, { code, ...(card === undefined ? {} : { card }) });
    await takePart(robot, { pace, luck: Math.random, likes });
  });
  await Promise.all(lives);
}

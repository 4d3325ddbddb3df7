import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import { castBallot, endMeeting, enterPaper, spoilPaper, startActivity } from '@cyfran/shared/testing/asked.ts';
import { given } from '@cyfran/shared/testing/given.ts';
import { deciding, joined, paperShown, people } from '@cyfran/shared/testing/meetings.ts';
import type { RecordedSession } from '@cyfran/shared/testing/recorded-session.ts';
import fc from 'fast-check';

const PROPOSALS: SetUp['proposals'] = [40_000, 30_000, 50_000, 12_000, 8000, 30_000].map((costMinor, at) => ({
  proposal: `p${String(at + 1)}`,
  costMinor,
  name: { en: `Proposal ${String(at + 1)}` },
}));

const votes = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: PROPOSALS.length, maxLength: PROPOSALS.length })
  .filter((tokens) => tokens.reduce((sum, n) => sum + n, 0) <= 10)
  .map((tokens) => {
    const lines = PROPOSALS.map(({ proposal }, at) => [proposal, tokens[at] ?? 0] as const);
    return Object.fromEntries(lines.filter(([, n]) => n > 0));
  });
const group = fc.constantFrom('citizens' as const, 'professionals' as const);

/** One who votes, maybe twice, on a phone, on a tablet or on paper. */
const voter = fc.record({
  first: fc.option(votes, { freq: 3 }),
  votes,
  group,
  door: fc.constantFrom('phone' as const, 'phone' as const, 'tablet' as const, 'paper' as const),
});

/** An evening with one deciding round that was counted and shown: 5 to 40 people, any rule. */
export const countedEvening = fc.record({
  mode: fc.constantFrom<SetUp['mode']>('pseudonymous', 'pseudonymous', 'private'),
  count: fc.constantFrom('greedy' as const, 'equal-shares' as const),
  voice: fc.constantFrom('one-person-one-ballot' as const, 'citizen-floor' as const, 'equal-groups' as const),
  decision: fc.constantFrom('overall' as const, 'both-groups' as const),
  potMinor: fc.integer({ min: 20_000, max: 120_000 }),
  voters: fc.array(voter, { minLength: 5, maxLength: 40, size: 'max' }),
  spoiled: fc.integer({ min: 0, max: 2 }),
});
export type CountedEvening = typeof countedEvening extends fc.Arbitrary<infer One> ? One : never;

/** Plays it to its end. */
export function playCounted(evening: CountedEvening): RecordedSession {
  const { mode, count, voice, decision, potMinor, voters, spoiled } = evening;
  const plan = deciding({ tokens: 10, cap: 4, count, voice, decision });
  const reads = voice !== 'one-person-one-ballot' || decision === 'both-groups';
  const names = people(voters.length);
  const groupOf = (one: (typeof voters)[number]) => (reads ? { group: one.group } : {});
  const sent = voters.flatMap((one, at) => {
    const [name, door] = [names[at]!, one.door];
    const all = [...(one.first === null ? [] : [one.first]), one.votes];
    return all.map((chosen) =>
      door === 'paper'
        ? enterPaper(at + 1, chosen, { card: name, ...groupOf(one) })
        : castBallot(name, chosen, { door, ...groupOf(one) }),
    );
  });
  const papers = voters.flatMap(({ door }, at) => (door === 'paper' ? [at + 1] : [])).slice(0, spoiled);
  return given(
    joined(names, { mode, potMinor, paper: true, admission: 'cards', proposals: PROPOSALS, agenda: [plan] }),
    [startActivity('a1'), ...sent, ...papers.map((serial) => spoilPaper(serial))],
    paperShown,
    endMeeting(),
  ).meeting;
}

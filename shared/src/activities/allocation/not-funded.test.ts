import { greedy } from '../../rules/greedy.ts';
import { expect, test } from 'vitest';
import { notFunded } from './not-funded.ts';

/** `[proposal, cost, tokens]`, in the order of the lot among equals. */
function outcome(potMinor: number, lines: readonly (readonly [string, number, number])[]) {
  const { funded } = greedy(
    lines.map(([proposal, costMinor, tokens], drawn) => ({ proposal, costMinor, tokens, drawn: String(drawn) })),
    potMinor,
  );
  const costs = new Map(lines.map(([proposal, costMinor]) => [proposal, costMinor]));
  const rows = lines.map(([proposal, , tokens]) => ({ proposal, tokens, supporters: 1, weighed: tokens }));
  return notFunded(
    { rule: 'greedy', tiesThatMattered: [], rows, funded, potMinor, stillToTalk: [] },
    (proposal) => costs.get(proposal) ?? 0,
  );
}

test('says how much was missing when a proposal’s turn came, not what is left at the end', () => {
  const lines = [
    ['bus', 600, 9],
    ['hall', 700, 7],
    ['tree', 300, 5],
  ] as const;
  expect(outcome(1000, lines)).toEqual([{ proposal: 'hall', tokens: 7, lacked: { why: 'money', shortMinor: 300 } }]);
});

test('stands in the order of tokens, and names what nobody backed', () => {
  const lines = [
    ['path', 200, 0],
    ['bus', 600, 2],
    ['hall', 700, 7],
    ['pond', 900, 3],
  ] as const;
  expect(outcome(700, lines)).toEqual([
    { proposal: 'pond', tokens: 3, lacked: { why: 'money', shortMinor: 900 } },
    { proposal: 'bus', tokens: 2, lacked: { why: 'money', shortMinor: 600 } },
    { proposal: 'path', tokens: 0, lacked: { why: 'tokens' } },
  ]);
});

test('what one side does not back yet is told so, and its money is nobody’s', () => {
  const rows = [
    { proposal: 'bus', tokens: 9, supporters: 4, weighed: 9 },
    { proposal: 'hall', tokens: 7, supporters: 3, weighed: 7 },
  ];
  const lacks = notFunded(
    { rule: 'greedy', tiesThatMattered: [], rows, funded: [], potMinor: 1000, stillToTalk: [['bus', 'professionals']] },
    () => 600,
  );
  expect(lacks).toEqual([
    { proposal: 'bus', tokens: 9, lacked: { why: 'talk', lacks: 'professionals' } },
    { proposal: 'hall', tokens: 7, lacked: { why: 'money', shortMinor: 200 } },
  ]);
});

test('the order is the count’s own, where votes weigh differently', () => {
  const rows = [
    { proposal: 'bus', tokens: 9, supporters: 4, weighed: 50 },
    { proposal: 'hall', tokens: 7, supporters: 3, weighed: 60 },
  ];
  const lacks = notFunded(
    { rule: 'greedy', tiesThatMattered: [], rows, funded: ['hall'], potMinor: 1000, stillToTalk: [] },
    () => 600,
  );
  expect(lacks).toEqual([{ proposal: 'bus', tokens: 9, lacked: { why: 'money', shortMinor: 200 } }]);
});

test('equals that only the lot could part are told so', () => {
  const lines = [
    ['bus', 600, 4],
    ['hall', 600, 4],
    ['sea', 2000, 4],
  ] as const;
  expect(outcome(1000, lines)).toEqual([
    { proposal: 'hall', tokens: 4, lacked: { why: 'lot' } },
    { proposal: 'sea', tokens: 4, lacked: { why: 'money', shortMinor: 1000 } },
  ]);
});

test('among equal shares the one with the most tokens can lose: what was left in the end was too little, or a lot fell', () => {
  const rows = [
    { proposal: 'bus', tokens: 31, supporters: 8, weighed: 31 },
    { proposal: 'garden', tokens: 24, supporters: 6, weighed: 24 },
    { proposal: 'pond', tokens: 24, supporters: 6, weighed: 24 },
    { proposal: 'wifi', tokens: 0, supporters: 0, weighed: 0 },
  ];
  const costs = new Map([
    ['bus', 900],
    ['garden', 400],
    ['pond', 400],
    ['wifi', 100],
  ]);
  const parts = { funded: ['garden'], potMinor: 1000, stillToTalk: [], rule: 'equal-shares' } as const;
  const lost = notFunded({ ...parts, rows, tiesThatMattered: [['garden', 'pond']] }, (proposal) =>
    costs.get(proposal)!,
  );
  expect(lost.map(({ proposal, lacked }) => [proposal, lacked])).toEqual([
    ['bus', { why: 'shares', shortMinor: 300 }],
    ['pond', { why: 'lot' }],
    ['wifi', { why: 'tokens' }],
  ]);
});

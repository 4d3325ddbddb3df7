import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { expect, test } from 'vitest';
import { receiptMatches, type Opening } from './receipt.ts';

const sent: Opening = {
  round: 'a2.1',
  alloc: [
    ['bus', 3],
    ['park', 2],
  ],
  salt: 'AAECAwQFBgcICQoLDA0ODw',
};

/** The commitment as the server makes it, written out with Node's own tools. */
function serverCommit({ round, alloc, salt }: Opening, before: readonly null[]): string {
  const bodies = canonicalize([...before, { ballot: { round, alloc, door: 'phone' } }])!;
  return createHash('sha256')
    .update('cyfran/body/v1\n')
    .update(Buffer.from(salt, 'base64url'))
    .update(bodies)
    .digest('base64url');
}

test('[J9] a receipt is genuine for exactly what was sent, whether the credential was issued before or with the ballot', () => {
  expect(receiptMatches(serverCommit(sent, []), sent)).toBe(true);
  expect(receiptMatches(serverCommit(sent, [null]), sent)).toBe(true);
});

test('[J9] a receipt for other choices, another round or another salt is told apart', () => {
  const others: Opening[] = [
    {
      ...sent,
      alloc: [
        ['bus', 2],
        ['park', 3],
      ],
    },
    { ...sent, round: 'a3.1' },
    { ...sent, salt: 'AAECAwQFBgcICQoLDA0OEA' },
  ];
  for (const other of others) expect(receiptMatches(serverCommit(other, []), sent)).toBe(false);
});

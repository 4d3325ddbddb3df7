import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { expect, test } from 'vitest';
import type { Opening } from './opening.ts';
import { isGenuine, receiptMatches } from './receipt.ts';
import type { Standing } from './standing.ts';

const sent: Opening = {
  round: 'a2.1',
  alloc: [
    ['bus', 3],
    ['park', 2],
  ],
  salt: 'AAECAwQFBgcICQoLDA0ODw',
};

/** The commitment as the server makes it, written out with Node's own tools. */
function serverCommit({ salt, ...ballot }: Opening, before: readonly null[], door = 'phone'): string {
  const bodies = canonicalize([...before, { ballot: { ...ballot, door } }])!;
  return createHash('sha256')
    .update('cyfran/body/v1\n')
    .update(Buffer.from(salt, 'base64url'))
    .update(bodies)
    .digest('base64url');
}

test('[J9] a receipt is genuine for exactly what was sent, whether the credential was issued before or with the ballot', () => {
  expect(receiptMatches(serverCommit(sent, []), sent, 'phone')).toBe(true);
  expect(receiptMatches(serverCommit(sent, [null]), sent, 'phone')).toBe(true);
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
    { ...sent, group: 'citizens' },
  ];
  for (const other of others) expect(receiptMatches(serverCommit(other, []), sent, 'phone')).toBe(false);
});

test('[J9] a receipt is for what people said of themselves too, and for the door that they sent through', () => {
  const grouped: Opening = { ...sent, group: 'citizens' };
  expect(receiptMatches(serverCommit(grouped, []), grouped, 'phone')).toBe(true);
  expect(receiptMatches(serverCommit(grouped, [], 'tablet'), grouped, 'tablet')).toBe(true);
  expect(receiptMatches(serverCommit(grouped, [], 'tablet'), grouped, 'phone')).toBe(false);
  expect(receiptMatches(serverCommit({ ...sent, group: 'professionals' }, []), grouped, 'phone')).toBe(false);
});

test('[J9] a phone believes the receipt for what it sent, and for what another phone sent, and no other', () => {
  const { round, alloc, salt } = sent;
  const standing: Standing = {
    alloc,
    group: null,
    version: 7,
    commit: serverCommit(sent, []),
    receipt: null,
    salt,
    elsewhere: false,
  };
  expect(isGenuine(standing, round, 'phone')).toBe(true);
  expect(isGenuine({ ...standing, commit: 'x'.repeat(43) }, round, 'phone')).toBe(false);
  expect(isGenuine({ ...standing, commit: 'x'.repeat(43), salt: null, elsewhere: true }, round, 'phone')).toBe(true);
  expect(isGenuine({ ...standing, commit: null }, round, 'phone')).toBe(true);
});

import { recordOf, type SessionRecord } from '@cyfran/shared/session/record.ts';
import { unguarded } from '@cyfran/shared/sheet/write-csv.ts';
import { castBallot, startActivity } from '@cyfran/shared/testing/asked.ts';
import { given } from '@cyfran/shared/testing/given.ts';
import { allCast, counted, deciding, people, roundOpen, shown, type Step } from '@cyfran/shared/testing/meetings.ts';
import { newPart, setAgenda } from '@cyfran/shared/testing/planned.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import { describe, expect, test } from 'vitest';
import { resultsCsv } from './csv.ts';

const recorded = (...steps: readonly (Step | readonly Step[])[]) => recordOf(given(...steps).session);
const VOTES = [castBallot('ann', { bus: 4, roof: 4 }), castBallot('bob', { bus: 4, park: 2 })];

describe('the results as a table', () => {
  test('are not there before they were shown', () => {
    expect(resultsCsv(recorded(roundOpen(), VOTES, counted))).toBeNull();
  });

  test('hold every proposal in the order of the wall, in both languages, with its cost, tokens, fate and reason', () => {
    const [head, ...rows] = readCsv(resultsCsv(recorded(roundOpen(), VOTES, shown)) ?? '');
    expect(head?.slice(0, 4)).toEqual(['Rhif / Number', 'Id', 'Enw (Cymraeg)', 'Name (English)']);
    expect(rows).toEqual([
      ['1', 'bus', 'Bws', 'A bus', '400.00', 'GBP', '8', '2', 'ie', 'yes', '', ''],
      [
        ...['2', 'park', '', 'A park', '300.00', 'GBP', '2', '1', 'na', 'no'],
        ...[
          'Roedd 300.00 GBP yn brin pan ddaeth ei dro: nid oedd digon o arian ar ôl.',
          'It was 300.00 GBP short when its turn came: not enough money was left.',
        ],
      ],
      ['3', 'roof', 'To', '', '500.00', 'GBP', '4', '1', 'ie', 'yes', '', ''],
    ]);
  });

  test('say which side does not back yet what it lacks, by the meeting’s own names', () => {
    const names = people(10);
    const groupNames = { citizens: { en: 'neighbours' }, professionals: {} };
    const [, bus, , roof] = readCsv(
      resultsCsv(
        recorded(
          roundOpen({ decision: 'both-groups' }, names, { groupNames }),
          allCast(names.slice(0, 5), { bus: 1 }, 'citizens'),
          allCast(names.slice(5), { roof: 1 }, 'professionals'),
          shown,
        ),
      ) ?? '',
    );
    expect(bus?.slice(-1)).toEqual(['Not yet backed by at least one in five of this group: professionals.']);
    expect(roof?.slice(-2)).toEqual([
      'Heb gefnogaeth o leiaf un o bob pump o’r grŵp hwn eto: neighbours.',
      'Not yet backed by at least one in five of this group: neighbours.',
    ]);
  });

  test('say what was funded from the money that was left', () => {
    const share = [
      setAgenda((agenda) => [...agenda, newPart(deciding({ leftOf: 'a1' }))]),
      startActivity('a4'),
      castBallot('bob', { park: 2 }),
      ...shown,
    ];
    const [, , park] = readCsv(
      resultsCsv(recorded(roundOpen(), [castBallot('ann', { bus: 4 }), ...shown], share)) ?? '',
    );
    expect(park?.slice(6)).toEqual(['2', '1', 'ie', 'yes', 'O’r arian a oedd ar ôl', 'From the money that was left']);
  });

  test('never run: whatever 20,000 names hold, no cell begins like a formula, and each comes back as it was', () => {
    const record = recorded(roundOpen(), VOTES, shown);
    const random = seeded(20_261_123);
    for (let round = 0; round < 20_000 / 6; round += 1) {
      const names = record.setUp.proposals.map((): Text => ({ cy: strange(random), en: strange(random) }));
      const csv = resultsCsv(renamed(record, names)) ?? '';
      expect(csv.startsWith('\uFEFF')).toBe(true);
      const [head, ...rows] = readCsv(csv);
      expect(rows.map((cells) => cells.length)).toEqual(rows.map(() => head?.length));
      expect(rows.flat().filter((cell) => /^'*[=+\-@\t\r＝＋－＠]/.test(cell) && !cell.startsWith("'"))).toEqual([]);
      expect(rows.map(([, , cy, en]) => [cy, en].map((cell) => unguarded(cell ?? '')))).toEqual(
        names.map(({ cy, en }) => [cy, en]),
      );
    }
  });
});

function renamed(record: SessionRecord, names: readonly Text[]): SessionRecord {
  const proposals = record.setUp.proposals.map((one, index) => ({ ...one, name: names[index] ?? {} }));
  return { ...record, setUp: { ...record.setUp, proposals } };
}

const LETTERS = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '\t',
  '\r',
  '\n',
  "'",
  '"',
  ',',
  ';',
  '|',
  '!',
  ' ',
  '(',
  ')',
  '1',
  'A',
  'ŵ',
  '😀',
];

function strange(random: () => number): string {
  const letters = Array.from({ length: Math.floor(random() * 8) }, () =>
    random() < 0.7
      ? LETTERS[Math.floor(random() * LETTERS.length)]
      : String.fromCodePoint(1 + Math.floor(random() * 0xd7ff)),
  );
  // What may stand in a text is trimmed and has no carriage return; a formula may still hide behind what is left.
  return letters.join('').replace(/\r/g, '').trim();
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** CSV as RFC 4180 has it, read without the product's own reader. */
function readCsv(text: string): string[][] {
  const cells = [...text.replace('\uFEFF', '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

import { recordOf } from '@cyfran/shared/session/record.ts';
import { castBallot, correct, enterPaper, seatOf, voidRound } from '@cyfran/shared/testing/asked.ts';
import { given } from '@cyfran/shared/testing/given.ts';
import {
  allCast,
  counted,
  paperCounted,
  paperRoundOpen,
  paperShown,
  people,
  practice,
  roundOpen,
  shown,
  deciding,
  type Step,
} from '@cyfran/shared/testing/meetings.ts';
import { writeDecision } from '@cyfran/shared/testing/planned.ts';
import { credentialOf } from '@cyfran/shared/testing/recorded-session.ts';
import { describe, expect, test } from 'vitest';
import { recordJson } from './json.ts';

const TEN = people(10);
const asJson = (...steps: readonly (Step | readonly Step[])[]) => recordJson(recordOf(given(...steps).session));

describe('the whole record for programs', () => {
  test('is not there before anything was shown, voided or written', () => {
    expect(asJson(roundOpen({}, TEN), allCast(TEN, { bus: 1 }), counted)).toBeNull();
  });

  test('is canonical: keys in order, nothing between them, the same bytes each time', () => {
    const text = asJson(roundOpen({}, TEN), allCast(TEN, { bus: 1 }), shown) ?? '';
    expect(text).toBe(asJson(roundOpen({}, TEN), allCast(TEN, { bus: 1 }), shown));
    expect(text).toBe(JSON.stringify(inOrder(JSON.parse(text))));
  });

  test('holds what was decided and each ballot, and nothing that leads to a person', () => {
    const steps = [roundOpen({}, TEN), allCast(TEN, { bus: 1, park: 2 }), shown, writeDecision()];
    const text = asJson(...steps) ?? '';
    expect(JSON.parse(text)).toMatchObject({
      format: 'cyfran-record',
      formatVersion: 1,
      joined: 10,
      proposals: [{ number: 1, proposal: 'bus', costMinor: 40_000 }, { number: 2 }, { number: 3 }],
      parts: [
        {
          activity: 'a1',
          kind: 'allocation',
          rounds: [
            {
              round: 'a1.1',
              outcome: { ballots: 10, funded: ['park', 'bus'], spentMinor: 70_000 },
              ballots: TEN.map(() => [
                ['bus', 1],
                ['park', 2],
              ]),
              byDoor: [{ door: 'phone', ballots: 10 }],
            },
          ],
        },
      ],
      decisions: [{ edition: 1, actions: [{ until: '2027-01-31' }] }],
    });
    for (const name of TEN) {
      expect(text).not.toContain(seatOf(name));
      expect(text).not.toContain(credentialOf(seatOf(name), 'a1.1'));
    }
  });

  test('holds no totals of a round that was voided, or not shown, or practice', () => {
    const voided = asJson(roundOpen({}, TEN), allCast(TEN, { bus: 1 }), shown, voidRound({ en: 'Wrong cost' })) ?? '';
    expect(JSON.parse(voided)).toMatchObject({
      parts: [{ rounds: [{ voided: { en: 'Wrong cost' }, outcome: null, ballots: null }, { outcome: null }] }],
    });
    const both = { agenda: [practice(), deciding()] };
    const practised = asJson(roundOpen({}, TEN, both), allCast(TEN, { tea: 1 }), writeDecision()) ?? '';
    expect(JSON.parse(practised)).toMatchObject({ parts: [{ activity: 'a1', rounds: [] }] });
  });

  test('tells what a corrected version funded and why it was corrected, never its totals', () => {
    const steps = [
      paperRoundOpen({}, TEN),
      allCast(TEN, { bus: 1 }),
      paperShown,
      correct({ en: 'A paper was found' }),
      enterPaper(7, { park: 4 }),
      paperCounted.slice(2),
    ];
    const before = asJson(...steps) ?? '';
    expect(JSON.parse(before)).toMatchObject({ parts: [{ rounds: [{ ballots: null, outcome: { version: 1 } }] }] });
    const after = JSON.parse(asJson(...steps, shown.slice(-1)) ?? '') as {
      parts: { rounds: { before: unknown; outcome: { version: number; ballots: number } }[] }[];
    };
    expect(after.parts[0]?.rounds[0]).toMatchObject({ outcome: { version: 2, ballots: 11 } });
    expect(after.parts[0]?.rounds[0]?.before).toEqual([
      { version: 1, funded: ['bus'], spentMinor: 40_000, reason: { en: 'A paper was found' } },
    ]);
  });

  test('holds a blank ballot as what it is', () => {
    const text = asJson(roundOpen({}, TEN), allCast(TEN.slice(1), { bus: 1 }), castBallot('naa', {}), shown) ?? '';
    expect(text).toContain('"ballots":[[["bus",1]]');
    expect(text).toContain(',[]]');
  });
});

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

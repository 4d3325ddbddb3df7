import { describe, expect, test } from 'vitest';
import { memoryKeep } from './keep.ts';
import { keepSeal, keptReceipts, keptSeals, receiptFragment, receiptIn, type KeptReceipt } from './kept-record.ts';

const SID = 's-0123456789abcdef';
const seal = (size: number, head = 'h'.repeat(43)) => ({ size, head, note: `note ${String(size)}` });

describe('what a device keeps of a meeting’s record', () => {
  test('[X6] the last five seals, each once, and it tells when one of them has changed', () => {
    const keep = memoryKeep();
    for (const size of [3, 5, 8, 9, 12, 20, 20]) expect(keepSeal(keep, SID, seal(size))).toBe(false);
    expect(keptSeals(keep, SID).map(({ size }) => size)).toEqual([5, 8, 9, 12, 20]);
    expect(keepSeal(keep, SID, seal(12, 'x'.repeat(43)))).toBe(true);
    expect(keptSeals(keep, SID)[3]?.head).toBe('h'.repeat(43));
    // A server that is a little behind says nothing wrong.
    expect(keepSeal(keep, SID, seal(10))).toBe(false);
    expect(keptSeals(keep, 's-other')).toEqual([]);
  });

  test('[X6] the newest receipt of each place and round, and it goes through a QR code whole', () => {
    const kept = (round: string, seq: number): KeptReceipt => ({
      receipt: {
        ...{ t: 'receipt', v: 1, sid: SID, round, seq, commit: 'c'.repeat(43), head: 'h'.repeat(43), size: seq + 1 },
        ...{ kid: 'kid-0123', sig: 's'.repeat(86) },
      },
      alloc: [['bus', 2]],
    });
    const other = kept('a1.1', 3);
    const stored = {
      'cyfran.BCDFGH.draft.a1.1': { own: null, sent: kept('a1.1', 7) },
      'cyfran.BCDFGH.2.draft.a1.1': { own: null, sent: kept('a1.1', 8) },
      'cyfran.BCDFGH.draft.a2.1': { own: [['bus', 1]], sent: null },
      'cyfran.CCDFGH.draft.a1.1': { own: null, sent: { ...other, receipt: { ...other.receipt, sid: 's-other' } } },
      'cyfran.BCDFGH.places': { at: 1, places: [] },
    };
    const storage = Object.assign(
      Object.create({ getItem: (key: keyof typeof stored) => JSON.stringify(stored[key]) }) as Storage,
      Object.fromEntries(Object.keys(stored).map((key) => [key, ''])),
    );
    expect(keptReceipts(storage, SID).map(({ receipt: { seq } }) => seq)).toEqual([7, 8]);
    const one = kept('a1.1', 5);
    expect(receiptIn(SID, receiptFragment(one))).toEqual(one.receipt);
    expect(receiptIn(SID, 'anything')).toBeNull();
  });
});

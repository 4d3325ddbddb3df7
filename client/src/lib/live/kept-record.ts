import type { Allocation } from '@cyfran/shared/ballots/ballot.ts';
import type { Receipt } from '@cyfran/shared/protocol.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { SessionId } from '@cyfran/shared/words/ids.ts';
import { keepIn, type Keep } from './keep.ts';

/** A meeting's seal as a screen is shown it. */
export type Seal = NonNullable<View['seal']>;

/** A receipt with what it is for, from the phone's own copy. */
export interface KeptReceipt {
  readonly receipt: Receipt;
  readonly alloc: Allocation;
}

/** So many of the newest seals show whether the record is still the one that this device saw. */
const MOST_SEALS = 5;

/** The last seals that this device was shown, oldest first. */
export function keptSeals(keep: Keep, sid: SessionId): Seal[] {
  const kept = keep.read(sealsKey(sid));
  return Array.isArray(kept) ? (kept as Seal[]) : [];
}

/** Keeps a seal that is new here. Returns whether it says something else of the same entries than one that was kept. */
export function keepSeal(keep: Keep, sid: SessionId, seal: Seal): boolean {
  const kept = keptSeals(keep, sid);
  const same = kept.find(({ size }) => size === seal.size);
  if (same !== undefined) return same.head !== seal.head;
  const all = [...kept, seal].sort((a, b) => a.size - b.size);
  keep.write(sealsKey(sid), all.slice(-MOST_SEALS));
  return false;
}

/** The receipts that this device was given in a meeting, from where its ballots are kept: one for each place and round, the newest. */
export function keptReceipts(storage: Storage, sid: SessionId): KeptReceipt[] {
  return Object.keys(storage).flatMap((key): KeptReceipt[] => {
    if (!/^cyfran\..+\.draft\./.test(key)) return [];
    const { sent } = (keepIn(storage).read(key) ?? {}) as { sent?: Partial<KeptReceipt> | null };
    const { receipt, alloc } = sent ?? {};
    return receipt?.sid === sid && alloc !== undefined ? [{ receipt, alloc }] : [];
  });
}

/** A receipt as the fragment of an address, which no server is told; and back. `null` for any other text. */
export function receiptFragment({ receipt }: Pick<KeptReceipt, 'receipt'>): string {
  const { round, seq, commit, head, size, kid, sig } = receipt;
  return [round, seq, commit, head, size, kid, sig].join('~');
}
export function receiptIn(sid: SessionId, fragment: string): Receipt | null {
  const [round, seq, commit, head, size, kid, sig, ...more] = fragment.split('~');
  if (round === undefined || commit === undefined || head === undefined || kid === undefined || sig === undefined)
    return null;
  if (more.length > 0) return null;
  return { t: 'receipt', v: 1, sid, round, seq: Number(seq), commit, head, size: Number(size), kid, sig };
}

function sealsKey(sid: SessionId): string {
  return `cyfran.${sid}.seals`;
}

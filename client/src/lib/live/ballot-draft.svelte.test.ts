import type { AllocationSections } from '@cyfran/shared/activities/allocation/view.ts';
import { checkCumulative } from '@cyfran/shared/ballots/cumulative.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { BallotDraft } from './ballot-draft.svelte.ts';
import { memoryKeep, type Keep } from './keep.ts';

type Mine = AllocationSections['mine'];
const LIMITS = { tokens: 5, cap: 3 };

describe('a draft', () => {
  let keep: Keep;
  let mine: Mine;
  const open = () => {
    const draft = new BallotDraft({ activity: 'a1', round: 'a1.1', keep, key: 'draft', mine: () => mine });
    draft.allow(LIMITS);
    return draft;
  };
  const fromServer = (version: number, tokens: number): Mine => ({
    round: 'a1.1',
    version,
    alloc: tokens === 0 ? [] : [['bus', tokens]],
    commit: 'c'.repeat(43),
  });
  const send = (draft: BallotDraft, version: number) => {
    draft.answered(draft.command(), { ok: true, version }, 1);
  };

  beforeEach(() => {
    keep = memoryKeep();
    mine = null;
  });

  test('[A3] [A4] never holds more than the person has, nor more than the cap on one proposal, whatever is pressed or typed', () => {
    const rules = { ...LIMITS, has: () => true };
    const press = fc.tuple(fc.constantFrom('bus', 'park', 'café', 'a'), fc.integer({ min: -2, max: 9 }), fc.nat(9));
    fc.assert(
      fc.property(fc.array(press), (presses) => {
        keep = memoryKeep();
        const draft = open();
        for (const [proposal, tokens, other] of presses) {
          draft.set(proposal, tokens);
          if (other === 0) draft.clear();
          if (other === 1) draft.undoClear();
          expect(checkCumulative(draft.alloc, rules)).toBeNull();
          expect(draft.left).toBe(LIMITS.tokens - draft.alloc.reduce((sum, [, n]) => sum + n, 0));
        }
      }),
    );
  });

  test('survives a reload with every press', () => {
    open().set('bus', 2);
    const reloaded = open();
    expect([reloaded.of('bus'), reloaded.left, reloaded.unsent]).toEqual([2, 3, true]);
  });

  test('[L11] is never changed by what the server says', () => {
    const draft = open();
    draft.set('bus', 2);
    mine = fromServer(7, 1);
    expect(draft.of('bus')).toBe(2);
    expect(draft.unsent).toBe(true);
    expect(draft.newer?.version).toBe(7);
  });

  test('lets the person take the newer ballot of their other phone, or keep their own', () => {
    const draft = open();
    draft.set('bus', 2);
    mine = fromServer(7, 1);
    draft.keepMine();
    expect([draft.newer, draft.of('bus')]).toEqual([null, 2]);
    mine = fromServer(9, 3);
    draft.discard();
    expect([draft.newer, draft.of('bus'), draft.editing]).toEqual([null, 3, false]);
    expect(draft.standing?.elsewhere).toBe(true);
  });

  test('[L7] is sent only when the server has said so', () => {
    const draft = open();
    draft.set('bus', 2);
    const command = draft.command();
    expect([draft.unsent, draft.standing]).toEqual([true, null]);
    draft.answered(command, { ok: true, version: 7 }, 1);
    expect([draft.unsent, draft.editing, draft.standing?.version, draft.standing?.elsewhere]).toEqual([
      false,
      false,
      7,
      false,
    ]);
  });

  test('counts as unsent again when it is changed after sending, until it is changed back', () => {
    const draft = open();
    draft.set('bus', 2);
    send(draft, 7);
    draft.set('bus', 3);
    expect(draft.unsent).toBe(true);
    draft.set('bus', 2);
    expect(draft.unsent).toBe(false);
  });

  test('keeps what was changed while an earlier sending was on its way', () => {
    const draft = open();
    draft.set('bus', 2);
    const command = draft.command();
    draft.edit();
    draft.set('bus', 3);
    draft.answered(command, { ok: true, version: 7 }, 1);
    expect([draft.of('bus'), draft.unsent, draft.standing?.alloc]).toEqual([3, true, [['bus', 2]]]);
  });

  test('[A8] returns when sending it was refused, and says why', () => {
    const draft = open();
    draft.set('bus', 2);
    draft.answered(draft.command(), { ok: false, reason: 'closed' }, 5);
    expect([draft.refusal, draft.refusedAt, draft.of('bus'), draft.unsent]).toEqual(['closed', 5, 2, true]);
    expect(open().of('bus')).toBe(2);
  });

  test('[A5] can be sent blank, and is received as such', () => {
    const draft = open();
    const command = draft.command();
    expect(command.alloc).toEqual([]);
    draft.answered(command, { ok: true, version: 7 }, 1);
    expect(draft.standing?.alloc).toEqual([]);
  });

  test('[J9] is shown as not genuine when the receipt is for something else', () => {
    const draft = open();
    draft.set('bus', 2);
    draft.answered(draft.command(), { ok: true, version: 7, receipt: { commit: 'x'.repeat(43) } }, 1);
    expect(draft.standing?.genuine).toBe(false);
  });

  test('names the ballot that it replaces', () => {
    mine = fromServer(7, 1);
    const draft = open();
    draft.edit();
    draft.set('bus', 2);
    expect(draft.command().replaces).toBe(7);
  });

  test('brings back what was cleared', () => {
    const draft = open();
    draft.set('bus', 2);
    draft.clear();
    expect([draft.left, draft.clearedJustNow]).toEqual([5, true]);
    draft.undoClear();
    expect([draft.of('bus'), draft.clearedJustNow]).toEqual([2, false]);
  });
});

import type { AllocationSections } from '@cyfran/shared/activities/allocation/view.ts';
import type { Receipt } from '@cyfran/shared/protocol.ts';
import { checkCumulative } from '@cyfran/shared/ballots/cumulative.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { BallotDraft, type DraftParts } from './ballot-draft.svelte.ts';
import type { BallotRules } from './ballot-rules.ts';
import { memoryKeep, type Keep } from './keep.ts';
import { testMine, testRound } from './test-round.ts';

type Mine = AllocationSections['mine'];
const LIMITS = { tokens: 5, cap: 3 };
const RECEIPT: Receipt = {
  ...{ t: 'receipt', v: 1, sid: 's-0123456789abcdef', round: 'a1.1', seq: 7, commit: 'x'.repeat(43), size: 9 },
  ...{ head: 'h'.repeat(43), kid: 'k', sig: 's' },
};
const RULES: BallotRules = { ...testRound(), ...LIMITS };

describe('a draft', () => {
  let keep: Keep;
  let mine: Mine;
  const open = (rules: Partial<BallotRules> = {}, parts: Partial<DraftParts> = {}) => {
    const draft = new BallotDraft({
      activity: 'a1',
      round: 'a1.1',
      keep,
      key: 'draft',
      door: 'phone',
      mine: () => mine,
      before: null,
      returned: () => null,
      edited: () => undefined,
      ...parts,
    });
    draft.allow({ ...RULES, ...rules });
    return draft;
  };
  const fromServer = (version: number, tokens: number): Mine =>
    testMine({ version, alloc: tokens === 0 ? [] : [['bus', tokens]], commit: 'c'.repeat(43) });
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

  test('[J9] keeps with the receipt the salt that opens it', () => {
    const draft = open();
    draft.set('bus', 2);
    const command = draft.command();
    draft.answered(command, { ok: true, version: 7, receipt: RECEIPT }, 1);
    expect(open().standing).toMatchObject({
      commit: RECEIPT.commit,
      receipt: RECEIPT,
      salt: command.salt,
      alloc: [['bus', 2]],
    });
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

  describe('where the count reads groups', () => {
    const GROUPS = { decision: 'both-groups' } as const;

    test('asks first, and sends what the person says of themselves', () => {
      const draft = open(GROUPS);
      expect([draft.asksGroup, draft.needsGroup]).toEqual([true, true]);
      draft.describe('professionals');
      expect([draft.needsGroup, draft.unsent, draft.command().group]).toEqual([false, false, 'professionals']);
    });

    test('sends "both" and "rather not say" alike, and remembers on this phone which it was', () => {
      const draft = open(GROUPS);
      draft.describe('both');
      draft.set('bus', 1);
      expect(draft.command().group).toBe('undeclared');
      expect(open(GROUPS).group).toBe('both');
    });

    test('says nothing of anybody where the count does not read it', () => {
      const draft = open();
      draft.describe('citizens');
      expect([draft.asksGroup, draft.needsGroup, 'group' in draft.command()]).toEqual([false, false, false]);
    });

    test('counts as unsent when only what the person says of themselves has changed since', () => {
      const draft = open(GROUPS);
      draft.describe('citizens');
      draft.set('bus', 2);
      send(draft, 7);
      expect(draft.unsent).toBe(false);
      draft.askGroup();
      expect(draft.needsGroup).toBe(true);
      draft.describe('unsaid');
      expect([draft.needsGroup, draft.unsent, draft.command().group]).toEqual([false, true, 'undeclared']);
    });

    test('knows on another phone what was said with the ballot that stands', () => {
      mine = testMine({ version: 7, alloc: [['bus', 2]], group: 'citizens' });
      expect([open(GROUPS).group, open(GROUPS).needsGroup]).toEqual(['citizens', false]);
    });
  });

  describe('in a round that was started again', () => {
    const again = (before: BallotDraft | null, returned: [string, number][] | null = null) =>
      open({}, { round: 'a1.2', key: 'again', before, returned: () => returned });

    test('holds what was chosen before, sent or not, as a draft to look at and send', () => {
      const before = open();
      before.set('bus', 2);
      expect([again(before).of('bus'), again(before).unsent, again(before).cameBack]).toEqual([2, true, 'draft']);
      send(before, 7);
      expect([again(before).of('bus'), again(before).unsent]).toEqual([2, true]);
      expect(again(before).command()).toMatchObject({ round: 'a1.2', alloc: [['bus', 2]], replaces: 0 });
    });

    test('holds on a phone without choices of its own what the server kept', () => {
      expect(again(null, [['park', 3]]).of('park')).toBe(3);
      expect(again(open(), [['park', 3]]).of('park')).toBe(3);
    });

    test('goes its own way from the first press on', () => {
      const before = open();
      before.set('bus', 2);
      const draft = again(before);
      draft.set('park', 1);
      before.set('bus', 3);
      expect([draft.of('bus'), draft.of('park'), draft.cameBack]).toEqual([2, 1, null]);
    });

    test('has nothing from before once something was sent in it, or all of it was let go', () => {
      const before = open();
      before.set('bus', 2);
      const draft = again(before);
      draft.discard();
      expect([draft.of('bus'), draft.unsent]).toEqual([0, false]);
      const other = again(before);
      other.set('bus', 1);
      other.answered(other.command(), { ok: true, version: 9 }, 1);
      expect([other.of('bus'), other.unsent]).toEqual([1, false]);
    });

    test('says so when the choices were on their way while it was started again', () => {
      const before = open();
      before.set('bus', 2);
      before.answered(before.command(), { ok: false, reason: 'unknown-round' }, 5);
      expect([again(before).of('bus'), again(before).cameBack]).toEqual([2, 'late']);
    });

    test('still knows what the person said of themselves, also once it is sent', () => {
      const before = open({ decision: 'both-groups' });
      before.describe('both');
      before.set('bus', 2);
      const draft = again(before);
      draft.allow({ ...RULES, decision: 'both-groups' });
      expect(draft.group).toBe('both');
      send(draft, 9);
      expect([draft.group, draft.standing?.group]).toEqual(['both', 'undeclared']);
    });
  });

  describe('where each change sends itself', () => {
    test('tells of every change, and of nothing else', () => {
      let told = 0;
      const draft = open({ sending: 'each-change' }, { edited: () => (told += 1) });
      expect(draft.choosing).toBe(false);
      draft.set('bus', 2);
      draft.clear();
      draft.undoClear();
      expect([told, draft.choosing]).toEqual([3, true]);
      draft.command();
      expect(told).toBe(3);
    });

    test('gives what was cleared back also after the clearing has been sent', () => {
      const draft = open({ sending: 'each-change' });
      draft.set('bus', 2);
      draft.clear();
      send(draft, 7);
      draft.undoClear();
      expect([draft.of('bus'), draft.unsent]).toEqual([2, true]);
    });
  });
});

import type { Frame } from '@cyfran/shared/protocol.ts';
import type { ActivityNow } from '@cyfran/shared/activities/registry.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import { memoryKeep, type Keep } from './keep.ts';
import { Phone } from './phone.svelte.ts';
import { settled, TestLine } from './test-line.ts';

const LIMITS = { tokens: 10, cap: 4 };
const frame = (version: number, sections: View): Frame => ({
  now: 1_000,
  sections: Object.fromEntries(Object.entries(sections).map(([name, data]) => [name, { version, data }])),
});
const FIRST = frame(3, { people: { here: 1, joined: 1 } });

describe('a phone', () => {
  let keep: Keep;
  let line: TestLine;
  const open = () => {
    line = new TestLine();
    return new Phone('BCDFGH', keep, line.connect);
  };

  beforeEach(() => {
    keep = memoryKeep();
  });

  test('[S4] draws the key to its seat before it asks, and keeps it', () => {
    open();
    const secret = keep.read('cyfran.BCDFGH');
    expect(secret).toMatch(/^[A-Za-z0-9_-]{22}$/);
    open();
    expect(keep.read('cyfran.BCDFGH')).toBe(secret);
  });

  test('[J5] sends after a reload what was not answered, as it was, and then knows that it was received', async () => {
    const before = open();
    line.up(FIRST);
    const draft = before.draftOf('a1', 'a1.1', LIMITS);
    draft.set('bus', 3);
    before.cast(draft);
    await settled();
    const [sent] = line.asked;

    const after = open();
    expect(after.waiting?.alloc).toEqual([['bus', 3]]);
    line.up(FIRST);
    await settled();
    expect(line.asked).toEqual([sent]);
    await line.answer({ ok: true, version: 8 });
    expect(after.waiting).toBeNull();
    const received = after.draftOf('a1', 'a1.1', LIMITS);
    expect([received.unsent, received.standing?.version, received.of('bus')]).toEqual([false, 8, 3]);
  });

  test('[A8] gives choices that came too late back to the draft', async () => {
    const phone = open();
    line.up(FIRST);
    const draft = phone.draftOf('a1', 'a1.1', LIMITS);
    draft.set('bus', 3);
    phone.cast(draft);
    await settled();
    await line.answer({ ok: false, reason: 'closed' });
    expect([phone.waiting, draft.refusal, draft.unsent, draft.of('bus')]).toEqual([null, 'closed', true, 3]);
  });

  test('shows on a new phone what the seat sent from another', () => {
    const phone = open();
    const mine = { round: 'a1.1', version: 6, alloc: [['bus', 2]] as [string, number][], commit: 'c'.repeat(43) };
    line.up(frame(7, { mine }));
    const draft = phone.draftOf('a1', 'a1.1', LIMITS);
    expect([draft.of('bus'), draft.left, draft.standing?.elsewhere, draft.unsent]).toEqual([2, 8, true, false]);
    expect(phone.draftOf('a2', 'a2.1', LIMITS).standing).toBeNull();
  });
});

test('a round’s draft is followed by the page that first asks for it', () => {
  const line = new TestLine();
  const phone = new Phone('BCDFGH', memoryKeep(), line.connect);
  const activity: ActivityNow = {
    kind: 'allocation',
    round: 'a1.1',
    stage: 'open',
    shown: false,
    practice: true,
    reveal: 'live',
    potMinor: 300,
    proposals: ['tea'],
    closesAt: null,
    ...LIMITS,
  };
  const now: View['now'] = { ruling: 3, what: 'round.opened', current: 'a1', started: ['a1'], activity };
  line.up(frame(3, { now }));
  const seen: number[] = [];
  const stop = $effect.root(() => {
    const tokens = $derived(phone.draftOf('a1', 'a1.1').of('tea'));
    $effect(() => {
      seen.push(tokens);
    });
  });
  flushSync();
  phone.draftOf('a1', 'a1.1').set('tea', 2);
  flushSync();
  expect(seen).toEqual([0, 2]);
  stop();
});

import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryKeep, type Keep } from './keep.ts';
import { Phone } from './phone.svelte.ts';
import { passingCorner, Places } from './places.ts';
import type { Connect } from './socket.ts';
import { settled, TestLine } from './test-line.ts';
import { testFrame, testMine, testNow, testRound } from './test-round.ts';

const FIRST = testFrame(3, { people: { here: 1, joined: 1 } });
const CARD = 'BCDF2345';

let keep: Keep;
let line: TestLine;
beforeEach(() => {
  keep = memoryKeep();
});

function open(connect?: Connect): Phone {
  line = new TestLine();
  return new Phone({
    meeting: { code: 'BCDFGH' },
    keep,
    corner: new Places('BCDFGH', keep).current(),
    door: 'phone',
    connect: connect ?? line.connect,
  });
}

/** The phone hears that this round is on. */
function hear(version: number, changes: Partial<AllocationNow>, returned: [string, number][] | null = null): void {
  const round = testRound(changes);
  line.say(testFrame(version, { now: testNow(round, version), mine: testMine({ round: round.round, returned }) }));
}

describe('a phone', () => {
  test('[S4] draws the key to its seat before it asks, and keeps it', () => {
    const { secret } = open();
    expect(secret).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect([line.secret, open().secret]).toEqual([secret, secret]);
  });

  test('[J5] sends after a reload what was not answered, as it was, and then knows that it was received', async () => {
    const before = open();
    line.up(FIRST);
    const draft = before.draftOf('a1', 'a1.1', testRound());
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
    const received = after.draftOf('a1', 'a1.1', testRound());
    expect([received.unsent, received.standing?.version, received.of('bus')]).toEqual([false, 8, 3]);
  });

  test('[A8] gives choices that came too late back to the draft', async () => {
    const phone = open();
    line.up(FIRST);
    const draft = phone.draftOf('a1', 'a1.1', testRound());
    draft.set('bus', 3);
    phone.cast(draft);
    await settled();
    await line.answer({ ok: false, reason: 'closed' });
    expect([phone.waiting, draft.refusal, draft.unsent, draft.of('bus')]).toEqual([null, 'closed', true, 3]);
  });

  test('shows on a new phone what the seat sent from another', () => {
    const phone = open();
    line.up(testFrame(7, { mine: testMine({ version: 6, alloc: [['bus', 2]], commit: 'c'.repeat(43) }) }));
    const draft = phone.draftOf('a1', 'a1.1', testRound());
    expect([draft.of('bus'), draft.left, draft.standing?.elsewhere, draft.unsent]).toEqual([2, 8, true, false]);
    expect(phone.draftOf('a2', 'a2.1', testRound()).standing).toBeNull();
  });

  test('a round’s draft is followed by the page that first asks for it', () => {
    const phone = open();
    line.up(testFrame(3, { now: testNow(testRound({ practice: true })) }));
    const seen: number[] = [];
    const stop = $effect.root(() => {
      const tokens = $derived(phone.draftOf('a1', 'a1.1').of('bus'));
      $effect(() => {
        seen.push(tokens);
      });
    });
    flushSync();
    phone.draftOf('a1', 'a1.1').set('bus', 2);
    flushSync();
    expect(seen).toEqual([0, 2]);
    stop();
  });

  test('on a tablet keeps nothing of a person, and their ballots come through the tablet’s door', async () => {
    const written = vi.spyOn(keep, 'write');
    line = new TestLine();
    const meeting = { sid: 's-0123456789abcdef', tablet: 'T'.repeat(22) };
    const parts = {
      meeting,
      keep: memoryKeep(),
      corner: passingCorner(),
      door: 'tablet',
      connect: line.connect,
    } as const;
    const [one, other] = [new Phone(parts), new Phone({ ...parts, corner: passingCorner() })];
    expect(one.secret).not.toBe(other.secret);
    expect(line.meeting).toEqual(meeting);
    line.up(FIRST);
    const draft = other.draftOf('a1', 'a1.1', testRound());
    draft.set('bus', 1);
    other.cast(draft);
    await settled();
    await line.answer({ ok: true, version: 8 });
    expect([other.door, draft.parts.door, draft.standing?.version]).toEqual(['tablet', 'tablet', 8]);
    expect(written).not.toHaveBeenCalled();
  });
});

describe('a round that was voided and started again', () => {
  test('starts on the phone from what was chosen before', () => {
    const phone = open();
    line.up(FIRST);
    hear(4, { round: 'a2.1' });
    phone.draftOf('a2', 'a2.1').set('bus', 3);
    hear(6, { round: 'a2.2' }, [['park', 1]]);
    const draft = phone.draftOf('a2', 'a2.2');
    expect([draft.of('bus'), draft.of('park'), draft.cameBack]).toEqual([3, 0, 'draft']);
  });

  test('starts on a phone that has just come from what the server kept', () => {
    const phone = open();
    line.up(FIRST);
    hear(6, { round: 'a2.3' }, [['park', 1]]);
    expect(phone.draftOf('a2', 'a2.3').alloc).toEqual([['park', 1]]);
  });

  test.each(['before', 'after'])(
    'finds the ballot that was on its way to the voided one, told of it %s the new round',
    async (order) => {
      const phone = open();
      line.up(FIRST);
      hear(4, { round: 'a2.1' });
      const old = phone.draftOf('a2', 'a2.1');
      old.set('bus', 4);
      phone.cast(old);
      await settled();
      if (order === 'after') hear(6, { round: 'a2.2' });
      await line.answer({ ok: false, reason: 'unknown-round' });
      if (order === 'before') hear(6, { round: 'a2.2' });
      const draft = phone.draftOf('a2', 'a2.2');
      expect([phone.waiting, draft.alloc, draft.cameBack]).toEqual([null, [['bus', 4]], 'late']);
      phone.cast(draft);
      await settled();
      expect(line.asked.at(-1)?.command).toMatchObject({ round: 'a2.2', alloc: [['bus', 4]] });
    },
  );
});

describe('where each change sends itself', () => {
  const OF_ITSELF = { sending: 'each-change' } as const;
  const AFTER_MS = 400;
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const turns = async (ms = 0) => {
    await vi.advanceTimersByTimeAsync(ms);
  };
  const start = () => {
    const phone = open();
    line.up(FIRST);
    hear(4, OF_ITSELF);
    return { phone, draft: phone.draftOf('a1', 'a1.1') };
  };
  const sent = () => line.asked.map(({ command }) => (command.type === 'CastBallot' ? command.alloc : null));

  test('a run of presses goes as one ballot, once it has come to rest', async () => {
    const { phone, draft } = start();
    for (const tokens of [1, 2, 3]) {
      draft.set('bus', tokens);
      await turns(AFTER_MS / 2);
    }
    expect([sent(), phone.busy]).toEqual([[], true]);
    await turns(AFTER_MS);
    expect(sent()).toEqual([[['bus', 3]]]);
  });

  test('[A7] goes in order, and the last wins while an earlier one is on its way', async () => {
    const { phone, draft } = start();
    for (const tokens of [1, 2, 3]) {
      draft.set('bus', tokens);
      await turns(AFTER_MS);
    }
    expect(sent()).toEqual([[['bus', 1]]]);
    void line.answer({ ok: true, version: 5 });
    await turns();
    expect(sent()).toEqual([[['bus', 1]], [['bus', 3]]]);
    void line.answer({ ok: true, version: 6 });
    await turns();
    expect([phone.busy, draft.unsent, draft.standing?.alloc]).toEqual([false, false, [['bus', 3]]]);
  });

  test('what is changed back to what stands still replaces what is on its way', async () => {
    const { draft } = start();
    draft.set('bus', 1);
    await turns(AFTER_MS);
    void line.answer({ ok: true, version: 5 });
    await turns();
    draft.set('bus', 2);
    await turns(AFTER_MS);
    draft.set('bus', 1);
    await turns(AFTER_MS);
    void line.answer({ ok: true, version: 6 });
    await turns();
    expect(sent()).toEqual([[['bus', 1]], [['bus', 2]], [['bus', 1]]]);
  });

  test('what is changed back before it went is not sent at all', async () => {
    const { phone, draft } = start();
    draft.set('bus', 1);
    draft.set('bus', 0);
    await turns(AFTER_MS);
    expect([sent(), phone.busy]).toEqual([[], false]);
  });

  test('[L7] without a connection the last change waits, over a reload too, and goes when there is one', async () => {
    const { draft } = start();
    line.down();
    draft.set('bus', 1);
    await turns(AFTER_MS);
    draft.set('bus', 4);
    await turns(AFTER_MS);
    expect(sent()).toEqual([]);
    const reloaded = open();
    expect(reloaded.waiting?.alloc).toEqual([['bus', 4]]);
    line.up(FIRST);
    await turns();
    void line.answer({ ok: true, version: 5 });
    await turns();
    expect(sent().at(-1)).toEqual([['bus', 4]]);
  });

  test('a change is on its way before the page goes', () => {
    const { phone, draft } = start();
    draft.set('bus', 1);
    phone.close();
    expect(open().waiting?.alloc).toEqual([['bus', 1]]);
  });

  test('choices from before a restart are not sent without the person', async () => {
    const phone = open();
    line.up(FIRST);
    hear(4, { ...OF_ITSELF, round: 'a1.1' });
    phone.draftOf('a1', 'a1.1').set('bus', 2);
    await turns(AFTER_MS);
    hear(6, { ...OF_ITSELF, round: 'a1.2' });
    await turns(AFTER_MS * 5);
    expect(line.asked.map(({ command }) => 'round' in command && command.round)).toEqual(['a1.1']);
  });
});

describe('a card', () => {
  /** Lines in the order in which the phone opens them. */
  let lines: TestLine[];
  const several: Connect = (...given) => {
    const next = new TestLine();
    lines.push(next);
    return next.connect(...given);
  };
  const NEWCOMER = testFrame(3, { joining: { state: 'open' } as never });
  const INSIDE = testFrame(4, { meeting: { state: 'open' } as never });
  beforeEach(() => {
    lines = [];
  });

  test('that was typed is tried beside the page, and takes the page’s place when it opens the door', async () => {
    const phone = open(several);
    lines[0]!.up(NEWCOMER);
    const { secret } = phone;
    const tried = phone.useCard(CARD);
    expect(lines[1]!.meeting).toEqual({ code: 'BCDFGH', card: CARD });
    expect(lines[1]!.secret).not.toBe(secret);
    expect([phone.live.sections.joining?.state, phone.hasCard]).toEqual(['open', false]);
    lines[1]!.up(NEWCOMER);
    expect([await tried, phone.hasCard, phone.secret]).toEqual([null, true, lines[1]!.secret]);
  });

  test.each(['unknown-card', 'too-fast'] as const)(
    'that is refused as %s leaves the page as it was',
    async (reason) => {
      const phone = open(several);
      lines[0]!.up(NEWCOMER);
      const { secret } = phone;
      const tried = phone.useCard(CARD);
      if (reason === 'too-fast') lines[1]!.hold(reason);
      else lines[1]!.refuse(reason);
      expect([await tried, phone.cardProblem, phone.secret, phone.hasCard]).toEqual([reason, reason, secret, false]);
      expect(phone.live.connection).toBe('connected');
    },
  );

  test('that came with the link and does not open the door is told, and the door is there without it', async () => {
    new Places('BCDFGH', keep).current().change({ card: CARD });
    const phone = open(several);
    expect(lines[0]!.meeting).toEqual({ code: 'BCDFGH', card: CARD });
    lines[0]!.refuse('unknown-card');
    await settled();
    expect(lines[1]!.meeting).toEqual({ code: 'BCDFGH' });
    lines[1]!.up(NEWCOMER);
    expect([phone.cardProblem, phone.hasCard, phone.live.connection]).toEqual(['unknown-card', false, 'connected']);
  });

  test('is shown until the person is in, and not after: replaced, it would shut out who came with it', () => {
    new Places('BCDFGH', keep).current().change({ card: CARD });
    open(several);
    lines[0]!.up(NEWCOMER);
    expect(lines[0]!.meeting).toEqual({ code: 'BCDFGH', card: CARD });
    lines[0]!.say(INSIDE);
    expect(lines[0]!.meeting).toEqual({ code: 'BCDFGH' });
    open(several);
    expect(lines[1]!.meeting).toEqual({ code: 'BCDFGH' });
  });

  test('that was replaced is told, and never shown again: the door is there without it', () => {
    new Places('BCDFGH', keep).current().change({ card: CARD });
    const phone = open(several);
    lines[0]!.up(NEWCOMER);
    lines[0]!.say(INSIDE);
    lines[0]!.down();
    lines[0]!.up(testFrame(6, { joining: { state: 'open' } as never }));
    expect([phone.joined, phone.hasCard, phone.cardProblem]).toEqual([false, false, 'unknown-card']);
    expect(lines[0]!.meeting).toEqual({ code: 'BCDFGH' });
  });
});

describe('somebody who is let in one by one', () => {
  test('waits under their number, and is inside as soon as they are let in', async () => {
    const phone = open();
    line.up(testFrame(3, { joining: { state: 'open' } as never }));
    const joining = phone.join();
    await settled();
    await line.answer({ ok: true, version: 4 });
    expect(await joining).toEqual({ ok: true, version: 4 });
    line.say(testFrame(4, { door: { number: 23 } }));
    expect([phone.joined, phone.live.sections.door]).toEqual([false, { number: 23 }]);
    line.say({ now: 1, sections: { door: { version: 5, data: null }, meeting: { version: 5, data: {} as never } } });
    expect([phone.joined, phone.live.sections.door]).toEqual([true, undefined]);
    expect(new Places('BCDFGH', keep).current().place().state).toBe('joined');
  });
});

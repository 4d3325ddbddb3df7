import { beforeEach, describe, expect, test } from 'vitest';
import type { Connect } from '../live/socket.ts';
import { settled, TestLine } from '../live/test-line.ts';
import { testFrame, testMine, testNow, testRound } from '../live/test-round.ts';
import { Tablet } from './tablet.svelte.ts';

const SID = 's-0123456789abcdef';
const LINK = 'T'.repeat(22);
const CARD = 'BCDF2345';
const NEWCOMER = testFrame(3, { joining: { state: 'open', admission: 'open' } as never });
const INSIDE = testFrame(5, { meeting: { state: 'open' } as never, now: testNow(testRound(), 5) });

describe('a shared tablet', () => {
  let lines: TestLine[];
  let tablet: Tablet;
  const connect: Connect = (...given) => {
    const next = new TestLine();
    lines.push(next);
    return next.connect(...given);
  };
  const last = () => lines.at(-1)!;
  /** Somebody without a card is in the meeting. */
  const somebody = async () => {
    last().up(NEWCOMER);
    tablet.arrive();
    const joining = tablet.join();
    await settled();
    await last().answer({ ok: true, version: 4 });
    await joining;
    last().say(INSIDE);
  };
  const draft = () => tablet.phone.draftOf('a1', 'a1.1');

  beforeEach(() => {
    lines = [];
    tablet = new Tablet(SID, LINK, connect);
  });

  test('comes with its link, and with a secret of their own for each person', async () => {
    expect(last().meeting).toEqual({ sid: SID, tablet: LINK });
    const first = last().secret;
    await somebody();
    expect([tablet.state, tablet.phone.joined]).toEqual(['taken', true]);
    tablet.next();
    expect([tablet.state, last().secret === first]).toEqual(['free', false]);
  });

  test('lets a person in with their card, also one who has a seat already', async () => {
    last().up(NEWCOMER);
    tablet.arrive();
    const coming = tablet.come(CARD);
    expect(last().meeting).toEqual({ sid: SID, tablet: LINK, card: CARD });
    last().up(INSIDE);
    expect([await coming, tablet.state]).toEqual([null, 'taken']);
    expect(lines.flatMap(({ asked }) => asked)).toEqual([]);
  });

  test('tells a card that nobody knows, and stays where it was', async () => {
    last().up(NEWCOMER);
    tablet.arrive();
    const coming = tablet.come(CARD);
    last().refuse('unknown-card');
    expect([await coming, tablet.state, tablet.phone.joined]).toEqual(['unknown-card', 'arriving', false]);
  });

  test('is passed on with nothing of the person before', async () => {
    await somebody();
    draft().set('bus', 3);
    const { phone } = tablet;
    expect(tablet.next()).toBe(true);
    last().up(NEWCOMER);
    expect(tablet.phone).not.toBe(phone);
    expect([tablet.phone.joined, draft().alloc, tablet.phone.recall('group'), tablet.phone.waiting]).toEqual([
      false,
      [],
      null,
      null,
    ]);
  });

  test('is not passed on while choices are on their way, and says when they have arrived', async () => {
    await somebody();
    draft().set('bus', 3);
    expect(tablet.isDone).toBe(false);
    tablet.phone.cast(draft());
    expect([tablet.next(), tablet.state]).toEqual([false, 'taken']);
    await settled();
    await last().answer({ ok: true, version: 6 });
    expect([tablet.isDone, tablet.next()]).toEqual([true, true]);
  });

  test('knows that somebody with a card has sent from their phone already', async () => {
    await somebody();
    last().say(testFrame(7, { mine: testMine({ version: 6, alloc: [['bus', 1]] }) }));
    expect(tablet.isDone).toBe(true);
    draft().set('bus', 2);
    expect(tablet.isDone).toBe(false);
  });

  test('an answer that comes after it was passed on is nobody’s', async () => {
    last().up(NEWCOMER);
    tablet.arrive();
    const joining = tablet.join();
    await settled();
    const [first] = lines;
    tablet.next();
    await first!.answer({ ok: true, version: 4 });
    void joining;
    await settled();
    expect(tablet.state).toBe('free');
  });
});

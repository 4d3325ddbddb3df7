import { memoryKeep, type Keep } from '#lib/live/keep.ts';
import type { Connect } from '#lib/live/socket.ts';
import { TestLine } from '#lib/live/test-line.ts';
import { testFrame } from '#lib/live/test-round.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { SharedPhone } from './shared-phone.svelte.ts';

const CARD = 'BCDF2345';
const OTHER = 'GHJK6789';
const INSIDE = testFrame(4, { meeting: { state: 'open' } as never });

describe('a phone that several people share', () => {
  let keep: Keep;
  let lines: TestLine[];
  const connect: Connect = (...given) => {
    const next = new TestLine();
    lines.push(next);
    return next.connect(...given);
  };
  const open = (fragment = '') => new SharedPhone('BCDFGH', keep, fragment, connect);
  const last = () => lines.at(-1)!;

  beforeEach(() => {
    keep = memoryKeep();
    lines = [];
  });

  test('a card in the link is the card of whoever has just come', () => {
    const shared = open(CARD.toLowerCase());
    expect([last().meeting, shared.offered, shared.numbers]).toEqual([{ code: 'BCDFGH', card: CARD }, null, [1]]);
  });

  test('a card that cannot be one is told, and the meeting is there without it', () => {
    const shared = open('BCDF');
    expect([shared.isBroken, last().meeting]).toEqual([true, { code: 'BCDFGH' }]);
  });

  test('another card is never used silently where somebody has a seat: they say whose turn it is', () => {
    open(CARD);
    last().up(INSIDE);
    const { secret } = last();
    const shared = open(OTHER);
    expect([shared.offered, last().secret, last().meeting]).toEqual([OTHER, secret, { code: 'BCDFGH' }]);
    shared.stay();
    expect([shared.offered, shared.number, last().secret]).toEqual([null, 1, secret]);
  });

  test('whoever takes the phone with the card gets a place of their own; the first stays and can come back', () => {
    open(CARD);
    last().up(INSIDE);
    const { secret } = last();
    const shared = open(OTHER);
    shared.takeOffered();
    expect([shared.number, last().meeting]).toEqual([2, { code: 'BCDFGH', card: OTHER }]);
    expect(last().secret).not.toBe(secret);
    last().up(INSIDE);
    shared.back(1);
    expect([shared.number, shared.numbers, last().secret]).toEqual([1, [1, 2], secret]);
  });

  test('the same card again asks nothing', () => {
    open(CARD);
    last().up(INSIDE);
    expect(open(CARD).offered).toBeNull();
  });

  test('the card of somebody who was here before brings them back, not a third person', () => {
    open(CARD);
    last().up(INSIDE);
    const shared = open(OTHER);
    shared.takeOffered();
    last().up(INSIDE);
    shared.come(CARD);
    shared.takeOffered();
    expect([shared.number, shared.numbers]).toEqual([1, [1, 2]]);
  });

  test('the next person starts new, and what was chosen before is not in sight', () => {
    const shared = open();
    last().up(INSIDE);
    const { phone } = shared;
    phone.draftOf('a1', 'a1.1').command();
    shared.next();
    expect(shared.phone).not.toBe(phone);
    expect([shared.phone.live.sections, shared.phone.waiting, shared.number]).toEqual([{}, null, 2]);
  });

  test('a link with a card, opened on the page of somebody who has not joined yet, is theirs', () => {
    const shared = open();
    shared.come(`#${CARD}`);
    expect([last().meeting, shared.number]).toEqual([{ code: 'BCDFGH', card: CARD }, 1]);
  });
});

import { describe, expect, test } from 'vitest';
import { pageOf, type BallotMoment } from './ballot-page.ts';

const STANDING = { alloc: [], group: null, version: 7, commit: null, receipt: null, salt: null, elsewhere: false };
const UNTOUCHED: BallotMoment['draft'] = {
  amending: false,
  aside: false,
  editing: false,
  needsGroup: false,
  sendsItself: false,
  unsent: false,
  standing: null,
  refusal: null,
};
const SENT = { ...UNTOUCHED, standing: STANDING };
const CHANGING = { ...SENT, editing: true, unsent: true };
const OPEN: Omit<BallotMoment, 'draft'> = { stage: 'open', reopened: false, outcome: false, onItsWay: false };
const CLOSED = { ...OPEN, stage: 'closed' } as const;

describe('while voting is open, the phone shows', () => {
  test('the ballot to whoever has not sent one', () => {
    expect(pageOf({ ...OPEN, draft: UNTOUCHED })).toBe('choose');
  });

  test('the receipt to whoever has, until they change something', () => {
    expect(pageOf({ ...OPEN, draft: SENT })).toBe('received');
    expect(pageOf({ ...OPEN, stage: 'last-call', draft: CHANGING })).toBe('choose');
  });

  test('"not sent yet" until the server has answered, unless the person goes on changing', () => {
    expect(pageOf({ ...OPEN, onItsWay: true, draft: CHANGING })).toBe('sending');
    expect(pageOf({ ...OPEN, onItsWay: true, draft: { ...CHANGING, amending: true } })).toBe('choose');
  });

  test('that the choices came too late, even before it has heard of the close', () => {
    const late = { ...CHANGING, refusal: 'closed' } as const;
    expect(pageOf({ ...OPEN, draft: late })).toBe('missed');
  });

  test('the ballot again once voting was opened again', () => {
    const late = { ...CHANGING, refusal: 'closed' } as const;
    expect(pageOf({ ...OPEN, reopened: true, draft: late })).toBe('choose');
  });
});

describe('where the count reads groups, the phone asks', () => {
  test('before anything is chosen, and again when somebody wants to say something else', () => {
    expect(pageOf({ ...OPEN, draft: { ...UNTOUCHED, needsGroup: true } })).toBe('group');
    expect(pageOf({ ...OPEN, draft: { ...CHANGING, needsGroup: true } })).toBe('group');
  });

  test('nobody when voting has closed', () => {
    expect(pageOf({ ...CLOSED, draft: { ...UNTOUCHED, needsGroup: true } })).toBe('closed');
  });
});

describe('where each change sends itself, the phone shows', () => {
  const itself = { sendsItself: true } as const;

  test('the ballot all the time, whether something is on its way or has arrived', () => {
    expect(pageOf({ ...OPEN, draft: { ...SENT, ...itself } })).toBe('choose');
    expect(pageOf({ ...OPEN, onItsWay: true, draft: { ...CHANGING, ...itself } })).toBe('choose');
  });

  test('after the close what every round shows', () => {
    expect(pageOf({ ...CLOSED, draft: { ...SENT, ...itself } })).toBe('closed');
    expect(pageOf({ ...CLOSED, onItsWay: true, draft: { ...CHANGING, ...itself } })).toBe('sending');
    expect(pageOf({ ...CLOSED, draft: { ...CHANGING, ...itself } })).toBe('missed');
  });
});

test('who leaves the practice to others waits, whatever happens in it', () => {
  for (const moment of [OPEN, CLOSED, { ...CLOSED, outcome: true }]) {
    expect(pageOf({ ...moment, draft: { ...UNTOUCHED, aside: true } })).toBe('aside');
  }
});

describe('after the close, the phone shows', () => {
  test('the same while papers are still being entered', () => {
    const entering = { ...OPEN, stage: 'entering' } as const;
    expect(pageOf({ ...entering, draft: SENT })).toBe('closed');
    expect(pageOf({ ...entering, draft: CHANGING })).toBe('missed');
    expect(pageOf({ ...entering, outcome: true, draft: SENT })).toBe('outcome');
  });

  test('that it waits for the results, to everyone whose choices are settled', () => {
    expect(pageOf({ ...CLOSED, draft: UNTOUCHED })).toBe('closed');
    expect(pageOf({ ...CLOSED, draft: SENT })).toBe('closed');
  });

  test('the results once they are shown', () => {
    expect(pageOf({ ...CLOSED, outcome: true, draft: SENT })).toBe('outcome');
  });

  test('what was not sent, before any result', () => {
    expect(pageOf({ ...CLOSED, outcome: true, draft: CHANGING })).toBe('missed');
  });

  test('"not sent yet" while nobody knows whether it arrived in time', () => {
    expect(pageOf({ ...CLOSED, onItsWay: true, draft: CHANGING })).toBe('sending');
  });
});

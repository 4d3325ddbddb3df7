import { describe, expect, test } from 'vitest';
import { pageOf, type BallotMoment } from './ballot-page.ts';

const STANDING = { alloc: [], version: 7, commit: null, elsewhere: false, genuine: true };
const UNTOUCHED: BallotMoment['draft'] = {
  amending: false,
  editing: false,
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

describe('after the close, the phone shows', () => {
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

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Hold, HOLD_MS } from './hold.svelte.ts';

let said: string[];
let hold: Hold;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  hold = new Hold({
    started: () => said.push('started'),
    held: () => said.push('held'),
    cancelled: () => said.push('cancelled'),
  });
});
afterEach(() => {
  vi.useRealTimers();
});

test('counts once, after two seconds', () => {
  hold.press();
  vi.advanceTimersByTime(HOLD_MS - 1);
  expect(hold.pressed).toBe(true);
  vi.advanceTimersByTime(1);
  hold.release();
  expect(said).toEqual(['started', 'held']);
});

test('let go too soon does nothing, and a repeating key starts it only once', () => {
  hold.press();
  vi.advanceTimersByTime(HOLD_MS / 2);
  hold.press();
  hold.release();
  hold.release();
  vi.advanceTimersByTime(HOLD_MS * 2);
  expect(said).toEqual(['started', 'cancelled']);
});

test('stops without a word when the button goes away', () => {
  hold.press();
  hold.drop();
  vi.advanceTimersByTime(HOLD_MS * 2);
  expect(said).toEqual(['started']);
});

import { expect, test } from 'vitest';
import { isNext, OnePress } from './clicker.ts';

const press = { key: 'PageDown', repeat: false, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };

test('a clicker goes on with PageDown or the right arrow, and never by going back', () => {
  expect(['PageDown', 'ArrowRight'].every((key) => isNext({ ...press, key }))).toBe(true);
  expect(['PageUp', 'ArrowLeft', ' ', 'Enter', 'F5', '.', 'Escape'].some((key) => isNext({ ...press, key }))).toBe(
    false,
  );
});

test('a key that is held down, or pressed with another, is no clicker', () => {
  expect(isNext({ ...press, repeat: true })).toBe(false);
  expect(isNext({ ...press, ctrlKey: true })).toBe(false);
  expect(isNext({ ...press, shiftKey: true })).toBe(false);
});

test('a press that bounces shows one proposal, not two', () => {
  const presses = new OnePress();
  expect([1000, 1050, 1599, 1600, 5000].map((at) => presses.takes(at))).toEqual([true, false, false, true, true]);
});

import { describe, expect, test } from 'vitest';
import { keepIn, memoryKeep } from './keep.ts';

describe('what a phone keeps', () => {
  test('comes back as it was, by key', () => {
    const keep = memoryKeep();
    keep.write('a', { alloc: [['bus', 3]] });
    expect(keep.read('a')).toEqual({ alloc: [['bus', 3]] });
    expect(keep.read('b')).toBeNull();
    keep.remove('a');
    expect(keep.read('a')).toBeNull();
  });

  test('is nothing where somebody wrote nonsense', () => {
    const keep = keepIn({ getItem: () => '{', setItem: () => undefined, removeItem: () => undefined });
    expect(keep.read('a')).toBeNull();
  });

  test('is remembered by the page where the storage is full or forbidden', () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const keep = keepIn({ getItem: () => null, setItem: full, removeItem: () => undefined });
    keep.write('a', 7);
    expect(keep.read('a')).toBe(7);
  });
});

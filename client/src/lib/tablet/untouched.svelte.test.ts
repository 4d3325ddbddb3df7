import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Untouched } from './untouched.svelte.ts';

describe('a tablet that nobody touches', () => {
  let mayClear: boolean;
  let cleared: number;
  let untouched: Untouched;
  let stop: () => void;
  const after = (seconds: number) => void vi.advanceTimersByTime(seconds * 1_000);

  beforeEach(() => {
    vi.useFakeTimers();
    mayClear = true;
    cleared = 0;
    untouched = new Untouched({ mayClear: () => mayClear, clear: () => (cleared += 1), now: () => Date.now() });
    stop = untouched.watch();
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  test('warns for 20 seconds, then is cleared a minute after the last touch', () => {
    after(39);
    expect(untouched.secondsLeft).toBeNull();
    after(1);
    expect(untouched.secondsLeft).toBe(20);
    after(19);
    expect([untouched.secondsLeft, cleared]).toEqual([1, 0]);
    after(1);
    expect(cleared).toBe(1);
  });

  test('stays with whoever touches it', () => {
    for (let minute = 0; minute < 10; minute += 1) {
      after(30);
      untouched.touched();
    }
    expect([untouched.secondsLeft, cleared]).toEqual([null, 0]);
  });

  test('gives more time to whoever asks for it, as often as they like, and to no other touch', () => {
    for (let times = 0; times < 12; times += 1) {
      after(45);
      expect(untouched.secondsLeft).toBe(15);
      untouched.touched();
      expect(untouched.secondsLeft).toBe(15);
      untouched.needMoreTime();
      expect(untouched.secondsLeft).toBeNull();
    }
    expect(cleared).toBe(0);
  });

  test('is never cleared while choices are on their way, and gives the whole minute after', () => {
    mayClear = false;
    after(300);
    expect([untouched.secondsLeft, cleared]).toEqual([null, 0]);
    mayClear = true;
    after(59);
    expect(cleared).toBe(0);
    after(1);
    expect(cleared).toBe(1);
  });
});

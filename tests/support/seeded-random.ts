/** Luck that can be had again: the same seed gives the same numbers. */
export interface SeededRandom {
  /** A whole number from 0, below `limit`. */
  below(limit: number): number;
  shuffle<Thing>(things: readonly Thing[]): Thing[];
}

/** Mulberry32: small, and good enough to choose who goes first. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.trunc(next() * limit);
  const shuffle = <Thing>(things: readonly Thing[]) => {
    const left = [...things];
    return things.map(() => left.splice(below(left.length), 1)[0]!);
  };
  return { below, shuffle };
}

/** An exact number: `top` by `bottom`, in lowest terms, `bottom` above 0. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const ZERO: Fraction = { top: 0n, bottom: 1n };

/** `top` by `bottom`, which is not 0. Both whole; numbers up to 2^53. */
export function fraction(top: bigint | number, bottom: bigint | number = 1): Fraction {
  return lowest(BigInt(top), BigInt(bottom));
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return lowest(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return lowest(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
}

/** So many times a fraction; `factor` whole, up to 2^53. */
export function times(a: Fraction, factor: number): Fraction {
  return lowest(a.top * BigInt(factor), a.bottom);
}

/** A part of a fraction; `divisor` whole, not 0, up to 2^53. */
export function by(a: Fraction, divisor: number): Fraction {
  return lowest(a.top, a.bottom * BigInt(divisor));
}

/** Below 0 where `a` is less, 0 where they are the same, above where it is more. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The nearest number of 53 bits. */
export function toNumber({ top, bottom }: Fraction): number {
  const whole = top / bottom;
  const DIGITS = 64n;
  return Number(whole) + Number(((top - whole * bottom) << DIGITS) / bottom) / Number(1n << DIGITS);
}

/** The whole number at or below; of fractions that are not below 0. */
export function whole({ top, bottom }: Fraction): number {
  return Number(top / bottom);
}

/** The nearest whole number, a half rounded up; of fractions that are not below 0. */
export function nearest({ top, bottom }: Fraction): number {
  return Number((2n * top + bottom) / (2n * bottom));
}

function lowest(top: bigint, bottom: bigint): Fraction {
  if (bottom < 0n) return lowest(-top, -bottom);
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  return a <= 1n ? { top, bottom } : { top: top / a, bottom: bottom / a };
}

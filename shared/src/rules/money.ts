import type { Fraction } from './fraction.ts';
import { by, fraction, minus, times, toNumber, ZERO } from './fraction.ts';

/** What somebody gave for a proposal: their share was `worth` times the price that was paid in that purchase. */
interface Paid {
  readonly before: Purse | null;
  readonly purchase: number;
  readonly worth: number;
}

/**
 * The money that some voters have left, all of them the same: what they began with (`weight` parts), less what they paid. Exactly known by
 * its history, and as the nearest number for a first look. Voters with one history share one purse.
 */
export interface Purse {
  readonly weight: number;
  readonly paid: Paid | null;
  /** Whether everything was given: then it is exactly 0. */
  readonly isEmpty: boolean;
  readonly near: number;
}

/** What gave everything for one purchase, and how the rest was divided. `poor`: so many purses that had less than their share. */
interface Purchase {
  readonly costMinor: number;
  readonly poor: readonly (readonly [purse: Purse, count: number])[];
  /** The worth to all others together, each of whom paid that many prices. */
  readonly worthToOthers: number;
}

/**
 * Exact money, worked out only where a number of 53 bits cannot tell: prices are kept as the story of who paid what, and become fractions
 * when they are asked for. `unit`: what one part of a voter's weight begins with.
 */
export class Money {
  readonly #unit: Fraction;
  readonly #purchases: Purchase[] = [];
  readonly #prices: (Fraction | null)[] = [];

  constructor(unit: Fraction) {
    this.#unit = unit;
  }

  /** Takes down a purchase; answers its number. */
  buy(purchase: Purchase): number {
    this.#prices.push(null);
    return this.#purchases.push(purchase) - 1;
  }

  /** What one unit of worth cost in a purchase. */
  price(number: number): Fraction {
    const known = this.#prices[number];
    const purchase = this.#purchases[number];
    if (known !== undefined && known !== null) return known;
    if (purchase === undefined) throw new Error(`there was no purchase ${String(number)}`);
    const price = this.priceIf(purchase);
    this.#prices[number] = price;
    return price;
  }

  /** What those gave together who gave everything. */
  fromPoor(number: number): Fraction {
    const purchase = this.#purchases[number];
    return purchase === undefined ? ZERO : this.sum(purchase.poor);
  }

  /** The price of a purchase that is only thought of. */
  priceIf({ costMinor, poor, worthToOthers }: Purchase): Fraction {
    return by(minus(fraction(costMinor), this.sum(poor)), worthToOthers);
  }

  /** Exactly what these purses hold together. Cost: one fraction for each purchase that any of them paid for. */
  sum(purses: readonly (readonly [purse: Purse, count: number])[]): Fraction {
    let weight = 0;
    const shares: number[] = [];
    for (const [purse, count] of purses) {
      if (purse.isEmpty) continue;
      weight += purse.weight * count;
      for (let paid = purse.paid; paid !== null; paid = paid.before?.paid ?? null) {
        shares[paid.purchase] = (shares[paid.purchase] ?? 0) + paid.worth * count;
      }
    }
    let sum = times(this.#unit, weight);
    shares.forEach((share, number) => {
      sum = minus(sum, times(this.price(number), share));
    });
    return sum;
  }

  /** A voter's money at the beginning. */
  begin(weight: number): Purse {
    return { weight, paid: null, isEmpty: false, near: weight * toNumber(this.#unit) };
  }
}

/** A purse after its share of a purchase: `worth` prices. */
export function after(purse: Purse, purchase: number, worth: number, price: number): Purse {
  const paid = { before: purse, purchase, worth };
  return { weight: purse.weight, paid, isEmpty: false, near: Math.max(0, purse.near - worth * price) };
}

/** A purse that was given whole. */
export const EMPTY: Purse = { weight: 0, paid: null, isEmpty: true, near: 0 };

import type { Backed } from './profile.ts';

/** How far a number of 53 bits may be off after a whole count, as a part of what it stands beside. */
const ROUNDING = 1e-12;
/** Prices that are nearer to each other than this are compared exactly. */
const NEAR = 1e-9;

/** A price of 53 bits that is surely within `low` and `high`; `isSure`: whether the supporters can surely pay at all. */
export interface NearPrice {
  readonly price: number;
  readonly low: number;
  readonly high: number;
  readonly isSure: boolean;
}

/** What is known of a proposal before anybody has money. `worth`: to all its supporters; `least`: its price if all of them had enough. */
export interface Known {
  readonly backed: Backed;
  readonly worth: number;
  /** The different worths to its supporters, and which is whose. */
  readonly kinds: readonly number[];
  readonly kindOf: Uint16Array;
  readonly least: number;
}

/** A proposal that is not bought yet. `least`: its price was this once, and prices only rise. */
export interface Offer extends Omit<Known, 'least'> {
  least: number;
}

/** Supporters of one proposal with one purse and one worth. */
export interface Group {
  readonly purse: number;
  readonly worth: number;
  count: number;
}

export function toKnown(backed: Backed): Known {
  const kinds = [...new Set(backed.worth)];
  const places = new Map(kinds.map((worth, index) => [worth, index]));
  const worth = backed.worth.reduce((sum, one) => sum + one, 0);
  return {
    backed,
    worth,
    kinds,
    kindOf: Uint16Array.from(backed.worth, (one) => places.get(one) ?? 0),
    least: (backed.costMinor / worth) * (1 - NEAR),
  };
}

/** `null` when the supporters surely cannot pay. Above `limit` it may stop at something that the price surely exceeds. */
export function nearPrice(
  { backed, worth: all, least }: Offer,
  limit: number,
  holds: readonly number[],
  purseOf: Int32Array,
): NearPrice | null {
  const { costMinor, voters, worth } = backed;
  if (costMinor === 0) return { price: 0, low: 0, high: 0, isSure: true };
  let price = least;
  for (;;) {
    let poorMoney = 0;
    let poorWorth = 0;
    for (let at = 0; at < voters.length; at += 1) {
      const has = holds[purseOf[voters[at] ?? 0] ?? 0] ?? 0;
      const likes = worth[at] ?? 0;
      if (has < price * likes) {
        poorMoney += has;
        poorWorth += likes;
      }
    }
    const rest = costMinor - poorMoney;
    const isUnsure = Math.abs(rest) < NEAR * costMinor;
    if (poorWorth === all) {
      if (rest > NEAR * costMinor) return null;
      return { price, low: price * (1 - NEAR), high: Infinity, isSure: false };
    }
    if (isUnsure) return { price, low: price * (1 - NEAR), high: Infinity, isSure: false };
    const next = rest / (all - poorWorth);
    const slack = NEAR + (ROUNDING * costMinor) / rest;
    if (!(next > price) || next * (1 - slack) > limit) {
      const sure = Math.max(next, price);
      return { price: sure, low: sure * (1 - slack), high: sure * (1 + slack), isSure: true };
    }
    price = next;
  }
}

/** The supporters of a proposal by what they hold and what it is worth to them. `purses`: so many there are. */
export function groupsOf({ backed: { voters }, kinds, kindOf }: Offer, purses: number, purseOf: Int32Array): Group[] {
  // By purse and kind: where its group stands, from 1.
  const places = new Int32Array(purses * kinds.length);
  const groups: Group[] = [];
  for (let at = 0; at < voters.length; at += 1) {
    const purse = purseOf[voters[at] ?? 0] ?? 0;
    const kind = kindOf[at] ?? 0;
    const key = purse * kinds.length + kind;
    const group = groups[(places[key] ?? 0) - 1];
    if (group === undefined) places[key] = groups.push({ purse, worth: kinds[kind] ?? 0, count: 1 });
    else group.count += 1;
  }
  return groups;
}

export function worthTo(groups: readonly Group[]): number {
  return groups.reduce((sum, { worth, count }) => sum + worth * count, 0);
}

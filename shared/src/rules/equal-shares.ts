import type { ProposalId } from '../words/ids.ts';
import type { Minor } from '../words/units.ts';
import { compare, nearest, times, toNumber, whole, type Fraction } from './fraction.ts';
import { after, EMPTY, Money, type Purse } from './money.ts';
import { groupsOf, nearPrice, toKnown, worthTo, type Group, type Known, type NearPrice, type Offer } from './offer.ts';
import { eachOnce, type Backed, type Counted, type Profile, type Tie, type TieBreak } from './profile.ts';

/**
 * A proposal that its supporters bought. `gaveAll` of them gave everything they had left, `gaveAllMinor` together (the nearest); the others paid
 * the rest of the cost, `price` for each unit of worth.
 */
export interface Bought {
  readonly proposal: ProposalId;
  readonly costMinor: Minor;
  readonly supporters: number;
  readonly gaveAll: number;
  readonly gaveAllMinor: Minor;
  readonly price: Fraction;
}

/** A proposal that its supporters could not buy: together they still had `haveMinor` (rounded down). */
export interface Unbought {
  readonly proposal: ProposalId;
  readonly costMinor: Minor;
  readonly supporters: number;
  readonly haveMinor: Minor;
}

/** How it came to an outcome. `bought` in the order of the rounds, `unbought` in the order of the profile, without what nobody backs. */
export interface SharesStory {
  readonly bought: readonly Bought[];
  readonly unbought: readonly Unbought[];
}

/** How a purchase is paid. `exact`: the price, where it had to be known exactly. */
interface Payment {
  readonly price: number;
  readonly exact: Fraction | null;
  readonly isPoor: readonly boolean[];
}

/**
 * The Method of Equal Shares: every voter begins with `unit` for each part of their weight, and each round the proposal is bought that costs its
 * supporters least for what it is worth to them, until nobody can buy any more. Numbers of 53 bits only screen: whatever is nearer than
 * they can tell is decided by fractions. What does not depend on `unit` is made ready once. Cost of a count: O(rounds x supporters of the few
 * cheapest). Source: COUNTING 4.2.
 */
export class EqualShares {
  readonly #profile: Profile;
  readonly #ties: TieBreak;
  readonly #backed: readonly Known[];
  readonly #weights: readonly number[];
  readonly #weightOf: Int32Array;

  constructor(profile: Profile, ties: TieBreak) {
    this.#profile = profile;
    this.#ties = ties;
    this.#weights = [...new Set(profile.weights)];
    const places = new Map(this.#weights.map((weight, place) => [weight, place]));
    this.#weightOf = Int32Array.from(profile.weights, (weight) => places.get(weight) ?? 0);
    // What costs more than there is can never be funded.
    this.#backed = profile.proposals
      .filter(({ voters, costMinor }) => voters.length > 0 && costMinor <= profile.potMinor)
      .map((backed) => toKnown(backed));
  }

  count(unit: Fraction): Counted {
    return this.#shares(unit).count();
  }

  /** Counts once more and tells, round by round, who paid. Cost: one count, and the exact sums of who gave all. */
  story(unit: Fraction): SharesStory {
    const shares = this.#shares(unit);
    shares.count();
    return shares.story(this.#profile);
  }

  #shares(unit: Fraction): Shares {
    const money = new Money(unit);
    const purses = this.#weights.map((weight) => money.begin(weight));
    const offers = this.#backed.map((known) => ({ ...known }));
    return new Shares(money, purses, this.#weightOf.slice(), offers, this.#ties);
  }
}

/** One count under way. */
class Shares {
  readonly #money: Money;
  readonly #ties: TieBreak;
  readonly #purses: Purse[] = [];
  /** By purse: what it holds, nearly. */
  readonly #holds: number[] = [];
  /** By voter: which purse is theirs. */
  readonly #purseOf: Int32Array;
  #offers: Offer[];
  #empty = -1;
  readonly #told: Tie[] = [];
  readonly #bought: { readonly backed: Backed; readonly purchase: number; readonly gaveAll: number }[] = [];

  constructor(money: Money, purses: readonly Purse[], purseOf: Int32Array, offers: Offer[], ties: TieBreak) {
    this.#money = money;
    this.#ties = ties;
    for (const purse of purses) this.#addPurse(purse);
    this.#purseOf = purseOf;
    this.#offers = offers;
  }

  count(): Counted {
    for (let next = this.#cheapest(); next !== null; next = this.#cheapest()) {
      const [offer, near] = next;
      this.#offers = this.#offers.filter((other) => other !== offer);
      this.#buy(offer, near);
    }
    return {
      funded: this.#bought.map(({ backed }) => backed.proposal),
      spentMinor: this.#bought.reduce((sum, { backed }) => sum + backed.costMinor, 0),
      ties: eachOnce(this.#told),
    };
  }

  story({ proposals }: Profile): SharesStory {
    const known = new Set(this.#bought.map(({ backed }) => backed));
    const bought = this.#bought.map(({ backed, purchase, gaveAll }): Bought => {
      const { proposal, costMinor, voters } = backed;
      const [price, fromPoor] = [this.#money.price(purchase), this.#money.fromPoor(purchase)];
      return { proposal, costMinor, supporters: voters.length, gaveAll, gaveAllMinor: nearest(fromPoor), price };
    });
    const unbought = proposals
      .filter((backed) => backed.voters.length > 0 && !known.has(backed))
      .map(({ proposal, costMinor, voters }): Unbought => {
        const counts: number[] = [];
        for (const voter of voters) {
          const purse = this.#purseOf[voter] ?? 0;
          counts[purse] = (counts[purse] ?? 0) + 1;
        }
        const purses = this.#purses.map((purse, place) => [purse, counts[place] ?? 0] as const);
        const have = this.#money.sum(purses.filter(([, count]) => count > 0));
        return { proposal, costMinor, supporters: voters.length, haveMinor: whole(have) };
      });
    return { bought, unbought };
  }

  /** What costs its supporters least; `null` when nothing can be paid any more. */
  #cheapest(): readonly [Offer, NearPrice] | null {
    for (;;) {
      const contenders = this.#contenders();
      const [only] = contenders;
      if (only === undefined) return null;
      if (contenders.length === 1 && only[1].isSure) return only;
      const exact = contenders.flatMap(([offer, near]) => {
        const payment = this.#settle(offer, near, true);
        const price = payment?.exact ?? null;
        if (price !== null) return [{ offer, near, exact: price }];
        this.#offers = this.#offers.filter((other) => other !== offer);
        return [];
      });
      if (exact.length === 0) continue;
      const least = exact.reduce((one, other) => (compare(other.exact, one.exact) < 0 ? other : one));
      const equals = exact.filter((one) => compare(one.exact, least.exact) === 0);
      if (equals.length > 1) this.#told.push(equals.map(({ offer }) => offer.backed.proposal).sort());
      const first = equals.reduce((one, other) => (this.#ties(other.offer.backed, one.offer.backed) < 0 ? other : one));
      return [first.offer, first.near];
    }
  }

  /** Those of which 53 bits cannot tell which is cheapest: mostly one. */
  #contenders(): (readonly [Offer, NearPrice])[] {
    let highest = Infinity;
    const found: (readonly [Offer, NearPrice])[] = [];
    this.#offers.sort((a, b) => a.least - b.least);
    const gone = new Set<Offer>();
    for (const offer of this.#offers) {
      if (offer.least > highest) break;
      const near = nearPrice(offer, highest, this.#holds, this.#purseOf);
      if (near === null) {
        gone.add(offer);
        continue;
      }
      offer.least = Math.max(offer.least, near.low);
      highest = Math.min(highest, near.high);
      found.push([offer, near]);
    }
    if (gone.size > 0) this.#offers = this.#offers.filter((offer) => !gone.has(offer));
    return found.filter(([, { low }]) => low <= highest);
  }

  /** Who gives everything and what the others pay. `null` when they cannot pay. */
  #settle(offer: Offer, { price, low, high, isSure }: NearPrice, isExact: boolean): Payment | null {
    const groups = groupsOf(offer, this.#purses.length, this.#purseOf);
    const isPoor: boolean[] = [];
    const unsure: number[] = [];
    groups.forEach(({ purse, worth }, index) => {
      const holds = this.#holds[purse] ?? 0;
      isPoor.push(holds < low * worth);
      if (!isSure || (holds >= low * worth && holds <= high * worth)) unsure.push(index);
    });
    if (!isExact && unsure.length === 0) return { price, exact: null, isPoor };
    for (const index of unsure) isPoor[index] = false;
    for (;;) {
      const exact = this.#exactPrice(offer, groups, isPoor);
      if (exact === null) return null;
      const poorer = unsure.filter((index) => {
        const group = groups[index];
        return group !== undefined && isPoor[index] !== true && this.#hasLess(group, exact);
      });
      if (poorer.length === 0) return { price: toNumber(exact), exact, isPoor };
      for (const index of poorer) isPoor[index] = true;
    }
  }

  #exactPrice({ backed, worth }: Offer, groups: readonly Group[], isPoor: readonly boolean[]): Fraction | null {
    const poor = groups.filter((_, index) => isPoor[index] === true);
    const worthToOthers = worth - worthTo(poor);
    if (worthToOthers === 0) return null;
    return this.#money.priceIf({ costMinor: backed.costMinor, poor: this.#pursesOf(poor), worthToOthers });
  }

  #hasLess({ purse, worth }: Group, price: Fraction): boolean {
    const holds = this.#purses[purse];
    return holds !== undefined && compare(this.#money.sum([[holds, 1]]), times(price, worth)) < 0;
  }

  #buy(offer: Offer, near: NearPrice): void {
    const payment = this.#settle(offer, near, false);
    if (payment === null) throw new Error('what is bought can be paid');
    const { price, isPoor } = payment;
    const groups = groupsOf(offer, this.#purses.length, this.#purseOf);
    const poor = groups.filter((_, index) => isPoor[index] === true);
    const { backed } = offer;
    const purchase = this.#money.buy({
      costMinor: backed.costMinor,
      poor: this.#pursesOf(poor),
      worthToOthers: offer.worth - worthTo(poor),
    });
    const next = groups.map(({ purse, worth }, index) => {
      const holds = this.#purses[purse];
      if (holds === undefined || isPoor[index] === true) return this.#emptyPurse();
      return this.#addPurse(after(holds, purchase, worth, price));
    });
    this.#relabel(offer, groups, next);
    this.#bought.push({ backed, purchase, gaveAll: poor.reduce((sum, { count }) => sum + count, 0) });
  }

  #relabel({ backed: { voters }, kinds, kindOf }: Offer, groups: readonly Group[], next: readonly number[]): void {
    const nextOf = new Map(
      groups.map(({ purse, worth }, index) => [purse * kinds.length + kinds.indexOf(worth), next[index]]),
    );
    for (let at = 0; at < voters.length; at += 1) {
      const voter = voters[at] ?? 0;
      const purse = this.#purseOf[voter] ?? 0;
      this.#purseOf[voter] = nextOf.get(purse * kinds.length + (kindOf[at] ?? 0)) ?? purse;
    }
  }

  #pursesOf(groups: readonly Group[]): (readonly [Purse, number])[] {
    return groups.flatMap(({ purse, count }) => {
      const holds = this.#purses[purse];
      return holds === undefined ? [] : [[holds, count] as const];
    });
  }

  #addPurse(purse: Purse): number {
    this.#holds.push(purse.near);
    return this.#purses.push(purse) - 1;
  }

  #emptyPurse(): number {
    if (this.#empty < 0) this.#empty = this.#addPurse(EMPTY);
    return this.#empty;
  }
}

import type { Keep } from './keep.ts';
import { newSecret } from './random.ts';

/** One person's place on a device: the key to their seat, and the card that they came with while it has not opened the door yet. */
export interface Place {
  readonly secret: string;
  readonly card: string | null;
  /** `asked`: this person has asked to come in, and may be waiting at the door. */
  readonly state: 'new' | 'asked' | 'joined';
}

/** A person's own corner of what a device keeps. */
export interface Corner {
  /** From 1, in the order in which people came to this phone. */
  readonly number: number;
  /** What the names of all that is theirs begin with. */
  readonly key: string;
  readonly place: () => Place;
  readonly change: (changes: Partial<Place>) => void;
}

interface Kept {
  /** Whose turn it is, from 1. */
  readonly at: number;
  readonly places: readonly Place[];
}

/**
 * The people who share one phone in one meeting: usually one. Each has a seat of their own, and nobody's is lost when another takes the
 * phone. Read anew each time, as another tab may have written.
 */
export class Places {
  readonly #keep: Keep;
  readonly #key: string;

  constructor(code: string, keep: Keep) {
    this.#keep = keep;
    this.#key = `cyfran.${code}`;
  }

  /** The numbers of those who have a seat or asked for one, and of whoever has the phone now. */
  get numbers(): number[] {
    const { at, places } = this.#read();
    return places.flatMap(({ state }, index) => (state !== 'new' || index + 1 === at ? [index + 1] : []));
  }

  /** Whoever has the phone now. A secret is drawn before anything is asked with it, so that a lost answer cannot make a second seat. */
  current(): Corner {
    return this.#corner(this.#read().at);
  }

  /** The next person takes the phone, with a card if they have one. A place that nobody has asked with is used again, under a new secret. */
  next(card: string | null): Corner {
    const { places } = this.#read();
    const unused = places.findIndex(({ state }) => state === 'new');
    const at = unused < 0 ? places.length + 1 : unused + 1;
    this.#write({ at, places: replaced(places, at, newPlace(card)) });
    return this.#corner(at);
  }

  /** The number of whoever came with this card; `null` for nobody here. */
  withCard(card: string): number | null {
    const index = this.#read().places.findIndex((place) => place.card === card);
    return index < 0 ? null : index + 1;
  }

  /** Somebody who was here before takes the phone again. */
  back(number: number): Corner {
    this.#write({ at: number, places: this.#read().places });
    return this.#corner(number);
  }

  #corner(number: number): Corner {
    const suffix = number === 1 ? '' : `.${String(number)}`;
    const place = () => this.#read().places[number - 1] ?? newPlace(null);
    return {
      number,
      key: `${this.#key}${suffix}`,
      place,
      change: (changes) => {
        const { at, places } = this.#read();
        this.#write({ at, places: replaced(places, number, { ...place(), ...changes }) });
      },
    };
  }

  #read(): Kept {
    const kept = this.#keep.read(`${this.#key}.places`);
    if (isKept(kept)) return kept;
    const first = { at: 1, places: [newPlace(null)] };
    this.#write(first);
    return first;
  }

  #write(kept: Kept): void {
    this.#keep.write(`${this.#key}.places`, kept);
  }
}

/** The corner of somebody whom the device forgets: on a shared tablet. */
export function passingCorner(): Corner {
  let place = newPlace(null);
  return {
    number: 1,
    key: 'cyfran',
    place: () => place,
    change: (changes) => {
      place = { ...place, ...changes };
    },
  };
}

function newPlace(card: string | null): Place {
  return { secret: newSecret(), card, state: 'new' };
}

function replaced(places: readonly Place[], number: number, place: Place): Place[] {
  const all = [...places];
  all[number - 1] = place;
  return all;
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('places' in value)) return false;
  return typeof value.at === 'number' && Array.isArray(value.places) && value.places.length >= value.at;
}

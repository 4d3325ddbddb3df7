import { cardIn } from '#lib/live/card-text.ts';
import type { Keep } from '#lib/live/keep.ts';
import { Phone } from '#lib/live/phone.svelte.ts';
import { Places, type Corner } from '#lib/live/places.ts';
import { newSecret } from '#lib/live/random.ts';
import type { Connect } from '#lib/live/socket.ts';

/**
 * One phone in one meeting and the people who share it: each with a place of their own, one at a time. A card that is opened on a phone
 * whose person has a seat already is never used silently: it is `offered`.
 */
export class SharedPhone {
  readonly #code: string;
  readonly #keep: Keep;
  readonly #connect: Connect | undefined;
  readonly #places: Places;
  #corner: Corner;
  #phone: Phone;
  #numbers: readonly number[];
  #offered = $state<string | null>(null);
  #isBroken = $state(false);

  /** `fragment`: what stood after the `#` of the address. */
  constructor(code: string, keep: Keep, fragment: string, connect?: Connect) {
    this.#code = code;
    this.#keep = keep;
    this.#connect = connect;
    this.#places = new Places(code, keep);
    this.#corner = $state.raw(this.#places.current());
    this.#takeCard(fragment);
    this.#phone = $state.raw(this.#opened());
    this.#numbers = $state.raw(this.#places.numbers);
  }

  /** The phone in the hands of whoever has it now. */
  get phone(): Phone {
    return this.#phone;
  }

  /** Which person has it, from 1. */
  get number(): number {
    return this.#corner.number;
  }

  /** The people who have a place on it. */
  get numbers(): readonly number[] {
    return this.#numbers;
  }

  /** A card whose person may be another than the one who has the phone now. */
  get offered(): string | null {
    return this.#offered;
  }

  /** Whether the address held something that can be no card. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** A link with a card was opened on this page. */
  come(fragment: string): void {
    if (this.#takeCard(fragment)) this.#turn(this.#corner);
  }

  /** Whoever has the offered card takes the phone. */
  takeOffered(): void {
    const card = this.#offered;
    this.#offered = null;
    if (card === null) return;
    const known = this.#places.withCard(card);
    this.#turn(known === null ? this.#places.next(card) : this.#places.back(known));
  }

  /** Whoever has the phone keeps it. */
  stay(): void {
    this.#offered = null;
  }

  /** The next person takes the phone. */
  next(): void {
    this.#turn(this.#places.next(null));
  }

  /** Somebody who was here before takes it again. */
  back(number: number): void {
    this.#turn(this.#places.back(number));
  }

  close(): void {
    this.#phone.close();
  }

  /** Returns whether the person who has the phone came with a new card. */
  #takeCard(fragment: string): boolean {
    if (fragment === '') return false;
    const card = cardIn(fragment);
    this.#isBroken = card === null;
    const place = this.#corner.place();
    if (card === null || place.card === card) return false;
    if (place.state === 'joined') {
      this.#offered = card;
      return false;
    }
    this.#corner.change({ secret: newSecret(), card, state: 'new' });
    return true;
  }

  #turn(corner: Corner): void {
    this.#phone.close();
    this.#corner = corner;
    this.#isBroken = false;
    this.#phone = this.#opened();
    this.#numbers = this.#places.numbers;
  }

  #opened(): Phone {
    const meeting = { code: this.#code };
    return new Phone({ meeting, keep: this.#keep, corner: this.#corner, door: 'phone', connect: this.#connect });
  }
}

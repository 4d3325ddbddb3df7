import type { SeatId } from '@cyfran/shared/words/ids.ts';

/** Who is here in one session: distinct people, whatever number of phones each has. Not journalled. */
export class Presence<Phone> {
  readonly #phones = new Map<SeatId, Map<Phone, { unsent: boolean }>>();

  /** Distinct people with a connection. */
  get people(): number {
    return this.#phones.size;
  }

  /** People of whom a connected phone holds choices that are not sent. */
  get unsent(): number {
    let people = 0;
    for (const phones of this.#phones.values()) {
      if ([...phones.values()].some(({ unsent }) => unsent)) people += 1;
    }
    return people;
  }

  isHere(seat: SeatId): boolean {
    return this.#phones.has(seat);
  }

  arrive(seat: SeatId, phone: Phone): void {
    const phones = this.#phones.get(seat) ?? new Map<Phone, { unsent: boolean }>();
    phones.set(phone, { unsent: false });
    this.#phones.set(seat, phones);
  }

  leave(seat: SeatId, phone: Phone): void {
    const phones = this.#phones.get(seat);
    phones?.delete(phone);
    if (phones?.size === 0) this.#phones.delete(seat);
  }

  /** Returns whether anything changed. */
  setUnsent(seat: SeatId, phone: Phone, unsent: boolean): boolean {
    const state = this.#phones.get(seat)?.get(phone);
    if (state === undefined || state.unsent === unsent) return false;
    state.unsent = unsent;
    return true;
  }

  phonesOf(seat: SeatId): Iterable<Phone> {
    return this.#phones.get(seat)?.keys() ?? [];
  }
}

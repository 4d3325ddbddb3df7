import type { SeatId } from '@cyfran/shared/words/ids.ts';

/** Who is here in one session: distinct people, whatever number of phones each has. Not journalled. */
export class Presence<Phone> {
  /** The phones of each person, and whether each holds choices that are not sent. */
  readonly #phones = new Map<SeatId, Map<Phone, boolean>>();
  // Kept, not counted anew: it is asked for with every ballot.
  readonly #unsent = new Set<SeatId>();

  /** Distinct people with a connection. */
  get people(): number {
    return this.#phones.size;
  }

  /** People of whom a connected phone holds choices that are not sent. */
  get unsent(): ReadonlySet<SeatId> {
    return this.#unsent;
  }

  get seats(): Iterable<SeatId> {
    return this.#phones.keys();
  }

  isHere(seat: SeatId): boolean {
    return this.#phones.has(seat);
  }

  arrive(seat: SeatId, phone: Phone): void {
    const phones = this.#phones.get(seat) ?? new Map<Phone, boolean>();
    phones.set(phone, false);
    this.#phones.set(seat, phones);
    this.#look(seat);
  }

  leave(seat: SeatId, phone: Phone): void {
    const phones = this.#phones.get(seat);
    phones?.delete(phone);
    if (phones?.size === 0) this.#phones.delete(seat);
    this.#look(seat);
  }

  /** Returns whether anything changed. */
  setUnsent(seat: SeatId, phone: Phone, unsent: boolean): boolean {
    const phones = this.#phones.get(seat);
    const before = phones?.get(phone);
    if (before === undefined || before === unsent) return false;
    phones?.set(phone, unsent);
    this.#look(seat);
    return true;
  }

  phonesOf(seat: SeatId): Iterable<Phone> {
    return this.#phones.get(seat)?.keys() ?? [];
  }

  #look(seat: SeatId): void {
    const holds = [...(this.#phones.get(seat)?.values() ?? [])].includes(true);
    if (holds) this.#unsent.add(seat);
    else this.#unsent.delete(seat);
  }
}

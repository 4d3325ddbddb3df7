import type { SeatId } from '@cyfran/shared/words/ids.ts';

const NOBODY: ReadonlySet<never> = new Set();

/** Screens whose seat is drawn and has not joined yet: with a card that nobody has come in with, or waiting to be let in. */
export class Doorstep<Screen> {
  readonly #waiting = new Map<SeatId, Set<Screen>>();

  wait(seat: SeatId, screen: Screen): void {
    const screens = this.#waiting.get(seat) ?? new Set<Screen>();
    screens.add(screen);
    this.#waiting.set(seat, screens);
  }

  leave(seat: SeatId, screen: Screen): void {
    const screens = this.#waiting.get(seat);
    screens?.delete(screen);
    if (screens?.size === 0) this.#waiting.delete(seat);
  }

  of(seat: SeatId): ReadonlySet<Screen> {
    return this.#waiting.get(seat) ?? NOBODY;
  }

  /** The seat has joined: nobody waits for it any more. Returns who did. */
  open(seat: SeatId): ReadonlySet<Screen> {
    const screens = this.of(seat);
    this.#waiting.delete(seat);
    return screens;
  }
}

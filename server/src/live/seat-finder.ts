import type { Context } from '@cyfran/shared/activities/activity.ts';
import type { Credential, RoundId, SeatId } from '@cyfran/shared/words/ids.ts';

/** Which of the seats seen here a credential belongs to: the journal names only credentials, the phones are found by seat. */
export class SeatFinder {
  readonly #credentialOf: Context['credentialOf'];
  readonly #seats = new Set<SeatId>();
  #round: RoundId | null = null;
  #byCredential = new Map<Credential, SeatId>();

  constructor(credentialOf: Context['credentialOf']) {
    this.#credentialOf = credentialOf;
  }

  add(seat: SeatId): void {
    this.#seats.add(seat);
    if (this.#round !== null) this.#byCredential.set(this.#credentialOf(seat, this.#round), seat);
  }

  find(round: RoundId, credential: Credential): SeatId | null {
    if (round !== this.#round) {
      this.#round = round;
      this.#byCredential = new Map([...this.#seats].map((seat) => [this.#credentialOf(seat, round), seat]));
    }
    return this.#byCredential.get(credential) ?? null;
  }
}

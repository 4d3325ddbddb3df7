import type { PrintedCard } from '#lib/print/printed.ts';
import type { Answer } from '#lib/set-up/calls.ts';
import type { DeskCalls, KnownCard, MadeCard } from './desk-calls.ts';

/** The most cards in one go: more than a large hall, and a print that a printer still takes. */
export const MOST_CARDS = 400;

/** What the last press came to: why nothing was done, or which card is out of use now. */
export type DeskNote =
  { readonly kind: 'problem'; readonly reason: string } | { readonly kind: 'void'; readonly number: number };

/**
 * The cards of a meeting: those the server knows, and those made here, whose codes are on this page alone until they are printed.
 * One thing is asked at a time; a second press meanwhile does nothing.
 */
export class CardDesk {
  readonly #calls: DeskCalls;
  #known = $state.raw<readonly KnownCard[]>([]);
  #made = $state.raw<readonly PrintedCard[]>([]);
  #printed = $state.raw<readonly string[]>([]);
  #note = $state.raw<DeskNote | null>(null);
  #busy = $state(false);

  constructor(calls: DeskCalls) {
    this.#calls = calls;
  }

  get known(): readonly KnownCard[] {
    return this.#known;
  }

  /** What comes out of the printer: the cards that are not on paper yet; when all are, all again. */
  get toPrint(): readonly PrintedCard[] {
    return this.unprinted.length > 0 ? this.unprinted : this.#made;
  }

  get unprinted(): readonly PrintedCard[] {
    return this.#made.filter(({ code }) => !this.#printed.includes(code));
  }

  get note(): DeskNote | null {
    return this.#note;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Reads the list of cards. */
  async load(): Promise<void> {
    await this.#once(() => this.#list());
  }

  /** Makes so many cards, which then wait to be printed. */
  async make(count: number, test: boolean): Promise<void> {
    await this.#once(async () => {
      const answer = await this.#calls.make(count, test);
      if (answer.ok) this.#made = [...this.#made, ...answer.got.cards.map((card) => printedCard(card, test))];
      await this.#after(answer);
    });
  }

  /** Makes a new card for the seat of a lost one, under its number. */
  async replace(number: number): Promise<void> {
    await this.#once(async () => {
      const test = this.#known.some((card) => card.number === number && card.state === 'test');
      const answer = await this.#calls.replace(number);
      if (answer.ok) this.#made = [...this.#without(number), printedCard(answer.got, test)];
      await this.#after(answer);
    });
  }

  /** Takes a card out of use. */
  async takeOut(number: number): Promise<void> {
    await this.#once(async () => {
      const answer = await this.#calls.takeOut(number);
      if (answer.ok) this.#made = this.#without(number);
      await this.#after(answer);
      if (answer.ok && this.#note === null) this.#note = { kind: 'void', number };
    });
  }

  /** Somebody looked: all that came out is on paper. */
  markPrinted(): void {
    this.#printed = this.#made.map(({ code }) => code);
  }

  async #once(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#note = null;
    try {
      await work();
    } finally {
      this.#busy = false;
    }
  }

  /** What was asked may have been done without an answer, so the list is read again in any case; the first problem is the one told. */
  async #after(answer: Answer<unknown>): Promise<void> {
    await this.#list();
    if (!answer.ok) this.#tell(answer.reason === 'unreachable' ? 'unsure' : answer.reason);
  }

  async #list(): Promise<void> {
    const answer = await this.#calls.cards();
    if (answer.ok) this.#known = answer.got.cards;
    else this.#tell(answer.reason);
  }

  #tell(reason: string): void {
    this.#note = { kind: 'problem', reason };
  }

  #without(number: number): PrintedCard[] {
    return this.#made.filter((card) => card.number !== number);
  }
}

function printedCard({ number, code }: MadeCard, test: boolean): PrintedCard {
  return { number, code, test };
}

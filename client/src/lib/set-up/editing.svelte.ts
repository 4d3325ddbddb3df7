import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import type { Desk } from './desk.svelte.ts';
import { isSame, keptUnder, type Form } from './form.ts';
import { begin, readKept, type Clash, type Kept } from './kept-draft.ts';
import { merge } from './merge.ts';
import type { Problem } from './problem.ts';

/** How often a save begins again because a co-host saved in between. */
const TRIES = 3;

/**
 * One page of the set-up while somebody types: what is typed stays on this device until it is saved. Where a co-host has saved since, each
 * field is as whoever changed it left it; where both changed one, theirs stands and mine is kept beside it until somebody chooses.
 */
export class Editing<Draft extends object> {
  draft: Draft;
  readonly form: Form<Draft>;
  readonly #desk: Desk;
  #base: Draft;
  #clash: Clash<Draft> | null;
  #problems = $state.raw<readonly Problem[]>([]);
  #trouble = $state<string | null>(null);
  #attempt = $state(0);
  #saving = $state(false);
  #restored: boolean;

  constructor(desk: Desk, form: Form<Draft>) {
    this.#desk = desk;
    this.form = form;
    const now = form.read(desk.meeting.setUp);
    const kept = readKept(desk.keep.read(keptUnder(desk.sid, form.name)), now);
    const { draft, clash } = kept === null ? { draft: now, clash: null } : begin(kept, now);
    this.draft = $state(draft);
    this.#base = $state.raw(now);
    this.#clash = $state.raw(clash);
    this.#restored = $state(clash !== null || !isSame(draft, now));
  }

  get clash(): Clash<Draft> | null {
    return this.#clash;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Why the server did not save, where it did not. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** Rises with each save that did not succeed: a summary of errors comes anew. */
  get attempt(): number {
    return this.#attempt;
  }

  get saving(): boolean {
    return this.#saving;
  }

  /** Whether the page began with what was typed here before and never saved. */
  get restored(): boolean {
    return this.#restored;
  }

  /** Keeps what is typed on this device; nothing, where it is what the server has. */
  remember(): void {
    const kept: Kept<Draft> = { base: this.#base, draft: this.#typed, clash: this.#clash };
    if (kept.clash === null && isSame(kept.draft, kept.base)) this.#desk.keep.remove(this.#key);
    else this.#desk.keep.write(this.#key, kept);
  }

  /** Back to what the server has. */
  discard(): void {
    this.draft = structuredClone(this.#base);
    this.#clash = null;
    this.#restored = false;
    this.#problems = [];
    this.#trouble = null;
  }

  /** Puts what this host typed in the place of what the co-host saved; `false`: lets theirs stand. */
  settle(mine: boolean): void {
    const clash = this.#clash;
    if (clash === null) return;
    if (mine) for (const field of clash.fields) this.draft[field] = structuredClone(clash.mine[field]);
    this.#clash = null;
    this.#trouble = null;
  }

  /** Says that something cannot be saved as it was typed. */
  refuse(problems: readonly Problem[]): void {
    this.#problems = problems;
    this.#trouble = null;
    this.#attempt += 1;
  }

  /** Saves this page within the whole set-up. Answers whether it is saved; else the page says why not. */
  async save(): Promise<boolean> {
    if (this.#saving) return false;
    if (this.#clash !== null) return this.#failed('moved-on');
    const problems = this.form.problems(this.draft, this.#desk.meeting.setUp);
    if (problems.length > 0) {
      this.refuse(problems);
      return false;
    }
    this.#saving = true;
    this.#problems = [];
    this.#trouble = null;
    const isSaved = await this.#trySave(TRIES);
    this.#saving = false;
    if (isSaved) this.#desk.keep.remove(this.#key);
    return isSaved;
  }

  async #trySave(tries: number): Promise<boolean> {
    const before = this.#desk.meeting.setUp;
    const setUp = this.form.write(before, this.#typed);
    const reason = isSame(setUp, before) ? null : await this.#desk.save(setUp);
    if (reason === null) {
      this.#desk.tell(tries === TRIES ? 'saved' : 'merged');
      return true;
    }
    if (reason !== 'moved-on' || tries === 1) return this.#failed(reason);
    const unread = await this.#desk.load();
    if (unread !== null) return this.#failed(unread);
    if (!this.#desk.may(...this.form.fields)) return this.#failed('already-begun');
    this.#take(this.#desk.meeting.setUp);
    return this.#clash === null ? this.#trySave(tries - 1) : this.#failed('moved-on');
  }

  /** What a co-host saved comes under what is typed here. */
  #take(setUp: SetUp): void {
    const theirs = this.form.read(setUp);
    const mine = this.#typed;
    const { draft, clashes } = merge(this.#base, mine, theirs);
    this.#base = theirs;
    this.draft = draft;
    this.#clash = clashes.length === 0 ? null : { mine, fields: clashes };
  }

  #failed(reason: string): false {
    this.#problems = [];
    this.#trouble = reason;
    this.#attempt += 1;
    return false;
  }

  /** What stands in the form, as plain JSON. */
  get #typed(): Draft {
    const plain: unknown = $state.snapshot(this.draft);
    return plain as Draft;
  }

  get #key(): string {
    return keptUnder(this.#desk.sid, this.form.name);
  }
}

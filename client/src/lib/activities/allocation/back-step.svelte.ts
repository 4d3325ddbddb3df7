import { newOutboxId } from '../../live/random.ts';

const MARK = 'cyfran.step';

/**
 * A page on top of a page, which the browser's Back takes away again. It has no address of its own, and the history holds nothing of it
 * but a random name that belongs to this step alone. To be listened to with `popped`, and dropped with its page.
 */
export class BackStep {
  readonly #step = newOutboxId();
  #isOn = $state(false);
  /** Whether the step is in the history. Not reactive: a component that goes still reads what was before in what is. */
  #isPushed = false;

  get isOn(): boolean {
    return this.#isOn;
  }

  enter(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    this.#isPushed = true;
    // Kit's own state of this entry stays in it: to Kit, nothing has moved.
    history.pushState({ ...(history.state as object | null), [MARK]: this.#step }, '');
  }

  /** Going back takes a moment: asked twice, it must not go back twice, out of the meeting. */
  leave(): void {
    if (!this.#isPushed) return;
    this.#isOn = false;
    this.#isPushed = false;
    if (this.#isOurs(history.state)) history.back();
  }

  /** The browser went back or forward. */
  popped({ state }: PopStateEvent): void {
    this.#isOn = this.#isOurs(state);
    this.#isPushed = this.#isOn;
  }

  #isOurs(state: unknown): boolean {
    return typeof state === 'object' && state !== null && (state as Record<string, unknown>)[MARK] === this.#step;
  }
}

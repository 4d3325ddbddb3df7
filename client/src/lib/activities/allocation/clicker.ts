/** What a key press was, as far as a clicker goes. */
export interface Press {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** A clicker's "next". Its "back" (PageUp) does nothing: what was shown stays shown. Space stays what it is to buttons. */
const NEXT: ReadonlySet<string> = new Set(['PageDown', 'ArrowRight']);

/** Two presses in this time are one: a clicker's button bounces, and a hand trembles. */
const ONE_PRESS_MS = 600;

/** The name of the channel on which a window of the big screen on the same computer passes on its clicker's `'next'`. */
export const clickerChannel = (sid: string): string => `cyfran.${sid}`;

/** Whether this is a clicker's "next". A key that is held down is one press, and with a modifier it means something else. */
export function isNext({ key, repeat, ctrlKey, altKey, metaKey, shiftKey }: Press): boolean {
  return NEXT.has(key) && !repeat && !ctrlKey && !altKey && !metaKey && !shiftKey;
}

/** Lets one press through in a while. Times in milliseconds. */
export class OnePress {
  #last = Number.NEGATIVE_INFINITY;

  takes(at: number): boolean {
    if (at - this.#last < ONE_PRESS_MS) return false;
    this.#last = at;
    return true;
  }
}

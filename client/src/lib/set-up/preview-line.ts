import type { View } from '@cyfran/shared/session/view.ts';
import type { Millis } from '@cyfran/shared/words/units.ts';
import type { Connect, WireEvents } from '#lib/live/socket.ts';

/** A line to no server: a phone on it hears what it is told here, and whatever it asks stays without an answer. */
export class PreviewLine {
  #events: WireEvents | null = null;
  #said = 0;

  readonly connect: Connect = (_meeting, _secret, events) => {
    this.#events = events;
    return { ask: () => new Promise(() => undefined), tell: () => undefined, close: () => undefined };
  };

  /** The phone sees this now, and nothing else. */
  say(view: View, now: Millis): void {
    this.#said += 1;
    const version = this.#said;
    const sections = Object.fromEntries(Object.entries(view).map(([name, data]) => [name, { version, data }]));
    this.#events?.onConnected();
    this.#events?.onFrame({ now, sections });
  }
}

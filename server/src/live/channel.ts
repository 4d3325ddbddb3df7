import type { SectionName, View } from '@cyfran/shared/session/view.ts';
import type { Millis, Version } from '@cyfran/shared/words/units.ts';
import { SharedFrame } from './frame-writer.ts';

interface Held {
  readonly version: Version;
  readonly data: unknown;
  readonly text: string;
  /** The channel's sequence when this section last changed. */
  readonly changedAt: number;
}

/**
 * What one audience of a session sees: named sections, each with the version it was built from. Whoever has seen the channel at some
 * sequence needs the sections changed since, whole: the latest wins, nothing is queued for anyone.
 */
export class Channel {
  readonly #held = new Map<string, Held>();
  readonly #frames = new Map<number, SharedFrame>();
  #sequence = 0;
  #now: Millis = 0;

  /** Rises with every change; a listener that has seen this much is up to date. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Takes a new view, built from the session at `version`. A section that is no longer in it is sent as `null`. */
  refresh(view: View, version: Version, now: Millis): void {
    this.#frames.clear();
    this.#now = now;
    const next = this.#sequence + 1;
    let changed = false;
    const names = new Set([...this.#held.keys(), ...Object.keys(view)]);
    for (const name of names) {
      const data = view[name as SectionName] ?? null;
      const text = JSON.stringify(data);
      if (this.#held.get(name)?.text === text) continue;
      this.#held.set(name, { version, data, text, changedAt: next });
      changed = true;
    }
    if (changed) this.#sequence = next;
  }

  /** All sections changed after `seen`; the same object for everyone who has seen as much. */
  frameSince(seen: number): SharedFrame {
    const before = this.#frames.get(seen);
    if (before !== undefined) return before;
    const changed = [...this.#held].filter(([, { changedAt }]) => changedAt > seen);
    const sections = Object.fromEntries(changed.map(([name, { version, data }]) => [name, { version, data }]));
    const frame = new SharedFrame({ now: this.#now, sections });
    this.#frames.set(seen, frame);
    return frame;
  }
}

import type { Frame } from '@cyfran/shared/protocol.ts';
import type { SectionName, View } from '@cyfran/shared/session/view.ts';
import type { Version } from '@cyfran/shared/words/units.ts';

/** What a screen holds of a meeting, and the version of each section. A section that is not to be seen now is not in `view`. */
export interface Held {
  readonly view: View;
  readonly versions: ReadonlyMap<string, Version>;
}

export const NOTHING_HELD: Held = { view: {}, versions: new Map() };

/** Not made from the journal, so their version says nothing about their age: the last to come is the newest. */
const AS_THEY_COME: ReadonlySet<string> = new Set<SectionName>(['people', 'pending', 'invite']);

/**
 * What is held after a frame: changed sections whole, an older one dropped, the rest as before. `whole`: the first frame of a
 * connection, where a section that is missing is gone. Rule L2.
 */
export function takeFrame(held: Held, { sections }: Frame, whole: boolean): Held {
  const view = new Map(Object.entries(held.view));
  const versions = new Map(held.versions);
  let newest = 0;
  for (const [name, { version, data }] of Object.entries(sections)) {
    newest = Math.max(newest, version);
    if (version < (versions.get(name) ?? 0) && !AS_THEY_COME.has(name)) continue;
    versions.set(name, version);
    // The wire says `null` for a section that has gone, which its own type need not know.
    if ((data as unknown) === null) view.delete(name);
    else view.set(name, data);
  }
  if (whole) {
    for (const name of versions.keys()) {
      if (!(name in sections) && (versions.get(name) ?? 0) <= newest) view.delete(name);
    }
  }
  return { view: Object.fromEntries(view), versions };
}

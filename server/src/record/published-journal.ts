import { keysMovedBy } from '@cyfran/shared/session/keys.ts';
import type { Entry } from '@cyfran/shared/session/entry.ts';
import { givesBody, type Publication } from '@cyfran/shared/session/publication.ts';
import { canonicalText, genesisId, genesisText, headerText } from '../journal/chain.ts';
import { formatLine } from '../journal/line.ts';
import type { Hash } from '@cyfran/shared/words/ids.ts';
import type { Signer } from './signer.ts';

/** The journal as anyone may have it, in the format of the journal itself, and the seals of all its rulings. */
export interface PublishedJournal {
  readonly lines: string;
  /** Signed notes, one after the other. */
  readonly seals: string;
  /** The id of the last entry that is given. */
  readonly head: Hash;
}

/** Writes what `publication` gives of these entries. Cost: about 30 us an entry. Rule X4. */
export async function publishedJournal(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  publication: Publication,
  signer: Signer,
): Promise<PublishedJournal> {
  const first = genesisText(signer.genesis);
  const lines = [`${genesisId(first)} ${first}\n`];
  const seals: string[] = [];
  let last: Entry | null = null;
  let head = genesisId(first);
  for await (const entry of entries) {
    if (entry.version > publication.upTo) break;
    lines.push(lineOf(entry, givesBody(publication, entry)));
    last = entry;
    head = entry.id;
    if (entry.events.some((event) => keysMovedBy(event).includes('ruling'))) {
      seals.push(signer.seal(entry.version, entry.id));
      last = null;
    }
  }
  if (last !== null) seals.push(signer.seal(last.version, last.id));
  return { lines: lines.join(''), seals: seals.join('\n'), head };
}

function lineOf({ id, at, cmd, by, events, commit, salt, bodies }: Entry, isGiven: boolean): string {
  const body = commit === undefined ? {} : { body: commit };
  const header = headerText({ v: 1, at, cmd, by, events: [...events], ...body });
  const gives = isGiven && salt !== undefined && bodies !== undefined;
  return formatLine(id, { header, salt: gives ? salt : '', body: gives ? canonicalText(bodies) : '' });
}

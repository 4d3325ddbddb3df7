import type { Entry } from '@cyfran/shared/session/entry.ts';
import { keysMovedBy } from '@cyfran/shared/session/keys.ts';
import type { Guard, Key } from '@cyfran/shared/words/by.ts';
import { ballotBodyText, ballotHeaderText, ballotIn } from './ballot-texts.ts';
import { canonicalText, headerText, timeText } from './chain.ts';
import { type Append, InvalidEntry } from './journal.ts';
import { commitTo, lineBytes, MAX_BATCH_BYTES, type Stored, understandStored } from './line.ts';

const SALT_LETTERS = 22;

/** An entry that only lacks its place in the chain. All that costs time is done here, while the disk is busy with the batch before. */
export interface Prepared {
  readonly stored: Stored;
  readonly recorded: Omit<Entry, 'version' | 'id'>;
  readonly guards: readonly Guard[];
  readonly moves: readonly Key[];
  readonly bytes: number;
}

/**
 * Makes entries ready to be judged. `recorded` is read back from the very texts that will be stored: whatever passes here can be read
 * at the next start, and shares nothing with the caller's objects. Throws `InvalidEntry` if one entry could not be read back, or all of
 * them are over 1 MiB. Cost: about 10 us an entry. Rule J15.
 */
export function prepare(entries: readonly Append[]): readonly Prepared[] {
  try {
    const all = entries.map(prepareOne);
    if (all.reduce((sum, { bytes }) => sum + bytes, 0) > MAX_BATCH_BYTES)
      throw new InvalidEntry('over 1 MiB in one call');
    return all;
  } catch (error) {
    if (error instanceof InvalidEntry) throw error;
    throw new InvalidEntry('it could not be read back', { cause: error });
  }
}

function prepareOne(asked: Append): Prepared {
  const { stored, recorded } = plainBallot(asked) ?? anyEntry(asked);
  return {
    stored,
    recorded: frozen(recorded),
    guards: asked.guards,
    moves: [...asked.events.flatMap(keysMovedBy), ...(asked.moves ?? [])],
    bytes: lineBytes(stored),
  };
}

type Understood = Pick<Prepared, 'stored' | 'recorded'>;

/** Nearly all that is appended is ballots, and all who cast one wait for each other: this takes a third of the time. Same texts: a test holds them equal. */
function plainBallot({ at, cmd, by, events, bodies = [], salt = '' }: Append): Understood | null {
  const body = ballotBodyText(bodies);
  if (body === null || salt.length !== SALT_LETTERS) return null;
  const commitment = commitTo(body, salt);
  const header = ballotHeaderText({ v: 1, at: timeText(at, events), cmd, by, events: [...events], body: commitment });
  const recorded = header === null ? null : ballotIn(header, salt, body);
  return header === null || recorded === null ? null : { stored: { header, salt, body }, recorded };
}

function anyEntry(asked: Append): Understood {
  const { cmd, by, events } = asked;
  const { salt, body } = erasablePart(asked);
  const commitment = salt === '' ? {} : { body: commitTo(body, salt) };
  const header = headerText({ v: 1, at: timeText(asked.at, events), cmd, by, events: [...events], ...commitment });
  const stored = { header, salt, body };
  return { stored, recorded: understandStored(stored) };
}

function erasablePart({ bodies, salt }: Append): { readonly salt: string; readonly body: string } {
  if (bodies === undefined && salt === undefined) return { salt: '', body: '' };
  if (bodies === undefined || salt === undefined) throw new InvalidEntry('a body and its salt come together');
  if (bodies.every((body) => body === null)) throw new InvalidEntry('no event has a body');
  if (bodies.some((body) => body?.texts) && bodies.some((body) => body?.ballot)) {
    throw new InvalidEntry('an entry never holds texts and a ballot together');
  }
  return { salt: Buffer.from(salt, 'base64url').toString('base64url'), body: canonicalText(bodies) };
}

/** All followers in this process are handed the same objects: none may change what another folds. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  // Asked for names, an array spells out its indexes: that would take eight times as long.
  if (Array.isArray(value)) for (const one of value) frozen(one);
  else for (const name in value) frozen(value[name]);
  return Object.freeze(value);
}

import { hash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { Body } from '@cyfran/shared/record/body.ts';
import { BODY_TAG } from '@cyfran/shared/record/commit.ts';
import { type Entry, Header } from '@cyfran/shared/session/entry.ts';
import { type Hash, Salt, SessionId } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { ballotIn } from './ballot-texts.ts';
import { entryId, genesisId, genesisText } from './chain.ts';
import type { Genesis } from './journal.ts';

/** What must not change in one piece: a line, a call of `append`, a batch. A torn tail is at most this long, so a longer line could not be told from damage. */
export const MAX_BATCH_BYTES = 1024 * 1024;

export const LF = 10;
const TAB = 9;
const ID_LENGTH = 43;
/** An id, two spaces or tabs more, and the LF. */
const FRAME_BYTES = ID_LENGTH + 4;
const TAG_BYTES = Buffer.from(BODY_TAG);
const SALT_BYTES = 16;
/** The letters whose last four bits are zero. */
const LAST_OF_SALT = 'AQgw';
const WELL_FORMED = /^[A-Za-z0-9_-]{43} \{[^\t\0]*\}\t(?:\t|[A-Za-z0-9_-]{22}\t\[[^\t\0]*\])$/;

const GenesisSchema = z.strictObject({
  sid: SessionId,
  createdAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/),
  kid: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  pub: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
});
const Bodies = z.array(Body.nullable());

/** A line that is not the next of its chain. The message says why, without quoting what people wrote. */
export class BadLine extends Error {
  override readonly name = 'BadLine';
}

/** The three stored texts of an entry. `salt` and `body` are empty where the entry has no erasable part, or no longer has it. */
export interface Stored {
  readonly header: string;
  readonly salt: string;
  readonly body: string;
}

/** One stored line, LF included. */
export function formatLine(id: Hash, { header, salt, body }: Stored): string {
  return `${id} ${header}\t${salt}\t${body}\n`;
}

/** How many bytes `formatLine` will make. */
export function lineBytes({ header, salt, body }: Stored): number {
  return FRAME_BYTES + Buffer.byteLength(header) + salt.length + Buffer.byteLength(body);
}

/** Line 0, LF included, and its id. Throws `BadLine` if what it says could not be read back. */
export function formatGenesis(genesis: Genesis): { readonly id: Hash; readonly line: string } {
  const text = genesisText(understood(GenesisSchema, genesis));
  const id = genesisId(text);
  return { id, line: `${id} ${text}\n` };
}

/** Reads line 0, without its LF. Throws `BadLine`. */
export function parseGenesis(line: Buffer): { readonly id: Hash; readonly genesis: Genesis } {
  const { id, rest } = splitId(line);
  if (genesisId(rest) !== id) throw new BadLine('the first line does not fit its id');
  return { id, genesis: understood(GenesisSchema, fromJson(rest)) };
}

/** Reads the line of `version`, without its LF: the id must follow from the one before, the commitment from salt and body. Throws `BadLine`. Rule J8. */
export function parseLine(line: Buffer, version: Version, previous: Hash): Entry {
  const { id, rest } = splitId(line);
  const stored = partsOf(rest);
  if (entryId(version, previous, stored.header) !== id)
    throw new BadLine('its id does not follow from the line before');
  return { version, id, ...parseStored(stored) };
}

/** The three texts in a line that was read before. Throws `BadLine`. */
export function storedIn(line: Buffer): Stored {
  return partsOf(splitId(line).rest);
}

function partsOf(rest: string): Stored {
  const headerEnd = rest.indexOf('\t');
  const saltEnd = rest.indexOf('\t', headerEnd + 1);
  if (headerEnd < 0 || saltEnd < 0) throw new BadLine('a part is missing');
  return {
    header: rest.slice(0, headerEnd),
    salt: rest.slice(headerEnd + 1, saltEnd),
    body: rest.slice(saltEnd + 1),
  };
}

/** A line, without its LF, as it is once its body is erased; `null` where it has none. */
export function withoutBody(line: Buffer): Buffer | null {
  const headerEnd = line.indexOf(TAB);
  if (headerEnd < 0 || line.length === headerEnd + 2) return null;
  return Buffer.concat([line.subarray(0, headerEnd), Buffer.from('\t\t')]);
}

/** The id that a complete line begins with: what the next line's id is made from. */
export function idOf(line: Buffer): Hash {
  return line.toString('latin1', 0, ID_LENGTH);
}

/** What the three stored texts say, without the place in the chain. Throws `BadLine`, also where salt and body do not fit the commitment. Rule J9. */
export function parseStored(stored: Stored): Omit<Entry, 'version' | 'id'> {
  const recorded = understandStored(stored);
  if (recorded.salt !== undefined && commitTo(stored.body, recorded.salt) !== recorded.commit) {
    throw new BadLine('salt and body do not fit their commitment');
  }
  return recorded;
}

/** The one way in from stored texts to what is trusted, for texts whose commitment is known to fit. Throws `BadLine`. */
export function understandStored({ header, salt, body }: Stored): Omit<Entry, 'version' | 'id'> {
  return ballotIn(header, salt, body) ?? understandAny({ header, salt, body });
}

/** What any stored texts say, by the schemas. Throws `BadLine`. */
export function understandAny({ header, salt, body }: Stored): Omit<Entry, 'version' | 'id'> {
  const { at, cmd, by, events, body: commit } = understood(Header, fromJson(header));
  if (commit === undefined) {
    if (salt !== '' || body !== '') throw new BadLine('a body without a commitment');
    return { at, cmd, by, events };
  }
  if (salt === '' && body === '') return { at, cmd, by, events, commit };
  const bodies = understood(Bodies, fromJson(body));
  if (bodies.length !== events.length) throw new BadLine('not one body for each event');
  return { at, cmd, by, events, commit, salt: understood(Salt, salt), bodies };
}

/**
 * The commitment to canonical bodies under a salt in its one right spelling; throws `BadLine` on another. It is `commitmentOf` with Node's
 * own coders, which take a quarter of the time: a test holds the two equal.
 */
export function commitTo(body: string, salt: Salt): Hash {
  // 22 letters hold four bits more than 16 bytes: another last letter would say the same salt and hide a changed file.
  if (!LAST_OF_SALT.includes(salt.charAt(21))) throw new BadLine('the salt is not spelled as it is written');
  const bytes = Buffer.allocUnsafe(TAG_BYTES.length + SALT_BYTES + Buffer.byteLength(body));
  TAG_BYTES.copy(bytes);
  bytes.write(salt, TAG_BYTES.length, 'base64url');
  bytes.write(body, TAG_BYTES.length + SALT_BYTES);
  return hash('sha256', bytes, 'base64url');
}

/** Whether bytes between two LFs look like an entry's line, whatever chain it belongs to. */
export function looksWellFormed(line: Buffer): boolean {
  return isUtf8(line) && WELL_FORMED.test(line.toString());
}

function splitId(line: Buffer): { readonly id: Hash; readonly rest: string } {
  // Bytes that are no UTF-8 would all read as the same replacement letter, and a change among them would pass.
  if (!isUtf8(line)) throw new BadLine('not UTF-8');
  const text = line.toString();
  if (text.charAt(ID_LENGTH) !== ' ') throw new BadLine('no id at its start');
  return { id: text.slice(0, ID_LENGTH), rest: text.slice(ID_LENGTH + 1) };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadLine('not JSON', { cause: error });
  }
}

function understood<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new BadLine(`this version of Cyfran does not understand it (${where})`, { cause: parsed.error });
}

import { createHash } from 'node:crypto';
import type { Genesis } from '@cyfran/server/journal/journal.ts';
import type { Entry } from '@cyfran/shared/session/entry.ts';

/*
 * The chain as a stranger would check it: from RECORD.md and node:crypto alone, sharing no code with the journal. Two ways, one from
 * what the journal says (entries), one from the bytes in its file.
 */

/** Canonical JSON of plain data: keys sorted in UTF-16 order, all the way down. */
function plainCanonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The ids that a session's entries must have, computed again from what the entries say. */
export function chainOf(genesis: Genesis, entries: readonly Entry[]): readonly string[] {
  let previous = sha256(['cyfran/genesis/v1\n', plainCanonical(genesis)]);
  return entries.map(({ version, at, cmd, by, events, commit }) => {
    const header = plainCanonical({ v: 1, at, cmd, by, events, ...(commit === undefined ? {} : { body: commit }) });
    previous = sha256(['cyfran/entry/v1\n', String(version), '\n', previous, '\n', header]);
    return previous;
  });
}

/** The commitment that an entry with a body must carry, computed again; `null` without a body. */
export function commitmentIn({ salt, bodies }: Entry): string | null {
  if (salt === undefined || bodies === undefined) return null;
  return sha256(['cyfran/body/v1\n', Buffer.from(salt, 'base64url'), plainCanonical(bodies)]);
}

/** Checks a journal file byte by byte, never decoding a header. Returns how many entries it holds; throws at the first that does not fit. */
export function checkFile(file: Buffer): number {
  const lines = splitAt(file, 10);
  const last = lines.pop();
  if (last === undefined || last.length > 0) throw new Error('the last line has no end');
  let previous = '';
  for (const [version, line] of lines.entries()) {
    const id = line.subarray(0, 43).toString('latin1');
    const rest = line.subarray(44);
    if (version === 0) expectSame(id, sha256(['cyfran/genesis/v1\n', rest]), version);
    else checkEntry(rest, id, version, previous);
    previous = id;
  }
  return lines.length - 1;
}

function checkEntry(rest: Buffer, id: string, version: number, previous: string): void {
  const [header, salt, body, ...more] = splitAt(rest, 9);
  if (header === undefined || salt === undefined || body === undefined || more.length > 0)
    throw new Error(`line ${version}: not three parts`);
  expectSame(id, sha256(['cyfran/entry/v1\n', String(version), '\n', previous, '\n', header]), version);
  if (salt.length === 0) return;
  const commit = sha256(['cyfran/body/v1\n', Buffer.from(salt.toString('latin1'), 'base64url'), body]);
  if (!header.includes(`"body":"${commit}"`)) throw new Error(`line ${version}: the body does not fit`);
}

function expectSame(id: string, wanted: string, version: number): void {
  if (id !== wanted) throw new Error(`line ${version}: its id is not ${wanted}`);
}

function sha256(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url');
}

function splitAt(bytes: Buffer, separator: number): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(separator); end >= 0; end = bytes.indexOf(separator, start)) {
    parts.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return [...parts, bytes.subarray(start)];
}

import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { plainText } from '@cyfran/shared/i18n/read-text.ts';
import { receiptCode } from '@cyfran/shared/record/commit.ts';
import type { SessionRecord } from '@cyfran/shared/session/record.ts';
import { recordDocument } from '@cyfran/shared/telling/document.ts';
import { readRecord, type Reading } from '@cyfran/shared/telling/reading.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { LOCALES } from '@cyfran/shared/words/locale.ts';
import { zipSync } from 'fflate';
import { sha256Hex } from '../../access/credentials.ts';
import { canonicalText } from '../../journal/chain.ts';
import { recordJson } from '../json.ts';
import { sessionPb } from '../pabulib.ts';
import type { PublishedJournal } from '../published-journal.ts';
import { resultsCsv } from '../csv.ts';
import { decisionHtml, type Written } from './decision-html.ts';
import { decisionNote } from './decision-note.ts';
import { readMe } from './read-me.ts';
import { ballotsRows, proposalsRows, resultsXlsx, tableCsv } from './tables.ts';

const VERIFY = new URL(import.meta.resolve('@cyfran/shared/verify/verify.mjs'));
const DEFLATE = { level: 6 } as const;

/** What a pack is made of: nothing but what anyone may have, so that it can be handed to another thread. */
export interface PackParts {
  readonly record: SessionRecord;
  readonly journal: PublishedJournal;
  /** How many entries that journal has. */
  readonly size: Version;
  /** The session's public key, as line 0 of the journal has it. */
  readonly publicKey: string;
}

/** A pack as it is given away. */
export interface Pack {
  readonly version: number;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * All that a meeting leaves, as files that open anywhere, with what checks them. `version` rises with
 * every correction that was shown and every new edition of the decision. Cost: about 0.2 ms a ballot, and some 100 ms for the Word note.
 */
export async function makePack({ record, journal, size, publicKey }: PackParts): Promise<Pack> {
  const reading = readRecord(record, sha256Hex);
  const sealed = { size, code: receiptCode(journal.head) };
  const version = versionOf(reading);
  const written = (length: 'whole' | 'short'): Written[] =>
    LOCALES.map((locale) => ({
      locale,
      title: plainText(record.setUp.title, locale, record.sid),
      blocks: recordDocument(reading, locale, sealed, length),
    }));
  const ballots = ballotsRows(record);
  const texts: (readonly [string, string | Uint8Array | null])[] = [
    ['README.txt', readMe(reading, version, sealed, publicKey)],
    ['decision-record.html', decisionHtml(written('whole'))],
    ['decision-note.docx', await decisionNote(written('short'))],
    ['results.csv', resultsCsv(record)],
    ['results.xlsx', await resultsXlsx(record)],
    ['proposals.csv', tableCsv(proposalsRows(record))],
    ['ballots.csv', ballots === null ? null : tableCsv(ballots)],
    ...reading.rounds.map(
      (_, share) => [share === 0 ? 'session.pb' : `session-${String(share + 1)}.pb`, sessionPb(record, share)] as const,
    ),
    ['record.json', recordJson(record)],
    ['record.jsonl', journal.lines],
    ['checkpoints.txt', journal.seals],
    ['public-key.txt', `${publicKey}\n`],
    ['verify.mjs', await readFile(VERIFY)],
  ];
  const files = new Map(texts.flatMap(([name, held]) => (held === null ? [] : [[name, bytesOf(held)] as const])));
  return { version, files: new Map([...files, ['manifest.json', manifest(files, record, version, sealed)]]) };
}

/** The pack as one file. */
export function zipped({ files }: Pack, closedAt: string | null): Uint8Array {
  // What a ZIP says of its files' age is when the meeting ended, wherever and whenever it is made.
  const mtime = new Date(closedAt ?? '2000-01-01T00:00:00Z');
  return zipSync(
    Object.fromEntries([...files].map(([name, bytes]) => [name, [bytes, { ...DEFLATE, mtime }] as const])),
  );
}

function versionOf({ record }: Reading): number {
  const corrections = record.parts
    .flatMap(({ rounds }) => rounds ?? [])
    .reduce((sum, { before }) => sum + before.length, 0);
  return 1 + corrections + Math.max(0, record.decisions.length - 1);
}

function manifest(
  files: ReadonlyMap<string, Uint8Array>,
  { sid, closedAt }: SessionRecord,
  version: number,
  { size, code }: { readonly size: number; readonly code: string },
): Uint8Array {
  const listed = [...files].map(([name, bytes]) => ({
    ...{ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
  }));
  return bytesOf(
    `${canonicalText({ format: 'cyfran-pack', formatVersion: 1, session: sid, closedAt, version, entries: size, seal: code, files: listed })}\n`,
  );
}

function bytesOf(held: string | Uint8Array): Uint8Array {
  return typeof held === 'string' ? new TextEncoder().encode(held) : new Uint8Array(held);
}

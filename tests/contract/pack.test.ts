import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePack, zipped, type Pack } from '@cyfran/server/record/pack/pack.ts';
import { ballotsRows, proposalsRows, tableCsv } from '@cyfran/server/record/pack/tables.ts';
import { exampleVillage } from '@cyfran/shared/examples/village.ts';
import { checkPabulib } from '@cyfran/shared/pabulib/check.ts';
import { countOfficially } from '@cyfran/shared/pabulib/counting.ts';
import { parsePabulib } from '@cyfran/shared/pabulib/parse.ts';
import { recordOf } from '@cyfran/shared/session/record.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import {
  castBallot,
  correct,
  endMeeting,
  enterPaper,
  startActivity,
  counts,
  show,
} from '@cyfran/shared/testing/asked.ts';
import { given, type Given } from '@cyfran/shared/testing/given.ts';
import { deciding, joined, paperClosed, paperShown, people, PROPOSALS } from '@cyfran/shared/testing/meetings.ts';
import { writeDecision } from '@cyfran/shared/testing/planned.ts';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { partsOf } from '../support/published.ts';

const TWENTY = people(20);
const HOSTILE = [
  '=1+1',
  '@SUM(A1)',
  '+44',
  '-1',
  '＝1',
  '<script>alert(1)</script>',
  '"&gt;',
  "'=x",
  '</w:t>',
  '&#x3d;1',
];

function ended(changes: Partial<SetUp> = {}, votes: Readonly<Record<string, number>> = { bus: 2, park: 1 }): Given {
  return given(
    joined(TWENTY, { mode: 'pseudonymous', paper: true, ...changes, agenda: [deciding()] }),
    startActivity('a1'),
    TWENTY.map((name, at) => castBallot(name, at % 2 === 0 ? votes : { roof: 3 })),
    paperShown,
    [writeDecision(), endMeeting()],
  );
}

async function packOf({ session, meeting }: Given): Promise<Pack> {
  return makePack({ record: recordOf(session), ...(await partsOf(meeting)) });
}

const read = (files: ReadonlyMap<string, Uint8Array>, name: string) => Buffer.from(files.get(name) ?? []).toString();
const folder = mkdtempSync(join(tmpdir(), 'cyfran-pack-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the pack', () => {
  test('[X5] [X7] holds everything, listed with its SHA-256, and checks itself where there is nothing but Node', async () => {
    const pack = await packOf(ended());
    const bytes = zipped(pack, '2026-11-23T20:00:00Z');
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual(
      [
        ...[
          'README.txt',
          'ballots.csv',
          'checkpoints.txt',
          'decision-note.docx',
          'decision-record.html',
          'manifest.json',
        ],
        ...[
          'proposals.csv',
          'public-key.txt',
          'record.json',
          'record.jsonl',
          'results.csv',
          'results.xlsx',
          'session.pb',
        ],
        'verify.mjs',
      ].sort(),
    );
    const manifest = JSON.parse(read(pack.files, 'manifest.json')) as {
      version: number;
      files: { name: string; bytes: number; sha256: string }[];
    };
    expect(manifest.version).toBe(1);
    expect(manifest.files.map(({ name }) => name)).toHaveLength(13);
    for (const { name, bytes: length, sha256 } of manifest.files) {
      expect([name, files[name]!.length, createHash('sha256').update(files[name]!).digest('hex')]).toEqual([
        name,
        length,
        sha256,
      ]);
    }
    for (const [name, held] of Object.entries(files)) writeFileSync(join(folder, name), held);
    const pub = read(pack.files, 'public-key.txt').trim();
    const args = ['verify.mjs', 'record.jsonl', '--checkpoint', 'checkpoints.txt', '--pub', pub, '--report', 'json'];
    const told = JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })) as { ok: boolean };
    expect(told).toMatchObject({ ok: true, rounds: [{ round: 'a1.1', ballots: 20, isListed: true }] });
    expect(read(pack.files, 'README.txt')).toContain(`--pub ${pub}`);
  });

  test('[X7] `cyfran verify` takes a whole pack, and finds one changed file in it', async () => {
    const pack = await packOf(ended());
    const command = join(import.meta.dirname, '../../server/src/cli/cyfran.ts');
    const run = (file: string) => {
      try {
        return {
          code: 0,
          said: execFileSync(process.execPath, [command, 'verify', file], { encoding: 'utf8', stdio: 'pipe' }),
        };
      } catch (error) {
        const { status, stderr } = error as { status: number; stderr: string };
        return { code: status, said: stderr };
      }
    };
    const file = join(folder, 'pack.zip');
    writeFileSync(file, zipped(pack, null));
    expect(run(file)).toMatchObject({ code: 0, said: expect.stringContaining('The record holds.') as string });
    const changed = new Map(pack.files).set('results.csv', Buffer.from('nothing'));
    writeFileSync(file, zipped({ ...pack, files: changed }, null));
    expect(run(file)).toMatchObject({ code: 1, said: expect.stringContaining('results.csv') as string });
  });

  test('[X4] has the list by the codes of receipts where it is published, and without them where it is not', async () => {
    const codesIn = (text: string) =>
      text
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => cellsOf(line)[2]);
    const listed = codesIn(read((await packOf(ended())).files, 'ballots.csv'));
    expect(listed).toHaveLength(20);
    expect(listed.every((code) => /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(code ?? ''))).toBe(true);
    const shuffled = codesIn(read((await packOf(ended({ mode: 'private' }))).files, 'ballots.csv'));
    expect(shuffled).toEqual(Array.from({ length: 20 }, () => ''));
  });

  test('[X5] its Pabulib file is right, and counts again to the same outcome', async () => {
    const meeting = ended();
    const text = read((await packOf(meeting)).files, 'session.pb');
    expect(checkPabulib(text).filter(({ level }) => level === 'error')).toEqual([]);
    const { outcome } = recordOf(meeting.session).parts[0]!.rounds![0]!;
    expect(countOfficially(parsePabulib(text)).funded).toEqual(outcome?.funded);
  });

  test('[O6] [X1] has a new version after each correction that was shown and each new edition of the decision', async () => {
    const first = ended();
    const again = given(
      joined(TWENTY, { mode: 'pseudonymous', paper: true, agenda: [deciding()] }),
      startActivity('a1'),
      TWENTY.map((name, at) => castBallot(name, at % 2 === 0 ? { bus: 2 } : { roof: 3 })),
      [
        ...paperShown,
        writeDecision(),
        endMeeting(),
        correct(),
        enterPaper(1, { park: 4 }),
        ...paperClosed.slice(2),
        counts(),
        show(),
      ],
      writeDecision({ reason: { en: 'A paper was found' } }),
    );
    expect([(await packOf(first)).version, (await packOf(again)).version]).toEqual([1, 3]);
  });

  test('[X7] what people wrote is text in every file, whatever it looks like', async () => {
    const text = (n: number) => ({
      cy: HOSTILE[n % HOSTILE.length]!,
      en: `${HOSTILE[(n + 3) % HOSTILE.length]!}${String(n)}`,
    });
    const proposals = PROPOSALS.map((one, at) => ({
      ...one,
      name: text(at),
      outcome: text(at + 4),
      about: text(at + 6),
      by: text(at + 8),
    }));
    const { files } = await packOf(
      ended({ title: { cy: '<b>=1', en: '=HYPERLINK("http://x")' }, purpose: { en: '</style><script>' }, proposals }),
    );
    const html = read(files, 'decision-record.html');
    expect(html).not.toMatch(/<(script|iframe|img|link|object|svg|b)\b/i);
    expect(html).toContain('&lt;b&gt;=1');
    expect(html).toContain("default-src 'none'");
    const sheets = Object.entries(unzipSync(files.get('results.xlsx')!)).filter(([name]) =>
      /worksheets\/sheet\d+\.xml$/.test(name),
    );
    expect(sheets).toHaveLength(3);
    for (const [, xml] of sheets) expect(Buffer.from(xml).toString()).not.toMatch(/<f[ >]/);
    const word = Buffer.from(unzipSync(files.get('decision-note.docx')!)['word/document.xml']!).toString();
    expect(word).not.toMatch(/fldSimple|instrText|w:hyperlink/);
    expect(word).toContain('=HYPERLINK(');
  });

  test('[X7] no cell of any table begins as a formula does, of 20,000 texts', () => {
    const setUp = exampleVillage('2026-12-24');
    const texts = fc.sample(
      fc.tuple(
        fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', ' =', "'=", '＝', '＋', '－', '＠'),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
      ),
      { numRuns: 20_000, seed: 7 },
    );
    const told = texts.map(([start, rest]) => `${start}${rest}`);
    const proposals = told.map((name, at) => ({
      proposal: `p${String(at)}`,
      costMinor: 100,
      name: { cy: name, en: name },
    }));
    const record = { ...recordOf(ended().session), setUp: { ...setUp, proposals } };
    const files = [tableCsv(proposalsRows(record)), tableCsv(ballotsRows(record)!)];
    for (const file of files) {
      const cells = cellsOf(file);
      expect(cells.length).toBeGreaterThan(20_000);
      expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
    }
  });
});

/** Cells as a spreadsheet reads them (RFC 4180), written here by hand. */
function cellsOf(csv: string): string[] {
  const cells: string[] = [];
  for (const match of csv.replace('\uFEFF', '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n|$)/g)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  }
  return cells;
}

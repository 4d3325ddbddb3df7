import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseGenesis, parseLine } from '@cyfran/server/journal/line.ts';
import { publishedJournal } from '@cyfran/server/record/published-journal.ts';
import { evolve } from '@cyfran/shared/session/evolve.ts';
import { publicationOf } from '@cyfran/shared/session/publication.ts';
import { recordOf } from '@cyfran/shared/session/record.ts';
import { newSession } from '@cyfran/shared/session/session.ts';
import { nodeMachine, verify, type VerifyReport } from '@cyfran/shared/verify/verify.mjs';
import { describe, expect, test } from 'vitest';
import { signer } from '../support/published.ts';

/*
 * Journals and records as the first version wrote them. They are never made anew: a change that cannot read them, or counts them otherwise,
 * breaks what people were promised.
 */
const FOLDER = join(import.meta.dirname, '../fixtures/records/v1');
const NAMES = readdirSync(FOLDER).flatMap((name) => /^(.+)\.expected\.json$/.exec(name)?.[1] ?? []);
const machine = await nodeMachine();
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

interface Expected extends Pick<VerifyReport, 'entries' | 'head' | 'rounds'> {
  readonly states: Readonly<Record<string, string>>;
}

test('[X5] there are records of each kind', () => {
  expect(NAMES.sort()).toEqual(['greedy-listed', 'greedy-totals', 'papers-struck', 'shares-weighed', 'whole-evening']);
});

describe.each(NAMES)('the record of %s', (name) => {
  const expected = JSON.parse(read(`${name}.expected.json`)) as Expected;

  test('[X5] holds as it held, with the same totals', () => {
    const report = verify(read(`${name}.record.jsonl`), { checkpoints: [read(`${name}.checkpoints.txt`)] }, machine);
    const { entries, head, rounds } = report;
    expect({ entries, head, rounds }).toEqual({
      entries: expected.entries,
      head: expected.head,
      rounds: expected.rounds,
    });
    expect(Object.fromEntries(report.checks.map(({ id, state }) => [id, state]))).toEqual(expected.states);
    expect(report.ok).toBe(true);
  });

  test('[X4] [S8] its journal folds to the same totals and is published as it was, byte for byte', async () => {
    const [first, ...lines] = read(`${name}.journal.jsonl`).split('\n').slice(0, -1);
    const { genesis, id } = parseGenesis(Buffer.from(first!));
    let previous = id;
    const entries = lines.map((line, at) => {
      const entry = parseLine(Buffer.from(line), at + 1, previous);
      previous = entry.id;
      return entry;
    });
    const session = entries.reduce(evolve, newSession(genesis.sid));
    const told = recordOf(session)
      .parts.flatMap(({ rounds }) => rounds ?? [])
      .filter(({ voided, outcome }) => voided === null && outcome !== null)
      .map(({ round, outcome }) => ({
        round,
        funded: outcome!.funded,
        tally: outcome!.rows.map(({ proposal, tokens, supporters }) => [proposal, tokens, supporters]),
      }));
    const asked = expected.rounds.filter(({ tally }) => tally !== null);
    expect(told).toEqual(expect.arrayContaining(asked.map(({ round, funded, tally }) => ({ round, funded, tally }))));
    const publication = publicationOf({ ...session, state: 'closed' });
    const published = await publishedJournal(entries, publication!, signer);
    expect(published.lines).toBe(read(`${name}.record.jsonl`));
    expect(published.seals).toBe(read(`${name}.checkpoints.txt`));
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { play } from '@cyfran/shared/testing/attempts.ts';
import { randomEvening, votersEvening } from '@cyfran/shared/testing/random-evenings.ts';
import { RecordedSession } from '@cyfran/shared/testing/recorded-session.ts';
import { codeOf, nodeMachine, verify, type Asked, type VerifyReport } from '@cyfran/shared/verify/verify.mjs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedEvening, playCounted, type CountedEvening } from '../support/counted-meetings.ts';
import { linesOf, publish, rewritten, signer, type Line } from '../support/published.ts';
import { secondOpinion } from '../support/second-verifier.ts';

const VERIFY = join(import.meta.dirname, '../../shared/verify/verify.mjs');
const machine = await nodeMachine();

const anyEvening = fc
  .tuple(fc.oneof(randomEvening, votersEvening), fc.constantFrom('pseudonymous' as const, 'private' as const))
  .map(([evening, mode]) => play({ ...evening, setUp: { ...evening.setUp, mode } }, new RecordedSession()));
const records = fc.oneof(anyEvening, countedEvening.map(playCounted));

function failed(report: VerifyReport): string[] {
  return report.checks.filter(({ state }) => state === 'failed').map(({ id }) => id);
}

describe('two verifiers', () => {
  test('[X5] find every honest record of 2,000 sound, and the same totals in it', async () => {
    const seen = { lists: 0, outcomes: 0 };
    for (const meeting of fc.sample(records, { numRuns: 2000, seed: 11 })) {
      const { lines, seals } = await publish(meeting);
      const report = verify(lines, { checkpoints: [seals] }, machine);
      expect(report.checks.filter(({ state }) => state === 'failed')).toEqual([]);
      const second = secondOpinion(lines);
      expect(second.wrong).toBeNull();
      seen.outcomes += report.checks.find(({ id }) => id === 'V15')?.state === 'ok' ? 1 : 0;
      for (const { round, isListed, tally } of report.rounds.filter((one) => one.isListed)) {
        seen.lists += isListed ? 1 : 0;
        expect(second.rounds.findLast((one) => one.round === round)?.recorded).toEqual(tally);
      }
    }
    expect(seen.lists).toBeGreaterThan(200);
    expect(seen.outcomes).toBeGreaterThan(500);
  });

  test('[X5] agree on records in which one thing was changed and all else written anew', async () => {
    // What the second reads as well: form, chain, rules, bodies, credentials, doors, ballots and totals.
    const alike = new Set(['V1', 'V2', 'V3', 'V4', 'V5', 'V9', 'V10', 'V11', 'V12', 'V13']);
    const verdicts = { sound: 0, wrong: 0 };
    const listed = countedEvening.map((evening) => playCounted({ ...evening, mode: 'pseudonymous' }));
    for (const [nth, meeting] of fc.sample(listed, { numRuns: 600, seed: 5 }).entries()) {
      const published = (await publish(meeting)).lines;
      if (verify(published, {}, machine).rounds[0]?.isListed !== true) continue;
      const { genesis, lines } = linesOf(published);
      const [name, tamper] = TAMPERED[nth % TAMPERED.length]!;
      const record = rewritten(genesis, tamper(lines));
      const first = failed(verify(record, {}, machine)).filter((id) => alike.has(id));
      const second = secondOpinion(record);
      expect([name, second.ok, second.wrong], first.join()).toEqual([name, first.length === 0, second.wrong]);
      verdicts[second.ok ? 'sound' : 'wrong'] += 1;
    }
    expect(verdicts.wrong).toBeGreaterThan(150);
  });

  test('[X5] compute the outcome of every rule again, weighed or not, where the list is published', async () => {
    const rules = new Set<string>();
    for (const evening of fc.sample(countedEvening, { numRuns: 600, seed: 3 })) {
      const meeting = playCounted({ ...evening, mode: 'pseudonymous' });
      const report = verify((await publish(meeting)).lines, {}, machine);
      if (report.rounds[0]?.isListed !== true) continue;
      expect(report.checks.find(({ id }) => id === 'V15')?.state).toBe('ok');
      rules.add(`${evening.count} ${evening.voice} ${evening.decision}`);
    }
    expect(rules.size).toBe(12);
  });
});

/** The line whose events have one of this type: the last, or the first. */
function at(lines: readonly Line[], type: string, which: 'first' | 'last' = 'last'): number {
  const has = ({ header }: Line) => header.events.some((event) => event.type === type);
  return which === 'last' ? lines.findLastIndex(has) : lines.findIndex(has);
}

function changed(lines: readonly Line[], index: number, change: (line: Line) => Line): Line[] {
  return lines.map((line, nth) => (nth === index ? change(structuredClone(line)) : line));
}

interface Bodies {
  ballot?: { alloc: [string, number][] };
  count?: { tally: [string, number, number][]; outcome: { funded: string[]; spentMinor: number } };
}

function inBody(line: Line, change: (body: Bodies) => void): Line {
  for (const body of (line.body ?? []) as (Bodies | null)[]) if (body !== null) change(body);
  return line;
}

const isBallot = ({ header, body }: Line) => body !== null && header.events.some(({ type }) => type === 'ballot.cast');

/** What an operator might do who then writes everything after it anew. */
const TAMPERED: readonly (readonly [string, (lines: readonly Line[]) => Line[]])[] = [
  ['nothing', (lines) => [...lines]],
  [
    'a ballot says something else',
    (lines) =>
      changed(lines, lines.findIndex(isBallot), (line) =>
        inBody(line, ({ ballot }) => {
          if (ballot !== undefined) ballot.alloc = ballot.alloc.length === 0 ? [['p1', 1]] : [];
        }),
      ),
  ],
  ['a ballot is left out', (lines) => lines.filter((_, nth) => nth !== at(lines, 'ballot.cast'))],
  [
    'a ballot is put in',
    (lines) => {
      const of = lines[at(lines, 'ballot.cast')]!;
      const events = of.header.events.map((event) => ({ ...event, credential: 'AAAAAAAAAAAA' }));
      const header = { ...of.header, by: 'AAAAAAAAAAAA', cmd: 'stuffed-outbox00.1', events };
      return lines.toSpliced(at(lines, 'ballot.cast'), 0, { ...of, header });
    },
  ],
  [
    'a ballot comes after the close',
    (lines) => {
      const index = at(lines, 'ballot.cast');
      const late = { ...lines[index]!, header: { ...lines[index]!.header, cmd: 'tardily-outbox00.1' } };
      return lines.toSpliced(at(lines, 'round.counted'), 0, late);
    },
  ],
  [
    'a ballot has more tokens than there are',
    (lines) =>
      changed(lines, lines.findIndex(isBallot), (line) =>
        inBody(line, ({ ballot }) => {
          if (ballot !== undefined) ballot.alloc = ['p1', 'p2', 'p3'].map((proposal) => [proposal, 4]);
        }),
      ),
  ],
  [
    'the rules are frozen again',
    (lines) => {
      const frozen = structuredClone(lines[at(lines, 'rules.frozen')]!);
      const again = { ...frozen, header: { ...frozen.header, cmd: 'froze-outbox0000.1' } };
      return lines.toSpliced(at(lines, 'round.closed', 'first'), 0, again);
    },
  ],
  [
    'the total of a proposal is another',
    (lines) =>
      changed(lines, at(lines, 'round.counted'), (line) =>
        inBody(line, ({ count }) => {
          if (count?.tally[0] !== undefined) count.tally[0][1] += 1;
        }),
      ),
  ],
  [
    'there were more ballots',
    (lines) =>
      changed(lines, at(lines, 'round.counted'), ({ header, ...rest }) => ({
        ...rest,
        header: {
          ...header,
          events: header.events.map((event) => ({ ...event, ballots: Number(event.ballots) + 50 })),
        },
      })),
  ],
];

/** Twenty people on phones, half of them for one thing, half for another: the list is published, whoever changes what. */
const PLAIN: CountedEvening = {
  mode: 'pseudonymous',
  count: 'greedy',
  voice: 'one-person-one-ballot',
  decision: 'overall',
  potMinor: 90_000,
  voters: Array.from({ length: 20 }, (_, n) => ({
    first: n === 3 ? { p2: 1 } : null,
    votes: n % 2 === 0 ? { p1: 3, p4: 1 } : { p2: 4, p3: n % 3 },
    group: 'citizens' as const,
    door: 'phone' as const,
  })),
  spoiled: 0,
};
const meeting = playCounted(PLAIN);
const { lines: record, seals } = await publish(meeting);
const { genesis, lines } = linesOf(record);
const cast = meeting.entries.find(({ events }) => events.some(({ type }) => type === 'ballot.cast'))!;
const head = meeting.entries.at(-1)!;
const receipt = signer.receipt({
  ...{ round: 'a1.1', seq: cast.version, commit: cast.commit!, head: head.id, size: head.version },
});
const kept: Asked = { checkpoints: [seals], receipts: [receipt], pub: signer.genesis.pub };

describe('the tamper matrix', () => {
  const found = (text: string, asked: Asked = kept) => failed(verify(text, asked, machine));
  const tampered = (name: string) => rewritten(genesis, TAMPERED.find(([one]) => one === name)![1](lines));

  test('[X5] [X6] the record holds as it is, and all of it is checked', () => {
    const report = verify(record, kept, machine);
    expect(report.checks.map(({ state }) => state)).toEqual(report.checks.map(() => 'ok'));
    expect(report).toMatchObject({ ok: true, entries: meeting.entries.length, head: head.id });
  });

  test.each([
    ['a byte of a header is another', () => record.replace('"tokens":10', '"tokens":11'), ['V2']],
    ['a header is spelled another way', () => record.replace('"tokens":10', '"tokens": 10'), ['V1', 'V2']],
    ['two entries have changed places', () => swapped(record), ['V2', 'V14']],
    ['a ballot is another, under its old commitment', () => record.replace('["p1",3]', '["p1",2]'), ['V5', 'V13']],
    ['the contents of a ballot are gone', () => withoutBody(record, 'ballot.cast'), ['V6']],
    ['the contents of the count are gone', () => withoutBody(record, 'round.counted'), ['V6']],
    ['the end is cut off', () => `${record.split('\n').slice(0, -3).join('\n')}\n`, ['V8']],
    ['another key stands in the first line', () => rewritten(genesis.replace(/"pub":"./, '"pub":"A'), lines), ['V3']],
  ] as const)('[X5] %s', (_, tamper, checks) => {
    expect(found(tamper())).toEqual(expect.arrayContaining([...checks]));
  });

  test.each([
    ['a ballot says something else', ['V13']],
    ['a ballot is left out', ['V13']],
    ['a ballot is put in', ['V9']],
    ['a ballot comes after the close', ['V12']],
    ['a ballot has more tokens than there are', ['V11']],
    ['the rules are frozen again', ['V4']],
    ['the total of a proposal is another', ['V13']],
    ['there were more ballots', ['V10', 'V13']],
  ])('[X5] %s, and everything after it is written anew', (name, checks) => {
    expect(found(tampered(name), {})).toEqual(expect.arrayContaining(checks));
    expect(found(tampered(name))).toContain('V8');
  });

  test('[X5] something else is funded than the rule gives', () => {
    const outcome = changed(lines, at(lines, 'round.counted'), (line) =>
      inBody(line, ({ count }) => {
        count?.outcome.funded.reverse();
      }),
    );
    expect(found(rewritten(genesis, outcome), {})).toEqual(['V15']);
  });

  test('[X6] a seal or a receipt that was not signed with the session’s key is none', () => {
    expect(found(record, { checkpoints: [seals.replace(/\n\d+\n/, '\n2\n')] })).toEqual(['V7', 'V8']);
    expect(found(record, { receipts: [{ ...receipt, size: receipt.size - 1 }] })).toEqual(['V7', 'V8']);
    expect(found(record, { receipts: [{ ...receipt, commit: head.id }] })).toEqual(['V7', 'V14']);
  });

  test('[X5] [X6] whoever rewrites everything and signs again is found by one receipt or one seal, and by nothing else', async () => {
    // The operator moves one person's tokens and counts anew: a meeting that could have been.
    const voters = PLAIN.voters.with(0, { ...PLAIN.voters[0]!, votes: { p6: 4 } });
    const forged = await publish(playCounted({ ...PLAIN, voters }));
    expect(found(forged.lines, { checkpoints: [forged.seals], pub: signer.genesis.pub })).toEqual([]);
    expect(found(forged.lines, { receipts: [receipt] })).toEqual(['V8', 'V14']);
    expect(found(forged.lines, { checkpoints: [seals] })).toEqual(['V8']);
  });

  test('[X5] a loss that was declared is told as a loss, and is no forgery', () => {
    const epoch: Line = {
      header: {
        v: 1,
        at: '2026-11-23T13:00:00Z',
        cmd: 'epoch:1',
        by: 'facilitator',
        events: [{ type: 'epoch.started', from: 4 }],
      },
      salt: '',
      body: null,
    };
    const restored = rewritten(genesis, [...lines.slice(0, 4), epoch]);
    const report = verify(restored, kept, machine);
    expect(failed(report)).toEqual([]);
    expect(report.checks.find(({ id }) => id === 'V16')?.notes.map(({ en }) => en)).toContain(
      'Entry 5 declares a loss from entry 4 on.',
    );
  });
});

function swapped(text: string): string {
  const all = text.split('\n');
  const index = all.findIndex((line) => line.includes('"ballot.cast"'));
  return all
    .with(index, all[index + 1]!)
    .with(index + 1, all[index]!)
    .join('\n');
}

function withoutBody(text: string, type: string): string {
  const all = text.split('\n');
  const index = all.findLastIndex((line) => line.includes(`"${type}"`));
  return all.with(index, `${all[index]!.split('\t')[0]!}\t\t`).join('\n');
}

describe('verify.mjs as a command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cyfran-verify-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const run = (...args: readonly string[]) => {
    try {
      return { code: 0, said: execFileSync(process.execPath, [VERIFY, ...args], { encoding: 'utf8' }) };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string };
      return { code: status, said: stdout };
    }
  };

  test('[X5] [X6] says in both languages or in one whether it holds, and tells a machine', () => {
    const sound = file('record.jsonl', record);
    const notes = file('checkpoints.txt', seals);
    const mine = file('receipt.json', JSON.stringify(receipt));
    const all = run(sound, '--checkpoint', notes, '--receipt', mine, '--pub', signer.genesis.pub);
    expect(all).toMatchObject({ code: 0 });
    expect(all.said).toContain('The record holds.');
    expect(all.said).toContain('Mae’r cofnod yn dal.');
    expect(run(sound, '--lang', 'cy').said).not.toContain('The record holds.');
    const told = JSON.parse(run(sound, '--report', 'json', '--code', codeOf(cast.commit!)).said) as VerifyReport;
    expect(told).toMatchObject({ ok: true, session: signer.genesis.sid });
    const mineInIt = told.found[0]!.ballots.find(({ version }) => version === cast.version);
    expect(mineInIt).toMatchObject({
      round: 'a1.1',
      counts: true,
      alloc: [
        ['p1', 3],
        ['p4', 1],
      ],
    });
  });

  test('[X5] ends with 1 where it does not hold, and with 2 where there is nothing to read', () => {
    expect(run(file('changed.jsonl', record.replace('"tokens":10', '"tokens":11')))).toMatchObject({ code: 1 });
    expect(run(file('record.jsonl', record), '--code', 'ZZZZ-ZZZZ-ZZZZ')).toMatchObject({ code: 1 });
    for (const nothing of ['', 'a picture\n', record.slice(0, -1), `${record}nonsense\n`]) {
      expect(run(file('nothing.jsonl', nothing))).toMatchObject({ code: 2 });
    }
    expect(run(join(folder, 'nowhere.jsonl'))).toMatchObject({ code: 2 });
    expect(run()).toMatchObject({ code: 2 });
    rmSync(folder, { recursive: true });
  });
});

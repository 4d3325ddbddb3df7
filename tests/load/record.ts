import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Records } from '@cyfran/server/http/records.ts';
import { receiptFor } from '@cyfran/server/live/receipt.ts';
import type { Done } from '@cyfran/server/meeting/handle-command.ts';
import type { SeatId } from '@cyfran/shared/words/ids.ts';
import { answerParent } from './child.ts';
import { hashLines } from './hash-lines.ts';
import { openLargeMeeting } from './large-meeting.ts';

const VERIFY = join(import.meta.dirname, '../../shared/verify/verify.mjs');
const folder = mkdtempSync(join(tmpdir(), 'cyfran-bench-'));
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});

/** One meeting whose people cast a ballot each, with or without receipts, and what is made of it. Times in seconds. */
const ways = {
  async meeting({ people, receipts }: { readonly people: number; readonly receipts: boolean }) {
    const large = await openLargeMeeting(join(folder, 'data'), people, 'pseudonymous');
    const { meeting } = large;
    const around = {
      ...{ here: people, unsent: 0, isHere: () => true, sharesNow: () => [], code: '', joinUrl: '' },
      ...{ credentialOf: meeting.credentialOf, sealed: meeting.sealed.bind(meeting) },
    };
    const receipt = (seat: SeatId, { version }: Done) => {
      if (version === null || receiptFor(meeting, seat, version, around) === null) throw new Error('no receipt');
    };
    const began = process.cpuUsage();
    await large.cast(people, receipts ? receipt : undefined);
    const { user, system } = process.cpuUsage(began);
    await large.end();
    const published = new Records().of(meeting);
    const asked = performance.now();
    const pack = await published?.pack();
    const packSeconds = secondsSince(asked);
    const journal = await published?.journal();
    if (!pack || !journal) throw new Error('nothing was published');
    writeFileSync(join(folder, 'record.jsonl'), journal.lines);
    writeFileSync(join(folder, 'checkpoints.txt'), journal.seals);
    await large.close();
    return {
      ...{ castUs: (user + system) / people, packSeconds },
      ...{ packKiB: pack.length / 1024, recordKiB: Buffer.byteLength(journal.lines) / 1024 },
    };
  },
  /** As anyone would who was given the files. */
  verify() {
    const began = performance.now();
    execFileSync(process.execPath, [VERIFY, join(folder, 'record.jsonl')]);
    return secondsSince(began);
  },
  async read() {
    const began = performance.now();
    await hashLines(join(folder, 'record.jsonl'));
    return secondsSince(began);
  },
};
export type Recorded = typeof ways;

answerParent(ways);

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}

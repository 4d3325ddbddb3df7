import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PabulibError, parsePabulib, type Election } from '@cyfran/shared/pabulib/parse.ts';
import pino from 'pino';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { start } from '../start.ts';
import { rehearse } from './rehearsal.ts';

const USAGE = `pnpm rehearse --pb FILE [--port N] [--wait SECONDS] [--over SECONDS]

Runs a real election (Pabulib file, cumulative votes) as a meeting on a server of its own, one robot per voter.
  --wait   time to open the printed links before anyone joins, and to look at the result after (default 0)
  --over   spreads the ballots over this time (default: as fast as they are answered)
Exit: 0 when every phone and the outcome agree with the file, 1 on any difference or a bad file, 2 on bad usage.
`;

const asked = readArguments();
const election = readElection(asked.pb);
const folder = mkdtempSync(join(tmpdir(), 'cyfran-rehearsal-'));
const log = pino({ level: 'warn', base: null });
const running = await start(
  readConfig({ PORT: String(asked.port), CYFRAN_DATA: folder }),
  systemClock,
  log,
  (error) => {
    throw error;
  },
);
try {
  const url = `http://localhost:${String(running.port)}`;
  const report = await rehearse(election, {
    url,
    hostKey: running.hostKey,
    castOverMs: asked.over * 1000,
    onOpen: async ({ sid, code, facilitator, stage }) => {
      say(`Phone:       ${running.url}/s/${code}`);
      say(`Big screen:  ${url}/stage/${sid}#${stage}`);
      say(`Console:     ${url}/run/${sid}#${facilitator}`);
      await pause(asked.wait);
    },
    onShown: () => pause(asked.wait),
  });
  say(`${String(report.phones)} phones, ${String(report.ballots)} ballots`);
  say(
    `Funded: ${report.funded.join(', ')} for ${(report.spentMinor / 100).toFixed(2)} of ${(election.potMinor / 100).toFixed(2)}`,
  );
  for (const difference of report.differences) say(`DIFFERENT  ${difference}`);
  if (report.differences.length === 0)
    say('Every phone showed the totals of the file, and the outcome of an offline count.');
  process.exitCode = report.differences.length === 0 ? 0 : 1;
} finally {
  await running.close();
  rmSync(folder, { recursive: true });
}

function readArguments(): { readonly pb: string; readonly port: number; readonly wait: number; readonly over: number } {
  try {
    const { values } = parseArgs({
      options: { pb: { type: 'string' }, port: { type: 'string' }, wait: { type: 'string' }, over: { type: 'string' } },
    });
    const [port, wait, over] = [values.port, values.wait, values.over].map((value) => Number(value ?? '0'));
    if (values.pb === undefined || ![port, wait, over].every((value) => value !== undefined && value >= 0))
      throw new Error('usage');
    return { pb: values.pb, port: port ?? 0, wait: wait ?? 0, over: over ?? 0 };
  } catch {
    process.stderr.write(USAGE);
    process.exit(2);
  }
}

function readElection(path: string): Election {
  try {
    return parsePabulib(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof PabulibError) && !(error instanceof Error && 'code' in error)) throw error;
    process.stderr.write(`${path}: ${error.message}\n`);
    process.exit(1);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PabulibError } from '@cyfran/shared/pabulib/fault.ts';
import { parsePabulib, type Election } from '@cyfran/shared/pabulib/parse.ts';
import { OwnServer } from './own-server.ts';
import { CannotReplay } from './replayed.ts';
import { rehearse, type RehearsalReport } from './rehearsal.ts';

const USAGE = `pnpm rehearse --pb FILE [--people N] [--speed X] [--port N] [--wait SECONDS] [--url URL --key KEY]

Runs a real election (Pabulib file: cumulative, approval or choose-1 votes) as a meeting, one robot for each voter over a real socket.
  --pb      the file, or the name of one in the reference data
  --people  so many of its voters, spread evenly over the file (default: all)
  --speed   at speed 1 everybody votes within three minutes, at 60 within three seconds (default 6)
  --port    of the server that is started for it (default: a free one)
  --wait    time to open the printed links before anyone joins, and to look at the result after (default 0)
  --url     a server that runs already, with --key, the key in its set-up link; what it uses is then not known
Exit: 0 when every phone and the outcome agree with an offline count, 1 on any difference or a bad file, 2 on bad usage.
`;
const PERSON_PACE_MS = 180_000;
const ROOT = join(import.meta.dirname, '../../..');
const REFERENCE = resolve(ROOT, process.env.CYFRAN_REFERENCE ?? '../shared/data');

interface Asked {
  readonly pb: string;
  readonly people: number | undefined;
  readonly speed: number;
  readonly port: number;
  readonly wait: number;
  readonly at: { readonly url: string; readonly hostKey: string } | null;
}

const asked = readArguments();
const election = readElection(asked.pb);
checkOpenFiles(asked.people ?? election.votes.length);
const own = asked.at === null ? await OwnServer.start(asked.port) : null;
try {
  const { url, hostKey } = own ?? asked.at ?? { url: '', hostKey: '' };
  const report = await rehearse(election, {
    url,
    hostKey,
    people: asked.people,
    castOverMs: PERSON_PACE_MS / asked.speed,
    ownAddresses: own !== null,
    onOpen: async ({ sid, code, facilitator, stage }) => {
      say(`Phone:       ${url}/s/${code}`);
      say(`Big screen:  ${url}/stage/${sid}#${stage}`);
      say(`Console:     ${url}/run/${sid}#${facilitator}`);
      await pause(asked.wait);
    },
    onShown: () => pause(asked.wait),
  });
  tell(report, own);
  process.exitCode = report.differences.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof CannotReplay)) throw error;
  process.stderr.write(`${asked.pb}: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  await own?.stop();
}

function tell(
  { phones, ballots, funded, spentMinor, figures, differences }: RehearsalReport,
  server: OwnServer | null,
): void {
  const { ballotsPerSecond, ackP50, ackP99, everyoneP50, everyoneP99, framesPerPhone, bytesPerPhone } = figures;
  const usage = server?.usage() ?? null;
  const ms = (time: number) => (Number.isFinite(time) ? `${time.toFixed(0)} ms` : 'never');
  say(`${String(phones)} phones, ${String(ballots)} ballots, ${ballotsPerSecond.toFixed(0)} ballots/s`);
  say(`Ballot to its answer:    p50 ${ms(ackP50)}, p99 ${ms(ackP99)}`);
  say(`Ballot to every phone:   p50 ${ms(everyoneP50)}, p99 ${ms(everyoneP99)}`);
  say(`To each phone:           ${framesPerPhone.toFixed(0)} frames, ${(bytesPerPhone / 1024).toFixed(1)} KiB`);
  say(
    usage === null
      ? 'The server:              what it used is not known'
      : `The server:              ${usage.cpuSeconds.toFixed(1)} s of processor time, at most ${usage.mostMiB.toFixed(0)} MiB`,
  );
  const [spent, pot] = [spentMinor, election.potMinor].map((minor) =>
    (minor / 10 ** election.decimals).toFixed(election.decimals),
  );
  say(`Funded: ${funded.join(', ')} for ${spent ?? ''} of ${pot ?? ''}`);
  for (const difference of differences) say(`DIFFERENT  ${difference}`);
  if (differences.length === 0)
    say('Every phone showed the totals of the ballots, and the outcome of an offline count.');
}

function readArguments(): Asked {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      options: { pb: text, people: text, speed: text, port: text, wait: text, url: text, key: text },
    });
    const { pb, url, key } = values;
    const people = values.people === undefined ? undefined : Number(values.people);
    const [speed, port, wait] = [Number(values.speed ?? '6'), Number(values.port ?? '0'), Number(values.wait ?? '0')];
    const isWhole = (number: number) => Number.isInteger(number) && number >= 0;
    const isGood = speed > 0 && isWhole(port) && wait >= 0 && (people === undefined || (isWhole(people) && people > 0));
    if (pb === undefined || !isGood || (url === undefined) !== (key === undefined)) throw new Error('usage');
    const at = url === undefined || key === undefined ? null : { url: url.replace(/\/+$/, ''), hostKey: key };
    return { pb, people, speed, port, wait, at };
  } catch {
    process.stderr.write(USAGE);
    process.exit(2);
  }
}

function readElection(name: string): Election {
  const path = [name, join(REFERENCE, 'pabulib/files', name)].find((one) => existsSync(one));
  if (path === undefined) {
    fail(
      `${name}: there is no such file, nor is it in the reference data (CYFRAN_REFERENCE, by default ../shared/data)`,
    );
  }
  try {
    return parsePabulib(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof PabulibError) && !(error instanceof Error && 'code' in error)) throw error;
    fail(`${name}: ${error.message}`);
  }
}

/** Each phone is a file to the system, here and at the server. */
function checkOpenFiles(people: number): void {
  const report = process.report.getReport() as { userLimits?: { open_files?: { soft?: number | string } } };
  const most = Number(report.userLimits?.open_files?.soft ?? Infinity);
  if (most < people + 100) {
    fail(
      `${String(people)} phones need as many open files, and only ${String(most)} are allowed: say "ulimit -n ${String(people + 1000)}" first`,
    );
  }
}

function fail(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function pause(seconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, seconds * 1000));
}

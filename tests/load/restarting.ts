import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from './child.ts';
import type { Restart } from './restart.ts';
import type { Row } from './row.ts';

const PEOPLE = 20_000;
const BALLOTS = 1_000_000;

/** G8: a large journal until everything in it is live again, beside reading and hashing the same bytes. */
export async function restarting(repetitions: number, say: (line: string) => void): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cyfran-bench-'));
  const took: number[] = [];
  const floor: number[] = [];
  const memory: number[] = [];
  try {
    say(`making a meeting of ${String(BALLOTS)} ballots by ${String(PEOPLE)} people`);
    await once('fill', { folder, people: PEOPLE, ballots: BALLOTS });
    for (let nth = 0; nth < repetitions; nth += 1) {
      const read = await once('read', { folder });
      const started = await once('start', { folder });
      say(`restart: ${JSON.stringify({ ...started, read })}`);
      floor.push(read.seconds);
      took.push(started.seconds);
      memory.push(started.mostMiB);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const peerIs = 'the limit';
  return [
    {
      goal: 'G8',
      what: 'a restart with 1,000,000 ballots of 20,000 people, until it is live',
      unit: 's',
      peerIs: 'read the file, one SHA-256 for each line',
      ours: took,
      peer: floor,
      aim: 'at most 5 s',
      met: (_, mine) => mine <= 5,
    },
    {
      goal: 'G8',
      what: 'the most memory that the restart took',
      unit: 'MiB',
      peerIs,
      ours: memory,
      peer: memory.map(() => 600),
      aim: 'at most 600 MiB',
      met: (_, mine) => mine <= 600,
    },
  ];
}

async function once<Way extends keyof Restart>(
  way: Way,
  input: Parameters<Restart[Way]>[0],
): Promise<Awaited<ReturnType<Restart[Way]>>> {
  const child = new Child<Restart>('restart.ts');
  try {
    return await child.ask(way, input);
  } finally {
    await child.stop();
  }
}

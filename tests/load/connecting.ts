import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.ts';
import { Child } from './child.ts';
import type { Ours } from './ours.ts';
import type { Phones } from './phones.ts';
import type { RawWs } from './raw-ws.ts';
import type { Row } from './row.ts';

const PHONES = 2000;

/** G5: what a phone's coming costs, beside a bare WebSocket server, and how soon a hall is together again after a crash. */
export async function connecting(repetitions: number, say: (line: string) => void): Promise<Row[]> {
  const [ours, raw, rejoined]: [number[], number[], number[]] = [[], [], []];
  for (let nth = 0; nth < repetitions; nth += 1) {
    const { usPerPhone, rejoin } = await ourHall();
    ours.push(usPerPhone);
    rejoined.push(rejoin.p99 / 1000);
    raw.push(await rawConnect());
    say(`connecting: ${JSON.stringify({ usPerPhone, raw: raw.at(-1), rejoin })}`);
  }
  return [
    {
      ...{
        goal: 'G5',
        what: 'processor time of the server until a phone is let in and has its first view',
        unit: 'us',
      },
      ...{ peerIs: 'raw ws, connected only', ours, peer: raw, aim: 'at most 3.5', met: (ratio) => ratio <= 3.5 },
    },
    {
      ...{ goal: 'G5', what: '2,000 phones back after a crash and a new start, p99', unit: 's', peerIs: 'the limit' },
      ...{ ours: rejoined, peer: rejoined.map(() => 5), aim: 'at most 5 s', met: (_, mine) => mine <= 5 },
    },
  ];
}

async function ourHall(): Promise<{ usPerPhone: number; rejoin: { p50: number; p99: number } }> {
  const folder = mkdtempSync(join(tmpdir(), 'cyfran-bench-'));
  const environment = { CYFRAN_DATA: folder, PORT: String(await freePort()) };
  let server = new Child<Ours>('ours.ts');
  const phones = new Child<Phones>('phones.ts');
  try {
    const { port, hostKey } = await server.ask('listen', { environment });
    const { code } = await phones.ask('open', { port, hostKey });
    await phones.ask('join', { port, code, count: PHONES });
    await phones.ask('comeAgain', { port, code });
    const before = await server.ask('usage', { settled: true });
    await phones.ask('comeAgain', { port, code });
    const after = await server.ask('usage', { settled: false });
    await server.kill();
    server = new Child<Ours>('ours.ts');
    const [rejoin] = await Promise.all([phones.ask('rejoin', { port, code }), server.ask('listen', { environment })]);
    return { usPerPhone: (after.cpuUs - before.cpuUs) / PHONES, rejoin };
  } finally {
    await phones.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rawConnect(): Promise<number> {
  const server = new Child<RawWs>('raw-ws.ts');
  const phones = new Child<Phones>('phones.ts');
  try {
    const { port } = await server.ask('listen', undefined);
    await phones.ask('connectRaw', { port, count: PHONES });
    const before = await server.ask('usage', { settled: true });
    await phones.ask('connectRaw', { port, count: PHONES });
    const after = await server.ask('usage', { settled: false });
    return (after.cpuUs - before.cpuUs) / PHONES;
  } finally {
    await phones.stop();
    await server.stop();
  }
}

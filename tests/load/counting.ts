import { referenceFile } from '../support/reference.ts';
import type { Ballots } from './ballots.ts';
import { Child } from './child.ts';
import type { Row } from './row.ts';

/** Real elections: approval, many different purses; choose-1, many steps. */
const WARSZAWA = 'Poland_Warszawa_2026.pb';
const WROCLAW = 'Poland_Wroclaw_2024.pb';
/** The textbook counts so many of the steps of a completion, evenly spread; its time for all of them follows. */
const SAMPLED = 4;

interface Measured {
  readonly readSeconds: number[];
  readonly plain: number[];
  readonly plainTextbook: number[];
  readonly add1: number[];
  readonly add1Textbook: number[];
  readonly mib: number[];
}

/** How long an exact count takes, beside a textbook in floats. Without the reference data there is nothing to count. */
export async function counting(repetitions: number, say: (line: string) => void): Promise<Row[]> {
  const paths = [WARSZAWA, WROCLAW].map(referenceFile);
  const [warszawa, wroclaw] = paths;
  if (!warszawa || !wroclaw) {
    say(`counting is not measured: ${WARSZAWA} and ${WROCLAW} are not where CYFRAN_REFERENCE says`);
    return [];
  }
  const many = await measured(warszawa, repetitions, say);
  const steps = await measured(wroclaw, repetitions, say);
  const limit = (seconds: number) => many.readSeconds.map(() => seconds);
  const textbook = 'textbook, floats';
  const sampled = `textbook, floats, ${String(SAMPLED)} of the steps`;
  return [
    {
      ...{ goal: 'B1', what: 'plain equal shares, Warszawa 2026 (61,668 ballots, 83 proposals)', unit: 's' },
      ...{ peerIs: textbook, ours: many.plain, peer: many.plainTextbook },
      ...{ aim: 'at most 0.2', met: (ratio: number) => ratio <= 0.2 },
    },
    {
      ...{
        goal: 'B1',
        what: 'the same with add1',
        unit: 's',
        peerIs: sampled,
        ours: many.add1,
        peer: many.add1Textbook,
      },
      ...{ aim: 'told', met: () => true },
    },
    {
      ...{ goal: 'B1', what: 'equal shares with add1, Wrocław 2024 (65,826 ballots, 58 proposals)', unit: 's' },
      ...{ peerIs: sampled, ours: steps.add1, peer: steps.add1Textbook },
      ...{ aim: 'at most 1', met: (ratio: number) => ratio <= 1 },
    },
    {
      ...{ goal: 'B1', what: 'reading 3 MB of ballots (Warszawa 2026)', unit: 's', peerIs: 'the limit' },
      ...{
        ours: many.readSeconds,
        peer: limit(0.5),
        aim: 'at most 0.5 s',
        met: (_: number, ours: number) => ours <= 0.5,
      },
    },
    {
      ...{ goal: 'B1', what: 'the most memory of both counts together', unit: 'MiB', peerIs: 'the limit' },
      ...{ ours: many.mib, peer: limit(400), aim: 'at most 400 MiB', met: (_: number, ours: number) => ours <= 400 },
    },
  ];
}

async function measured(path: string, repetitions: number, say: (line: string) => void): Promise<Measured> {
  const all: Measured = { readSeconds: [], plain: [], plainTextbook: [], add1: [], add1Textbook: [], mib: [] };
  for (let nth = 0; nth < repetitions; nth += 1) {
    const ballots = new Child<Ballots>('ballots.ts');
    try {
      all.readSeconds.push((await ballots.ask('read', { path })).seconds);
      all.plain.push(await ballots.ask('plain', undefined));
      const { seconds, counts, mib } = await ballots.ask('add1', undefined);
      all.add1.push(seconds);
      all.mib.push(mib);
      all.plainTextbook.push(await ballots.ask('textbook', { extraMinor: 0 }));
      let sampled = 0;
      for (let step = 1; step <= SAMPLED; step += 1) {
        const extraMinor = Math.round((counts * step) / SAMPLED) * 100;
        sampled += await ballots.ask('textbook', { extraMinor });
      }
      all.add1Textbook.push((sampled / SAMPLED) * counts);
      say(`counting ${path.slice(path.lastIndexOf('/') + 1)}: ${JSON.stringify({ ...all, counts })}`);
    } finally {
      await ballots.stop();
    }
  }
  return all;
}

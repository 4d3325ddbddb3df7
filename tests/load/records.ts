import { Child } from './child.ts';
import type { Recorded } from './record.ts';
import type { Row } from './row.ts';

const SIZES = [200, 20_000] as const;
const READ = 'read the journal, one SHA-256 for each line';

interface Made {
  readonly castUs: number;
  readonly packSeconds: number;
  readonly packKiB: number;
  readonly recordKiB: number;
  readonly verifySeconds: number;
  readonly readSeconds: number;
}

/** D1: what a receipt costs, and what is taken away from a meeting: how large it is, how long it takes to make, and to recount. */
export async function records(repetitions: number, say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const people of SIZES) rows.push(...(await ofSize(people, repetitions, say)));
  return rows;
}

async function ofSize(people: number, repetitions: number, say: (line: string) => void): Promise<Row[]> {
  const bare: Made[] = [];
  const full: Made[] = [];
  for (let nth = 0; nth < repetitions; nth += 1) {
    bare.push(await once(people, false));
    full.push(await once(people, true));
    say(`records: ${JSON.stringify({ people, bare: bare.at(-1), full: full.at(-1) })}`);
  }
  const of = (part: keyof Made, made = full) => made.map((one) => one[part]);
  const meeting = `${people.toLocaleString('en-GB')} ballots`;
  const told = { goal: 'D1', aim: 'told', met: () => true };
  return [
    {
      ...{ ...told, what: `processor time for a ballot with its receipt, ${meeting}`, unit: 'us' },
      ...{ peerIs: 'the same without', ours: of('castUs'), peer: of('castUs', bare) },
    },
    {
      ...{ ...told, what: `the pack of a meeting of ${meeting}, made`, unit: 's' },
      ...{ peerIs: READ, ours: of('packSeconds'), peer: of('readSeconds') },
    },
    {
      ...{ ...told, what: 'the same, its size', unit: 'KiB' },
      ...{ peerIs: 'its journal, as it is published', ours: of('packKiB'), peer: of('recordKiB') },
    },
    {
      ...{ goal: 'D1', what: `that journal verified by \`verify.mjs\`, with the start of Node`, unit: 's' },
      ...{ peerIs: READ, ours: of('verifySeconds'), peer: of('readSeconds') },
      ...{ aim: 'at most 2 s for 25,000 entries', met: (_, mine) => mine <= 2 },
    },
  ];
}

async function once(people: number, receipts: boolean): Promise<Made> {
  const child = new Child<Recorded>('record.ts');
  try {
    const made = await child.ask('meeting', { people, receipts });
    return {
      ...made,
      verifySeconds: await child.ask('verify', undefined),
      readSeconds: await child.ask('read', undefined),
    };
  } finally {
    await child.stop();
  }
}

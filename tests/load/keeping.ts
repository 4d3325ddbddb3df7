import { Child } from './child.ts';
import type { Disk } from './disk.ts';
import type { Row } from './row.ts';

const WARM_UP_SECONDS = 3;
const MEASURED_SECONDS = 4;

/** G6: how long until a ballot is kept, beside a plain file that is made durable after each line. */
export async function keeping(repetitions: number, say: (line: string) => void): Promise<Row[]> {
  const one: number[] = [];
  const many: number[] = [];
  const rate: number[] = [];
  const floor: number[] = [];
  const floorRate: number[] = [];
  for (let nth = 0; nth < repetitions; nth += 1) {
    const disk = new Child<Disk>('disk.ts');
    try {
      await disk.ask('journal', { writers: 64, seconds: WARM_UP_SECONDS });
      // What the floor is changes from one moment to the next: it is measured before and after.
      const before = await disk.ask('plain', { seconds: MEASURED_SECONDS / 2 });
      const single = await disk.ask('journal', { writers: 1, seconds: MEASURED_SECONDS });
      const between = await disk.ask('plain', { seconds: MEASURED_SECONDS / 2 });
      const crowd = await disk.ask('journal', { writers: 64, seconds: MEASURED_SECONDS });
      const after = await disk.ask('plain', { seconds: MEASURED_SECONDS / 2 });
      const plain = [before, between, after].map(({ p50Ms }) => p50Ms).sort((a, b) => a - b);
      floor.push(plain[1] ?? NaN);
      floorRate.push(between.perSecond);
      one.push(single.p50Ms);
      many.push(crowd.p50Ms);
      rate.push(crowd.perSecond);
      say(`journal: ${JSON.stringify({ plain, single, crowd })}`);
    } finally {
      await disk.stop();
    }
  }
  const peerIs = 'write and fdatasync';
  const aim = 'at most 2.5';
  return [
    {
      goal: 'G6',
      what: 'a ballot until it is durable, p50, one writer',
      unit: 'ms',
      peerIs,
      ours: one,
      peer: floor,
      aim,
      met: atMost,
    },
    { goal: 'G6', what: 'the same, 64 writers', unit: 'ms', peerIs, ours: many, peer: floor, aim, met: atMost },
    {
      goal: 'G6',
      what: 'durable ballots a second, 64 writers',
      unit: 'ballots/s',
      peerIs,
      ours: rate,
      peer: floorRate,
      aim: 'at least 20,000',
      met: (_, mine) => mine >= 20_000,
    },
  ];
}

function atMost(ratio: number): boolean {
  return ratio <= 2.5;
}

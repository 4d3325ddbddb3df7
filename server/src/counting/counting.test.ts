import type { SharesTask } from '@cyfran/shared/activities/allocation/shares.ts';
import { expect, onTestFinished, test } from 'vitest';
import { Counting, CountingStopped } from './counting.ts';

const TASK: SharesTask = {
  ...{ upTo: 7, order: ['bus'], stepMinor: 100 },
  profile: {
    potMinor: 1000,
    weights: Float64Array.of(1),
    proposals: [
      {
        ...{ proposal: 'bus', costMinor: 500, total: 3, support: 3 },
        ...{ voters: Int32Array.of(0), worth: Float64Array.of(3) },
      },
    ],
  },
};

test('counts beside the thread that asks, as often as it is asked', async () => {
  const counting = new Counting();
  onTestFinished(() => counting.stop());
  const counts = await Promise.all([counting.count(TASK), counting.count({ ...TASK, upTo: 8 })]);
  expect(counts).toMatchObject([
    { upTo: 7, funded: ['bus'] },
    { upTo: 8, funded: ['bus'] },
  ]);
});

test('a count that breaks the thread fails, what was asked meanwhile too, and the next one is counted', async () => {
  const counting = new Counting();
  onTestFinished(() => counting.stop());
  const broken = counting.count({ ...TASK, profile: null as unknown as SharesTask['profile'] });
  const meanwhile = counting.count(TASK);
  await expect(broken).rejects.toThrow(TypeError);
  await expect(meanwhile).rejects.toThrow(TypeError);
  expect(await counting.count(TASK)).toMatchObject({ funded: ['bus'] });
});

test('once it is stopped, what was asked and what is asked then is not counted, and says so', async () => {
  const counting = new Counting();
  const asked = expect(counting.count(TASK)).rejects.toThrow(CountingStopped);
  await counting.stop();
  await asked;
  await expect(counting.count(TASK)).rejects.toThrow(CountingStopped);
});

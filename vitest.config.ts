import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;

/** Tests that need a running server, and so the built pages; one file at a time, for they measure and they share two cores. */
const whole = (name: string, testTimeout: number) =>
  ({
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      globalSetup: ['tests/support/global-pages.ts'],
      fileParallelism: false,
      testTimeout,
      hookTimeout: 2 * MINUTE,
    },
  }) as const;

const browser = whole('browser', 2 * MINUTE);

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        plugins: [svelte({ configFile: false })],
        test: { name: 'unit', include: ['{shared,server,client}/src/**/*.test.ts'], testTimeout: 20_000 },
      },
      { test: { name: 'house', include: ['tests/house.test.ts'] } },
      { test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], testTimeout: MINUTE, hookTimeout: MINUTE } },
      whole('live', MINUTE),
      whole('faults', 2 * MINUTE),
      { test: { ...browser.test, globalSetup: [...browser.test.globalSetup, 'tests/support/global-chromium.ts'] } },
    ],
  },
});

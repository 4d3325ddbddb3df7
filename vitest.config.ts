import { compileModule } from 'svelte/compiler';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;
/** So many files together on two cores: a browser, and a server that people use, waits more than it works. */
const AT_ONCE = 3;

/** Tests of a running server, which serves the built pages. */
const whole = (name: string, testTimeout: number, ...globalSetup: string[]) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    globalSetup: ['tests/support/global-pages.ts', ...globalSetup],
    maxWorkers: AT_ONCE,
    testTimeout,
    hookTimeout: 2 * MINUTE,
  },
});

/** Compiles `.svelte.ts` as for a phone: vite-plugin-svelte would do it as for the server, where nothing reacts. */
const runes = (): Plugin => ({
  name: 'runes',
  enforce: 'post',
  transform: (code, id) =>
    /\.svelte(\.test)?\.ts$/.test(id) ? compileModule(code, { generate: 'client', filename: id }).js.code : null,
});

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [runes()],
        ssr: { resolve: { conditions: ['browser', 'module', 'node'] } },
        test: {
          name: 'unit',
          include: ['{shared,server,client}/src/**/*.test.ts'],
          // Nothing here leaves anything behind.
          isolate: false,
          maxWorkers: AT_ONCE,
          testTimeout: MINUTE / 3,
          server: { deps: { inline: [/svelte/] } },
        },
      },
      { test: { name: 'house', include: ['tests/house.test.ts'], maxWorkers: AT_ONCE } },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          globalSetup: ['tests/support/global-redis.ts'],
          maxWorkers: AT_ONCE,
          testTimeout: MINUTE,
          hookTimeout: MINUTE,
        },
      },
      whole('live', MINUTE, 'tests/support/global-redis.ts'),
      whole('faults', 2 * MINUTE, 'tests/support/global-redis.ts', 'tests/support/global-compiled.ts'),
      whole('browser', 5 * MINUTE, 'tests/support/global-chromium.ts'),
    ],
  },
});

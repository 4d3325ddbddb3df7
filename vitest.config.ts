import { compileModule } from 'svelte/compiler';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;

/** Tests of a running server, which serves the built pages; `atOnce` files together, for all share two cores. */
const whole = (name: string, atOnce: number, testTimeout: number, ...globalSetup: string[]) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    globalSetup: ['tests/support/global-pages.ts', ...globalSetup],
    maxWorkers: atOnce,
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
          maxWorkers: 2,
          testTimeout: MINUTE / 3,
          server: { deps: { inline: [/svelte/] } },
        },
      },
      { test: { name: 'house', include: ['tests/house.test.ts'] } },
      {
        test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], testTimeout: MINUTE, hookTimeout: MINUTE },
      },
      whole('live', 2, MINUTE),
      whole('faults', 2, 2 * MINUTE),
      // People are slow: a browser waits more than it works.
      whole('browser', 3, 5 * MINUTE, 'tests/support/global-chromium.ts'),
    ],
  },
});

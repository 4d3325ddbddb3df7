import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/**
 * All that must hold before a change goes in: format, lint, types, unused code, the pages, then every test. A check that fails
 * does not stop the others. Ends with the real counts, a failed check counting as one failed, and leaves them for `.ci/run`.
 */
const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'node_modules/.cyfran');
const RESULTS = join(OUT, 'vitest.json');

interface Check {
  readonly name: string;
  readonly command: string;
  readonly folder?: string;
}

const CHECKS: readonly Check[] = [
  { name: 'lint', command: 'eslint .' },
  { name: 'types of the client', command: 'svelte-check --fail-on-warnings', folder: 'client' },
  { name: 'types of the server', command: 'tsc', folder: 'server' },
  { name: 'types of the tests', command: 'tsc', folder: 'tests' },
  { name: 'types of shared', command: 'tsc', folder: 'shared' },
  { name: 'types of the tools', command: 'tsc' },
  { name: 'format', command: 'prettier --check --log-level warn .' },
  { name: 'unused code', command: 'knip --no-progress' },
  { name: 'compose file', command: 'dclint docker-compose.yml' },
  { name: 'pages', command: 'node build-pages.ts', folder: 'client' },
];

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

// Kit writes the types that the client's checks and the lint read.
await run('svelte-kit sync', 'client');
const failedChecks = await checkAll(CHECKS, availableParallelism());
const tests = await run(`vitest run --reporter=default --reporter=json --outputFile.json=${RESULTS}`, '.', 'inherit');
const counts = count(tests.ok, failedChecks);

writeFileSync(join(OUT, 'counts.json'), JSON.stringify(counts));
console.log(`${String(counts.passed)} passed, ${String(counts.failed)} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;

/** Runs the checks, `lanes` at a time, in their order; returns how many failed. */
async function checkAll(checks: readonly Check[], lanes: number): Promise<number> {
  const waiting = [...checks];
  let failed = 0;
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const started = performance.now();
      const { ok, said } = await run(check.command, check.folder ?? '.');
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${ok ? ' ok ' : 'FAIL'} ${check.name} (${seconds} s)`);
      if (ok) continue;
      console.log(said);
      failed += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failed;
}

function run(
  command: string,
  folder: string,
  stdio: 'pipe' | 'inherit' = 'pipe',
): Promise<{ ok: boolean; said: string }> {
  const bins = [join(ROOT, folder, 'node_modules/.bin'), join(ROOT, 'node_modules/.bin'), process.env.PATH];
  const child = spawn(command, {
    cwd: join(ROOT, folder),
    shell: true,
    stdio,
    env: { ...process.env, PATH: bins.join(':') },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ ok: code === 0, said })));
}

/** A file of tests that could not even start, or a run that failed for another reason, counts as one failed. */
function count(ok: boolean, failedChecks: number): Counts {
  try {
    const results = JSON.parse(readFileSync(RESULTS, 'utf8')) as VitestResults;
    const broken = results.testResults.filter(({ status, assertionResults: tests }) => {
      return status === 'failed' && !tests.some((test) => test.status === 'failed');
    });
    const failed = results.numFailedTests + broken.length;
    return { passed: results.numPassedTests, failed: failedChecks + (ok ? failed : Math.max(failed, 1)) };
  } catch {
    return { passed: 0, failed: failedChecks + 1 };
  }
}

interface VitestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[];
}

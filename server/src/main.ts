import { resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import pino from 'pino';
import { renderUnicodeCompact } from 'uqr';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { start, type Running } from './start.ts';

const LAG_EVERY_MS = 60_000;
const LAG_WORTH_A_WARNING_MS = 50;
const STOP_WITHIN_MS = 10_000;

const config = readConfigOrExit();
const log = pino({ level: config.CYFRAN_LOG, timestamp: pino.stdTimeFunctions.isoTime, base: null });

/** What cannot be made durable must not be answered: the journal is safe as it stands, so the process ends at once. */
function onFatal(error: unknown): void {
  log.fatal({ err: error }, 'the journal cannot be written: stopping');
  process.exit(1);
}

process.on('uncaughtException', onFatal);
process.on('unhandledRejection', onFatal);

try {
  const running = await start(config, systemClock, log, onFatal);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(running));
  greet(running);
  watchLag();
} catch (error) {
  process.stderr.write(`Cyfran cannot start. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

function readConfigOrExit() {
  try {
    return readConfig(process.env);
  } catch (error) {
    process.stderr.write(`Cyfran cannot start. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function greet({ port, url, hostKey }: Running): void {
  const lines = [
    '',
    '  Cyfran is running.',
    '',
    `  Set up a meeting:        http://localhost:${String(port)}/host#${hostKey}`,
    '                           (there is an example meeting to look at first)',
    `  Phones on this network:  ${url}`,
    `  Data is kept in:         ${resolve(config.CYFRAN_DATA)}`,
    '',
    renderUnicodeCompact(url).replace(/^/gm, '    '),
    '',
    '  The first link is the key to this server: keep it to yourself. Stop with Ctrl+C.',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function watchLag(): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  setInterval(() => {
    const facts = { p99Ms: Math.round(delay.percentile(99) / 1e6), maxMs: Math.round(delay.max / 1e6) };
    if (facts.p99Ms >= LAG_WORTH_A_WARNING_MS) log.warn(facts, 'event loop lag');
    else log.info(facts, 'event loop lag');
    delay.reset();
  }, LAG_EVERY_MS).unref();
}

async function stop(running: Running): Promise<void> {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  try {
    await running.close();
    process.exit(0);
  } catch (error) {
    log.error({ err: error }, 'stopping failed');
    process.exit(1);
  }
}

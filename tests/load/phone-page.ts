import { chromium, type CDPSession, type Page } from 'playwright-core';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { findChromium } from '../support/find-program.ts';
import { Child } from './child.ts';
import type { Ours } from './ours.ts';
import type { Phones } from './phones.ts';
import type { Row } from './row.ts';

/** Slow 4G as Chromium's own tools simulate it: 1.6 Mbit/s, and 150 ms to the server and back, which their throttling makes 562.5. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 1.44e6 / 8, uploadThroughput: 0.675e6 / 8 };
const SLOWER = 4;
const PHONE = { width: 390, height: 844 };
const STAGE = { width: 1920, height: 1080 };
const PRESSES = 10;
const WATCHED_SECONDS = 10;
/** Bars move at every frame: ten a second. */
const BALLOTS_A_SECOND = 20;
/** Kept in the page: what was drawn last of the first view, and the slowest answer to a press. */
const WATCH = `
  globalThis.seen = { lcp: 0, inp: 0 };
  new PerformanceObserver((list) => { for (const { startTime } of list.getEntries()) seen.lcp = startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const { interactionId, duration } of list.getEntries()) if (interactionId > 0) seen.inp = Math.max(seen.inp, duration); })
    .observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

/** G11: how a slow phone on a slow line fares, and what a wall of forty moving bars costs a browser. */
export async function phonePage(repetitions: number, say: (line: string) => void): Promise<Row[]> {
  const lcp: number[] = [];
  const inp: number[] = [];
  const script: number[] = [];
  for (let nth = 0; nth < repetitions; nth += 1) {
    const seen = await once();
    say(`phone: ${JSON.stringify(seen)}`);
    lcp.push(seen.lcp);
    inp.push(seen.inp);
    script.push(seen.script);
  }
  const limit = (what: string, ours: readonly number[], most: number): Row => ({
    goal: 'G11',
    what,
    unit: 'ms',
    peerIs: 'the limit',
    ours,
    peer: ours.map(() => most),
    aim: `at most ${String(most)} ms`,
    met: (_, mine) => mine <= most,
  });
  return [
    limit('largest paint of the first view of a meeting, slow 4G, processor 4 times slower', lcp, 1800),
    limit('slowest answer to a press on a ballot of 40 proposals, processor 4 times slower', inp, 100),
    limit('script for each frame on a big screen with 40 moving bars', script, 2),
  ];
}

async function once(): Promise<{ lcp: number; inp: number; script: number }> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  const server = new Child<Ours>('ours.ts');
  const phones = new Child<Phones>('phones.ts');
  try {
    const { port, hostKey } = await server.ask('listen', {});
    const url = `http://localhost:${String(port)}`;
    const { sid, code, stage } = await phones.ask('open', { port, hostKey });
    await phones.ask('join', { port, code, count: 50 });
    const phone = await browser.newPage({ viewport: PHONE, locale: 'en-GB' });
    await phone.addInitScript(WATCH);
    const line = await phone.context().newCDPSession(phone);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', SLOW_4G);
    await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await phone.goto(`${url}/s/${code}`);
    const join = phone.getByRole('button', { name: phoneEn.welcome.go, exact: true });
    await join.waitFor();
    const lcp = await phone.evaluate<number>('seen.lcp');
    await join.click();
    await phones.ask('start', undefined);
    const more = phone.getByRole('button', { name: phoneEn.ballot.more('Proposal number 1'), exact: true });
    await more.waitFor();
    for (let press = 0; press < PRESSES; press += 1) await more.click();
    await phone.waitForTimeout(500);
    const inp = await phone.evaluate<number>('seen.inp');
    await phone.close();
    const wall = await browser.newPage({ viewport: STAGE, locale: 'en-GB' });
    await wall.goto(`${url}/stage/${sid}#${stage}`);
    return { lcp, inp, script: await scriptOfFrames(wall, phones) };
  } finally {
    await browser.close();
    await phones.stop();
    await server.stop();
  }
}

/** Milliseconds of script for each frame while ballots come in. */
async function scriptOfFrames(wall: Page, phones: Child<Phones>): Promise<number> {
  const line = await wall.context().newCDPSession(wall);
  await line.send('Performance.enable');
  await phones.ask('cast', { perSecond: BALLOTS_A_SECOND, seconds: WATCHED_SECONDS / 2 });
  const before = await scriptSeconds(line);
  const { frames } = await phones.ask('cast', { perSecond: BALLOTS_A_SECOND, seconds: WATCHED_SECONDS });
  return ((await scriptSeconds(line)) - before) * 1000 * (50 / frames);
}

async function scriptSeconds(line: CDPSession): Promise<number> {
  const { metrics } = await line.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN;
}

import { Robot } from '@cyfran/server/robots/robot.ts';
import { decidingRound } from '@cyfran/shared/activities/templates.ts';
import type { Allocation } from '@cyfran/shared/ballots/ballot.ts';
import { hallEn } from '@cyfran/shared/i18n/hall.en.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { recordEn } from '@cyfran/shared/i18n/record.en.ts';
import { sharesEn } from '@cyfran/shared/i18n/shares.en.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { rule } from '../support/evening.ts';
import { Hall, noLimits } from '../support/hall.ts';
import { CONSOLE, PHONE, Screen, STAGE } from '../support/screen.ts';

const { host } = hallEn;
const PROPOSALS: SetUp['proposals'] = [
  ['bus', 'Bws gyda’r nos', 'Evening bus', 900_000],
  ['garden', 'Gardd gymunedol', 'Community garden', 400_000],
  ['benches', 'Meinciau ger yr afon', 'Benches by the river', 240_050],
  ['wifi', 'Wi-Fi yn y neuadd', 'Wi-Fi in the hall', 150_000],
].map(([proposal, cy, en, costMinor]) => ({ proposal, name: { cy, en }, costMinor }) as SetUp['proposals'][number]);
/** Seven for the bus, five who share out what is cheaper: the bus has the most tokens and costs three shares in four. */
const MANY: Allocation = [
  ['benches', 1],
  ['bus', 4],
];
const FEW: Allocation = [
  ['benches', 2],
  ['garden', 4],
  ['wifi', 2],
];
const ROUND = { activity: 'a1', round: 'a1.1' } as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('[O1] equal shares are chosen with an example, followed on the wall, and told round by round', async () => {
  const hall = await Hall.open({ limiter: noLimits });
  const meeting = await hall.meeting({
    title: { cy: 'Cyllideb y pentref', en: 'The village budget' },
    potMinor: 1_250_000,
    proposals: PROPOSALS,
    agenda: [decidingRound({ reveal: 'live' })],
  });
  const { sid, code, stage: stageSecret } = meeting.made;

  const desk = await Screen.open(browser, 'shares-desk', CONSOLE);
  await desk.goto(`${hall.url}/host#${hall.hostKey}`);
  await desk.heading(host.list.title);
  await desk.goto(`${hall.url}/set-up/${sid}/rules`);
  await desk.page.locator(`a[href$="/rules/count"]`).click();
  await desk.text(host.rules.workedTitle);
  await desk.page.getByLabel(host.rules.counts['equal-shares'].label).check();
  await desk.text(host.rules.sharesNote(10));
  await desk.look('chosen');
  await desk.press(host.common.save);
  await desk.text(host.rules.counts['equal-shares'].hint);
  await desk.look('rules');

  const console = await meeting.console();
  await rule(console, { type: 'OpenJoining' });
  const ann = await Screen.open(browser, 'shares-phone', PHONE);
  await ann.goto(`${hall.url}/s/${code}`);
  await ann.press(phoneEn.welcome.go);
  await ann.heading(phoneEn.wait.title);
  const robots = await Promise.all(Array.from({ length: 12 }, () => Robot.connect(hall.url, { code })));
  for (const robot of robots) expect(await robot.send({ type: 'Join' })).toMatchObject({ ok: true });
  const stage = await Screen.open(browser, 'shares-stage', STAGE);
  await stage.goto(`${hall.url}/stage/${sid}#${stageSecret}`);
  await rule(console, { type: 'StartActivity', activity: 'a1' });
  for (const [index, robot] of robots.entries()) {
    await robot.until(({ now }) => now?.activity?.kind === 'allocation');
    expect(await robot.cast(index < 7 ? MANY : FEW)).toMatchObject({ ok: true });
  }
  await ann.page.getByLabel(phoneEn.ballot.number('Community garden')).fill('4');
  await ann.page.getByLabel(phoneEn.ballot.number('Evening bus')).fill('3');
  await ann.press(phoneEn.ballot.go);
  await ann.press(phoneEn.check.send);
  await ann.heading(phoneEn.receipt.title);
  await console.until(({ tally }) => tally?.rows.filter(([, , funded]) => funded).length === 3);
  await stage.lookOnce('tally');

  await rule(console, { type: 'LastCall', ...ROUND, seconds: 600 });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await console.until(({ ready }) => ready?.counted);
  await rule(console, { type: 'Show', ...ROUND });
  await ann.text(sharesEn.title);
  await ann.text(/Your share of the money was £/);
  await ann.look('outcome');
  await stage.text('Evening bus');
  await stage.lookOnce('outcome');
  for (const robot of robots) robot.close();

  const record = await Screen.open(browser, 'shares-record', CONSOLE);
  await record.goto(`${hall.url}/r/${sid}`);
  await record.text(recordEn.why.title);
  await record.text(sharesEn.title);
  await record.look('page');
});

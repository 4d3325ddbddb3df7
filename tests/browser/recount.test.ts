import { decidingRound } from '@cyfran/shared/activities/templates.ts';
import { checkEn } from '@cyfran/shared/i18n/check.en.ts';
import { hallEn } from '@cyfran/shared/i18n/hall.en.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { privacyEn } from '@cyfran/shared/i18n/privacy.en.ts';
import { recordEn } from '@cyfran/shared/i18n/record.en.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { rule } from '../support/evening.ts';
import { Hall, noLimits } from '../support/hall.ts';
import { CONSOLE, PHONE, Screen, STAGE } from '../support/screen.ts';

const { host } = hallEn;
const ROUND = { activity: 'a1', round: 'a1.1' } as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('[X5] [X6] a receipt is kept, the seal is on the wall, and anyone recounts the record in their browser and finds their ballot', async () => {
  const hall = await Hall.open({ limiter: noLimits });
  const meeting = await hall.meeting({
    title: { cy: 'Cyllideb y pentref', en: 'The village budget' },
    agenda: [decidingRound({ reveal: 'on-show' })],
  });
  const { sid, code, stage: stageSecret } = meeting.made;

  const desk = await Screen.open(browser, 'recount-desk', CONSOLE);
  await desk.goto(`${hall.url}/host#${hall.hostKey}`);
  await desk.heading(host.list.title);
  await desk.goto(`${hall.url}/set-up/${sid}/record`);
  await desk.page.getByLabel(host.claims.modes.pseudonymous.label).check();
  await desk.text(host.claims.pseudonymous.not[0]!);
  await desk.page.getByLabel(host.record.linkDaysLabel).fill('none');
  await desk.press(host.common.save);
  await desk.page.locator('#link-days-error').waitFor();
  await desk.page.getByLabel(host.record.linkDaysLabel).fill('14');
  await desk.look('record');
  await desk.press(host.common.save);
  await desk.heading('The village budget');

  const wall = await Screen.open(browser, 'recount-wall', STAGE);
  await wall.goto(`${hall.url}/stage/${sid}#${stageSecret}`);
  const console = await meeting.console();
  await rule(console, { type: 'OpenJoining' });
  const phone = await Screen.open(browser, 'recount-phone', PHONE);
  await phone.goto(`${hall.url}/s/${code}`);
  await phone.text(phoneEn.welcome.recordTells.pseudonymous);
  await phone.press(phoneEn.welcome.go);
  const others = await meeting.people(9);
  await rule(console, { type: 'StartActivity', activity: 'a1' });
  await phone.page.getByLabel(phoneEn.ballot.number('A bridge')).fill('1');
  await phone.press(phoneEn.ballot.go);
  await phone.press(phoneEn.check.send);
  await phone.heading(phoneEn.receipt.title);
  await phone.page.getByText(phoneEn.receipt.keep).click();
  await phone.text(phoneEn.receipt.shows.pseudonymous);
  await phone.look('receipt');
  const shownCode = (await phone.page.locator('.receipt .code').first().innerText()).trim();
  for (const [at, robot] of others.entries()) await robot.cast([[at % 2 === 0 ? 'garden' : 'roof', 3]]);
  await rule(console, { type: 'LastCall', ...ROUND, seconds: 60 });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await console.until(({ ready }) => ready?.counted);
  await rule(console, { type: 'Show', ...ROUND });
  await rule(console, { type: 'EndMeeting' });
  await wall.text('Meeting seal');
  const seal = (await wall.page.locator('.seal .code').innerText()).split(' · ')[0]!;

  // The phone's own: what it kept is held against the record without a word.
  await phone.goto(`${hall.url}/r/${sid}`);
  await phone.text(recordEn.checking.title);
  await phone.page.getByRole('link', { name: recordEn.checking.recount }).click();
  await phone.text(checkEn.holds);
  await phone.text(seal);
  await phone.text(checkEn.found.counts);
  expect(await phone.page.getByLabel(checkEn.find).inputValue()).toBe(shownCode);
  await phone.text('A bridge: 1');
  await phone.look('recounted');
  await phone.page.getByLabel(checkEn.find).fill('ZZZZ-ZZZZ');
  await phone.press(checkEn.go);
  await phone.text(checkEn.none);
  await phone.goto(`${hall.url}/r/${sid}/privacy`);
  await phone.heading(privacyEn.title);
  await phone.look('privacy');

  // Somebody who was not there is given a record in which one ballot was changed.
  const stranger = await Screen.open(browser, 'recount-stranger', CONSOLE);
  await stranger.page.route('**/record.jsonl', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('["garden",3]', '["garden",4]') });
  });
  await stranger.goto(`${hall.url}/r/${sid}/check`);
  await stranger.text(checkEn.doesNot);
  await stranger.text('The totals are the sum of the ballots');
  await stranger.look('changed');
});

import { hallEn } from '@cyfran/shared/i18n/hall.en.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { simplestEvening } from '@cyfran/shared/activities/templates.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { Hall } from '../support/hall.ts';
import { CONSOLE, PHONE, Screen, STAGE } from '../support/screen.ts';

const { run, stage: wall } = hallEn;
const MARKUP = '<img src=x onerror="document.title=1"><b>Garden</b>';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('[T3] [A11] by keyboard alone: totals hidden until shown, closed too early, opened again; markup is only text', async () => {
  const hall = await Hall.open();
  const meeting = await hall.meeting({
    title: { en: `Our ${MARKUP}` },
    proposals: [
      { proposal: 'garden', name: { en: MARKUP }, costMinor: 60_000 },
      { proposal: 'bus', name: { en: 'Evening bus' }, costMinor: 30_000 },
    ],
    agenda: simplestEvening('on-show', 10, 4).slice(1),
  });
  const { code, sid, facilitator, stage } = meeting.made;
  const console = await Screen.open(browser, 'keys-console', CONSOLE);
  const big = await Screen.open(browser, 'keys-stage', STAGE);
  const phone = await Screen.open(browser, 'keys-phone', PHONE);
  await console.goto(`${hall.url}/run/${sid}#${facilitator}`);
  await big.goto(`${hall.url}/stage/${sid}#${stage}`);
  await console.heading(run.draftTitle);
  await ruleByKey(console, run.openJoining);
  await console.heading(run.joiningTitle);

  await phone.goto(`${hall.url}/`);
  await phone.page.keyboard.press('Tab');
  await tabTo(phone, phoneEn.join.code);
  await phone.page.keyboard.type(code);
  await phone.page.keyboard.press('Enter');
  await tabTo(phone, phoneEn.welcome.go);
  await phone.page.keyboard.press('Space');
  await phone.heading(phoneEn.wait.title);
  const others = await meeting.people(4);

  await ruleByKey(console, run.startVote);
  await phone.heading(phoneEn.ballot.title);
  await phone.text(MARKUP);
  await big.text('0');
  for (const robot of others) {
    await robot.until(({ now }) => now?.activity);
    await robot.cast([['bus', 4]]);
  }
  await big.text('4');
  await big.lookOnce('hidden');
  await tabTo(phone, phoneEn.ballot.more(MARKUP));
  await phone.page.keyboard.press('Enter');
  await phone.page.keyboard.press('Space');
  await tabTo(phone, phoneEn.ballot.go);
  await phone.page.keyboard.press('Enter');
  await phone.heading(phoneEn.check.title);

  // The facilitator closes while this person is still checking: their choices stay with them, and come in after all.
  await ruleByKey(console, run.lastCall60);
  await console.heading(run.lastCallTitle);
  await console.text(run.unsent(1));
  await console.hold(run.closeNow);
  await console.heading(run.closedTitle);
  await console.text(run.hidden);
  // Beside it stand the time of day and an address, with numbers of their own.
  expect(await console.page.locator('.centre').innerText()).not.toMatch(/\b16\b/);
  await phone.text(phoneEn.common.movedClosed);
  await phone.look('closed-while-checking');
  await tabTo(phone, phoneEn.check.send);
  await phone.page.keyboard.press('Enter');
  await phone.heading(phoneEn.missed.title);
  await phone.look('missed');
  await big.lookOnce('closed');
  await console.page.locator('summary', { hasText: run.mends }).focus();
  await console.page.keyboard.press('Enter');
  await tabTo(console, run.reopen);
  await console.page.keyboard.press('Enter');
  await console.lookOnce('reopen');
  await tabTo(console, run.reasonEnglish);
  await console.page.keyboard.type('We closed too early');
  await console.page.keyboard.press('Enter');
  await console.heading(run.votingTitle);
  await tabTo(phone, phoneEn.common.continue);
  await phone.page.keyboard.press('Enter');
  await phone.text(phoneEn.missed.open);
  await phone.look('open-again');
  await tabTo(phone, phoneEn.ballot.go);
  await phone.page.keyboard.press('Enter');
  await tabTo(phone, phoneEn.check.send);
  await phone.page.keyboard.press('Enter');
  await phone.heading(phoneEn.receipt.title);
  await phone.text(phoneEn.live.hidden);
  await phone.look('hidden');

  await ruleByKey(console, run.lastCall120);
  await console.heading(run.lastCallTitle);
  await console.hold(run.closeNow);
  await console.look('hidden');
  await console.hold(run.show);
  await big.text(wall.results);
  // A wall has no room for the whole of it.
  await big.text(MARKUP.slice(0, 10));
  await big.lookOnce('outcome');
  await phone.heading(phoneEn.outcome.title);
  await phone.text(phoneEn.outcome.toNone(10));
  await phone.look('outcome');
  expect(await phone.page.locator('img').count()).toBe(0);
});

/** Goes from control to control until the one with this name has the focus; fails when it is not among them. */
async function tabTo({ page, name }: Screen, label: string): Promise<void> {
  const MOST_STOPS = 60;
  const control = page
    .getByRole('button', { name: label })
    .or(page.getByLabel(label, { exact: true }))
    .first();
  await control.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await control.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name}: "${label}" cannot be reached by keyboard`);
}

async function ruleByKey(console: Screen, label: string): Promise<void> {
  await console.rule(label, async () => {
    await tabTo(console, label);
    await console.page.keyboard.press('Enter');
  });
}

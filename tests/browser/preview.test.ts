import { hallEn } from '@cyfran/shared/i18n/hall.en.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { decidingRound, firstRound, practiceRound } from '@cyfran/shared/activities/templates.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { Hall } from '../support/hall.ts';
import { CONSOLE, PHONE, Screen } from '../support/screen.ts';

const { host } = hallEn;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('the run of show shows phones and the big screen as they will be, also while their words are typed', async () => {
  const hall = await Hall.open();
  const agenda = [
    practiceRound(),
    { kind: 'how', minutes: 5 },
    { kind: 'talk', minutes: 20 },
    firstRound(),
    { kind: 'break', minutes: 10 },
    decidingRound(),
  ] as const;
  const { made } = await hall.meeting({ agenda });
  const desk = await Screen.open(browser, 'preview', CONSOLE);
  const address = `${hall.url}/set-up/${made.sid}/show#${made.facilitator}`;
  await desk.goto(address);
  await desk.heading(host.show.title);
  const parts = desk.page.locator('li:has(> details)');
  for (const [index, says] of [
    phoneEn.practice.title,
    phoneEn.how.title,
    phoneEn.talk.title,
    phoneEn.firstRound,
    phoneEn.pause.title,
    'A bridge',
  ].entries()) {
    const part = parts.nth(index);
    await part.locator('> details > summary').click();
    await part.locator('[inert]').first().getByText(says).first().waitFor();
    await part.locator('[inert]').nth(1).waitFor();
    await part.scrollIntoViewIfNeeded();
    await desk.look(`part-${String(index + 1)}`);
    await part.locator('> details > summary').click();
    expect(await desk.page.title()).toMatch(/^Run of show/);
  }
  // As it is typed, it stands on both screens; nothing in them can be reached.
  const talk = parts.nth(2);
  await talk.locator('> details > summary').click();
  await talk.getByLabel(host.common.english, { exact: true }).fill('What makes a good village?');
  for (const screen of [0, 1]) {
    await talk.locator('[inert]').nth(screen).getByText('What makes a good village?').waitFor();
  }
  const hand = await Screen.open(browser, 'preview-hand', PHONE);
  await hand.goto(address);
  await hand.page.locator('li > details > summary').nth(3).click();
  await hand.page.locator('[inert]').first().getByText('A bridge').waitFor();
  await hand.look('part');
});

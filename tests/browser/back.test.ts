import { hallEn } from '@cyfran/shared/i18n/hall.en.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { oneRound, rule } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { CONSOLE, PHONE, Screen } from '../support/screen.ts';

const { host, run } = hallEn;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('Back leads to no old error: on the phone that joined after a wrong code', async () => {
  const hall = await Hall.open();
  const meeting = await hall.meeting({ agenda: [oneRound('on-show')] });
  await rule(await meeting.console(), { type: 'OpenJoining' });
  const phone = await Screen.open(browser, 'back-phone', PHONE);
  await phone.goto(hall.url);
  await phone.page.getByLabel(phoneEn.join.code).fill('BBBBBB');
  await phone.press(phoneEn.join.go);
  await phone.text(phoneEn.join.unknown);
  await phone.page.getByLabel(phoneEn.join.code).fill(meeting.made.code);
  await phone.press(phoneEn.join.go);
  await phone.button(phoneEn.welcome.go).waitFor();
  await phone.page.goBack();
  await phone.heading(phoneEn.join.title);
  await phone.page.waitForURL(`${hall.url}/`);
  expect(await phone.page.getByText(phoneEn.join.unknown).count()).toBe(0);
  await phone.page.goForward();
  await phone.button(phoneEn.welcome.go).waitFor();
});

test('a link opened over a page that asks for it is taken at once, and the skip link is no secret', async () => {
  const hall = await Hall.open();
  const { made } = await hall.meeting();
  const screen = await Screen.open(browser, 'back-console', CONSOLE);
  const address = `${hall.url}/run/${made.sid}`;
  await screen.goto(address);
  await screen.heading(run.noSecretTitle);
  await screen.look('no-secret');
  await screen.goto(`${address}#${made.facilitator}`);
  await screen.heading(run.draftTitle);
  await screen.goto(`${address}#main`);
  await screen.page.reload();
  await screen.heading(run.draftTitle);
});

test('Back leads to no old error, and to nothing that was told before: in the set-up, of a copy too', async () => {
  const hall = await Hall.open();
  const original = await hall.meeting();
  const desk = await Screen.open(browser, 'back-desk', CONSOLE);
  await desk.goto(`${hall.url}/host/new`);
  await desk.heading(host.door.noKeyTitle);
  await desk.goto(`${hall.url}/host#${hall.hostKey}`);
  await desk.heading(host.list.title);
  await desk.page.getByRole('button', { name: host.list.copy }).click();
  await desk.text(host.tasks.notices.copied);
  await desk.page.getByRole('link', { name: host.tasks.names.money, exact: true }).click();
  await desk.page.getByLabel(host.money.amount, { exact: true }).fill('much');
  await desk.press(host.common.save);
  await desk.text(host.common.errorTitle);
  await desk.page.getByLabel(host.money.amount, { exact: true }).fill('500');
  await desk.press(host.common.save);
  await desk.text(host.tasks.notices.saved);
  await desk.page.goBack();
  await desk.heading(host.money.title);
  expect(await desk.page.getByText(host.common.errorTitle).count()).toBe(0);
  await desk.page.goBack();
  await desk.heading('Our village');
  expect(await desk.page.getByText(host.tasks.notices.copied).count()).toBe(0);
  await desk.goto(`${hall.url}/host`);
  await desk.text(host.list.copyOf('Our village'));
  await desk.look('copy');

  // Only a draft can be deleted, and only after a question.
  const remove = desk.page.getByRole('listitem').getByRole('button', { name: host.list.remove });
  await remove.first().click();
  await desk.text(host.list.removeTitle('Our village'));
  await desk.lookOnce('delete');
  await desk.press(host.list.removeNot);
  expect(await remove.count()).toBe(2);
  await remove.first().click();
  await desk.press(host.list.removeGo);
  await desk.text(host.list.removed('Our village'));
  await desk.lookOnce('deleted');
  await expect.poll(() => remove.count()).toBe(1);
  await rule(await original.console(), { type: 'OpenJoining' });
  await remove.click();
  await desk.press(host.list.removeGo);
  await desk.text(host.list.removeBegun);
  // The list is read again beside it.
  await remove.waitFor({ state: 'detached' });
  // The browser tells of every answer that is a no.
  await expect.poll(() => desk.complaints).toEqual([expect.stringContaining('409')]);
  desk.complaints.splice(0);
});

test('whoever has never seen a meeting looks at an example, and can open it at once', async () => {
  const hall = await Hall.open();
  const desk = await Screen.open(browser, 'example-desk', CONSOLE);
  await desk.goto(`${hall.url}/host#${hall.hostKey}`);
  await desk.heading(host.list.title);
  await desk.look('host');
  await desk.press(host.list.example);
  await desk.text(host.tasks.nothingLeft);
  await desk.look('tasks');
  await desk.page.getByRole('link', { name: host.tasks.names.proposals, exact: true }).click();
  await desk.text('An evening bus to town, twice a week');
  await desk.look('proposals');
  await desk.page.goBack();
  await desk.page.getByRole('link', { name: host.tasks.names.rehearse, exact: true }).click();
  await desk.page.getByRole('link', { name: host.rehearse.console, exact: true }).click();
  await desk.heading(run.draftTitle);
  await desk.rule(run.openJoining);
  await desk.heading(run.joiningTitle);
});

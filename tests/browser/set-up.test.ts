import { hallEn } from '@cyfran/shared/i18n/hall.en.ts';
import { helperEn } from '@cyfran/shared/i18n/helper.en.ts';
import { importEn } from '@cyfran/shared/i18n/import.en.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { printEn } from '@cyfran/shared/i18n/print.en.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { Desk } from '../support/desk.ts';
import { Hall } from '../support/hall.ts';
import { CONSOLE, PHONE, Screen } from '../support/screen.ts';

const { host, run } = hallEn;

/** As a spreadsheet hands it over: a pound sign, thousands, a row without a cost, a proposal without Welsh. */
const SHEET = [
  ['Name (Welsh)', 'Name (English)', 'Short name (English)', 'Cost', 'What gets better (English)'],
  ['Gardd gymunedol', 'Community garden', 'Garden', '£6,000', 'Children can play in the shade'],
  ['', 'Benches by the river', 'Benches', '£2,400.50', ''],
  ['Bws gyda’r nos', 'Evening bus', 'Evening bus', '£12,900', ''],
  ['Sied', 'Shed', 'Shed', 'about 500', ''],
]
  .map((cells) => cells.join('\t'))
  .join('\n');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('[S13] [S14] a host sets a meeting up task by task, imports its proposals, prints, and a greeter lets a phone in', async () => {
  const hall = await Hall.open();
  const desk = await Screen.open(browser, 'desk', CONSOLE);
  await desk.goto(`${hall.url}/host#${hall.hostKey}`);
  await desk.heading(host.list.title);
  await desk.look('meetings-none');
  await desk.page.getByRole('link', { name: host.list.create }).click();
  await desk.press(host.create.submit);
  await desk.text(host.create.pick);
  await desk.look('templates');
  await desk.page.getByLabel(host.create.templates['quick-poll'].label).check();
  await desk.press(host.create.submit);
  await desk.text(host.tasks.left(4));
  await desk.look('tasks');
  const sid = /set-up\/([^/?#]+)/.exec(desk.page.url())![1]!;

  // What is typed is kept when the page is loaded again; nothing missing stops anybody from saving.
  await task(desk, 'basics');
  await type(desk.page, host.basics.titleLegend, 'Cyllideb y pentref', 'The village budget');
  await desk.page.reload();
  await desk.text(host.kept.restored);
  await desk.look('basics');
  await save(desk);
  await task(desk, 'voters');
  await type(desk.page, host.voters.votersLegend, '', 'Everyone who lives here');
  await desk.page.getByLabel(host.voters.admissions['let-in'].label).check();
  await desk.page.getByLabel(host.voters.papers.yes.label).check();
  await desk.look('voters');
  await save(desk);
  await task(desk, 'money');
  await desk.page.getByLabel(host.money.amount, { exact: true }).fill('12.500');
  await desk.press(host.common.save);
  await desk.text(host.common.errorTitle);
  await desk.look('money-error');
  await desk.page.getByLabel(host.money.amount, { exact: true }).fill('£12,500');
  await save(desk);

  // Proposals from a spreadsheet: nothing is kept before the last button, and the bad row is named.
  await task(desk, 'proposals');
  await desk.page.getByRole('link', { name: host.proposals.import }).click();
  await desk.page.getByLabel(importEn.choose.paste).fill(SHEET);
  await desk.press(importEn.choose.readPasted);
  await desk.page.locator('li').filter({ hasText: 'Row 5' }).first().waitFor();
  await desk.look('import');
  expect((await setUpOf(hall, sid)).proposals).toEqual([]);
  await desk.press(importEn.bring.button(3));
  await desk.text(host.tasks.notices.imported);
  const kept = await setUpOf(hall, sid);
  expect(kept.proposals.map(({ costMinor }) => costMinor).sort((a, b) => a - b)).toEqual([240_050, 600_000, 1_290_000]);
  await desk.text(host.warnings['cost-above-pot']);
  await desk.look('tasks-done');
  for (const name of ['proposals', 'rules', 'show', 'languages', 'links', 'rehearse', 'together'] as const) {
    await desk.goto(`${hall.url}/set-up/${sid}`);
    await task(desk, name);
    await desk.look(`task-${name}`);
  }

  // What is printed: four cards to a page, a ballot a page.
  await desk.goto(`${hall.url}/print/${sid}`);
  await desk.heading(printEn.page.title);
  await desk.page.getByLabel(printEn.cards.count).fill('6');
  await desk.press(printEn.cards.make);
  await desk.text(printEn.cards.ready(6));
  await desk.look('print-cards');
  expect(await pagesOf(desk.page)).toBe(2);
  await desk.press(printEn.cards.yes);
  await desk.page.getByRole('link', { name: printEn.page.kinds.ballots }).click();
  await desk.text(printEn.ballots.title);
  await desk.look('print-ballots');

  // The meeting opens; a phone knocks, and a greeter lets it in.
  const api = new Desk(hall.url, sid, hall.hostKey);
  const helper = await Screen.open(browser, 'greeter', PHONE);
  await helper.goto(`${hall.url}/help/${sid}#${await api.link('helper')}`);
  const console = await Screen.open(browser, 'set-console', CONSOLE);
  await console.goto(`${hall.url}/run/${sid}#${await api.link('facilitator')}`);
  await console.heading(run.draftTitle);
  await console.rule(run.openJoining);
  await helper.press(helperEn.door);
  await helper.text(helperEn.nobody);
  const phone = await Screen.open(browser, 'knocking', PHONE);
  await phone.goto(String((await api.ask('GET', '/set-up')).json.joinUrl).replace(/^https?:\/\/[^/]+/, hall.url));
  await phone.press(phoneEn.welcome.go);
  await phone.heading(phoneEn.door.title(1));
  await phone.look('door');
  await helper.text(helperEn.number(1));
  await helper.look('door');
  await console.look('door');
  await helper.press(helperEn.turnAwayNumber(1));
  await phone.text(phoneEn.door.turnedAway);
  await phone.look('turned-away');
  await phone.press(phoneEn.welcome.go);
  await phone.heading(phoneEn.door.title(2));
  await console.press(run.turnAwaySome);
  await console.lookOnce('door-refusing');
  await console.press(run.turnAwayDone);
  await helper.press(helperEn.letInAll(1));
  await phone.heading(phoneEn.wait.title);
  await phone.look('waiting');
  await desk.goto(`${hall.url}/set-up/${sid}`);
  await desk.text(host.tasks.mendable);
  await desk.look('open-tasks');
  await task(desk, 'voters');
  expect(await desk.page.getByRole('radio').first().isDisabled()).toBe(true);
  await desk.look('open-voters');
  await desk.page.goBack();
  await task(desk, 'money');
  await desk.page.getByLabel(host.money.amount, { exact: true }).fill('13,000');
  await save(desk);
  expect((await setUpOf(hall, sid)).potMinor).toBe(1_300_000);
});

function task({ page }: Screen, name: keyof typeof host.tasks.names): Promise<void> {
  return page.getByRole('link', { name: host.tasks.names[name], exact: true }).click();
}

async function save(screen: Screen): Promise<void> {
  await screen.press(host.common.save);
  await screen.text(host.tasks.notices.saved);
}

async function type(page: Page, legend: string, cy: string, en: string): Promise<void> {
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel(host.common.welsh, { exact: true }).fill(cy);
  await group.getByLabel(host.common.english, { exact: true }).fill(en);
}

async function setUpOf(hall: Hall, sid: string) {
  return (await new Desk(hall.url, sid, hall.hostKey).setUp()).setUp;
}

/** How many sheets of paper come out of the printer. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

import { hallEn } from '@cyfran/shared/i18n/hall.en.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { recordEn } from '@cyfran/shared/i18n/record.en.ts';
import { Robot } from '@cyfran/server/robots/robot.ts';
import { decidingRound } from '@cyfran/shared/activities/templates.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { callApi, Desk } from '../support/desk.ts';
import { Hall } from '../support/hall.ts';
import { CONSOLE, PHONE, Screen, STAGE } from '../support/screen.ts';

const { host, run, stage } = hallEn;
const ROBOTS = 30;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('[S17] one person rehearses a full hall: robots come, vote and see the result, a phone joins them, and all of it is cleared', async () => {
  const hall = await Hall.open();
  const { made } = await hall.meeting({ agenda: [decidingRound({ reveal: 'live' })] });
  const desk = await Screen.open(browser, 'rehearsal-desk', CONSOLE);
  await desk.goto(`${hall.url}/host#${hall.hostKey}`);
  await desk.heading(host.list.title);
  await desk.page.getByRole('link', { name: host.list.goOn }).click();
  await desk.page.getByRole('link', { name: host.tasks.names.rehearse, exact: true }).click();
  await desk.heading(host.rehearse.title);
  const number = desk.page.getByLabel(host.rehearse.robots);
  await number.fill('4');
  await desk.press(host.rehearse.robotsNot);
  await desk.text(host.rehearse.robotsWrong);
  await desk.look('wrong');
  await number.fill(String(ROBOTS));
  await desk.page.getByLabel(host.rehearse.paces.hurry.label).check();
  await desk.press(host.rehearse.robotsGo(ROBOTS));
  await desk.page.waitForURL(/\/run\//);
  await desk.text(run.rehearsal.title);
  await desk.look('draft');
  const sid = /run\/([^/?#]+)/.exec(desk.page.url())![1]!;

  const wall = await Screen.open(browser, 'rehearsal-wall', STAGE);
  await wall.goto(`${hall.url}/stage/${sid}#${await new Desk(hall.url, sid, hall.hostKey).link('stage')}`);
  await wall.text(stage.rehearsal);
  await wall.lookOnce('join');
  await desk.rule(run.openJoining);
  const code = (await wall.page.locator('.code').first().innerText()).replaceAll(/\s/g, '');
  const phone = await Screen.open(browser, 'rehearsal-phone', PHONE);
  await phone.goto(`${hall.url}/s/${code}`);
  await phone.text(phoneEn.welcome.rehearsal);
  await phone.look('welcome');
  await phone.press(phoneEn.welcome.go);
  // What the facilitator's screens are told, from a further screen of theirs.
  const told = await Robot.connect(hall.url, {
    sid,
    secret: await new Desk(hall.url, sid, hall.hostKey).link('facilitator'),
  });
  onTestFinished(() => {
    told.close();
  });
  await told.until(({ people }) => people?.joined === ROBOTS + 1);
  await desk.rule(run.startVote);
  await told.until(({ turnout }) => (turnout?.sent ?? 0) > ROBOTS / 2);
  await wall.lookOnce('voting');
  await desk.look('voting');
  await desk.rule(run.lastCall60);
  await desk.hold(run.closeNow);
  await desk.hold(run.show);
  await phone.heading(phoneEn.outcome.title);
  await phone.look('outcome');
  await wall.text(stage.results);
  await wall.lookOnce('outcome');

  const record = await Screen.open(browser, 'rehearsal-record', CONSOLE);
  await record.goto(`${hall.url}/r/${sid}`);
  await record.text(recordEn.banner.notMeant);
  await record.lookOnce('shown');
  const hand = await Screen.open(browser, 'rehearsal-hand', PHONE);
  await hand.goto(`${hall.url}/run/${sid}#${told.secret}`);
  await hand.text(run.rehearsal.title);
  await hand.look('console');

  const list = await Screen.open(browser, 'rehearsal-list', CONSOLE);
  await list.goto(`${hall.url}/host#${hall.hostKey}`);
  await list.text(host.list.rehearsal);
  await list.lookOnce('meetings');

  await desk.press(run.rehearsal.clear);
  await desk.text(run.rehearsal.clearHint);
  await desk.lookOnce('clear');
  await desk.press(run.rehearsal.clearGo);
  await desk.heading(host.rehearse.title);
  expect(desk.page.url()).toContain(made.sid);
  await phone.text(phoneEn.refusals['unknown-session']);
  await phone.lookOnce('cleared');
  await wall.lookOnce('cleared');
  const kept = await callApi(hall.url, hall.hostKey, 'GET', '/api/sessions');
  expect(await kept.json()).toMatchObject({ sessions: [{ sid: made.sid, state: 'draft' }] });
});

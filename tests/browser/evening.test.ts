import { Robot } from '@cyfran/server/robots/robot.ts';
import type { CreatedMeeting } from '@cyfran/server/meeting/create-meeting.ts';
import { simplestEvening } from '@cyfran/shared/activities/templates.ts';
import { hallEn } from '@cyfran/shared/i18n/hall.en.ts';
import { phoneCy } from '@cyfran/shared/i18n/phone.cy.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HALL_NAME, launchBrowser } from '../support/browser.ts';
import { ChildServer, dataFolder } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { evening, setUp } from '../support/evening.ts';
import { closedAt, readRecord, recountByHand } from '../support/ledger.ts';
import { CONSOLE, PHONE, Screen, STAGE } from '../support/screen.ts';
import { Signal } from '../support/signal.ts';

const { run } = hallEn;
const PROPOSALS = [
  ['Gardd gymunedol', 'Community garden', 6000],
  ['Meinciau ger yr afon', 'Benches by the river', 2400.5],
  ['Bws gyda’r nos', 'Evening bus', 9000],
  ['Wi-Fi yn y neuadd', 'Wi-Fi in the hall', 1500],
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a whole evening on plain http: two phones, three more people, a console on a phone, the big screen', async () => {
  const folder = dataFolder();
  const port = await freePort();
  let server = await ChildServer.start(folder, port, { CYFRAN_URL: `http://${HALL_NAME}:${String(port)}` });
  const hall = `http://${HALL_NAME}:${String(port)}`;

  const made = await openMeeting(server);
  const { sid } = made;
  const runLink = `${hall}/run/${sid}#${made.facilitator}`;
  const stageLink = `${hall}/stage/${sid}#${made.stage}`;

  // The facilitator's console is a phone.
  const facilitator = await Screen.open(browser, 'console', PHONE);
  const desktop = await Screen.open(browser, 'desktop', CONSOLE);
  const stage = await Screen.open(browser, 'stage', STAGE);
  await facilitator.goto(runLink);
  expect(await facilitator.page.evaluate('isSecureContext')).toBe(false);
  await stage.goto(stageLink);
  await facilitator.heading(run.draftTitle);
  await facilitator.look('draft');
  await stage.lookOnce('draft');

  // People come.
  const code = await stage.page
    .getByText(/^[A-Z2-9]{6}$/)
    .first()
    .innerText();
  const ann = await Screen.open(browser, 'phone', PHONE);
  await ann.goto(hall);
  await ann.look('join');
  await ann.page.getByLabel(phoneEn.join.code).fill('BBB-BB');
  await ann.press(phoneEn.join.go);
  await ann.text(phoneEn.join.unknown);
  await ann.look('join-unknown');
  await ann.page.getByLabel(phoneEn.join.code).fill(`${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`);
  await ann.press(phoneEn.join.go);
  await ann.heading(phoneEn.welcome.notYetTitle);
  await ann.look('not-yet');
  await facilitator.rule(run.openJoining);
  await ann.button(phoneEn.welcome.go).waitFor();
  await ann.look('welcome');
  await ann.press(phoneEn.welcome.go);
  await ann.heading(phoneEn.wait.title);

  const air = await Signal.to(port);
  const ben = await Screen.open(browser, 'ben', PHONE);
  await ben.goto(`http://${HALL_NAME}:${String(air.port)}/s/${code}`);
  await ben.speak('Cymraeg');
  await ben.press(phoneCy.welcome.go);
  await ben.heading(phoneCy.wait.title);
  const others = await Promise.all(
    [1, 2, 3].map(async () => {
      const robot = await Robot.connect(server.url, { code });
      await robot.send({ type: 'Join' });
      return robot;
    }),
  );
  await ann.text(phoneEn.wait.here(5));
  await ann.look('waiting');
  await facilitator.look('joining');
  await desktop.goto(runLink);
  await desktop.heading(run.joiningTitle);
  await desktop.look('joining');
  await stage.lookOnce('joining');

  // Practice.
  await facilitator.rule(run.startPractice);
  await ann.text(phoneEn.practice.banner);
  await ann.look('practice');
  await give(ann, 'Tea', 3);
  await send(ann);
  for (const robot of others) {
    await robot.until(({ now }) => now?.activity?.kind === 'allocation');
    await robot.cast([['coffee', 2]]);
  }
  await stage.lookOnce('practice');
  await facilitator.look('practice');
  await facilitator.rule(run.endPractice);
  await ann.heading(phoneEn.outcome.practiceTitle);
  await ann.look('practice-outcome');
  await stage.lookOnce('practice-outcome');
  await facilitator.look('practice-over');

  // Voting. A reload keeps the draft; a lost signal keeps the ballot, amber, and sends it once.
  await facilitator.rule(run.startVote);
  await ann.heading(phoneEn.ballot.title);
  await give(ann, 'Community garden', 4);
  await give(ann, 'Benches by the river', 3);
  await ann.look('allocate');
  await ann.page.reload();
  await ann.heading(phoneEn.ballot.title);
  expect(await ann.page.getByLabel(phoneEn.ballot.number('Community garden')).inputValue()).toBe('4');
  await ann.press(phoneEn.ballot.go);
  await ann.heading(phoneEn.check.title);
  await ann.look('check');
  await ann.press(phoneEn.check.send);
  await ann.heading(phoneEn.receipt.title);
  await ann.text(/^[0-9A-Z]{4}-[0-9A-Z]{4}(-[0-9A-Z]{4})?$/);
  await ann.look('receipt');

  await give(ben, 'Bws gyda’r nos', 4);
  await ben.press(phoneCy.ballot.go);
  air.cut();
  await ben.press(phoneCy.check.send);
  await ben.heading(phoneCy.sending.title);
  await ben.look('not-sent');
  air.restore();
  await ben.heading(phoneEn.receipt.title);
  await ben.speak('Cymraeg');

  for (const [index, robot] of others.entries()) {
    await robot.until(({ now }) => now?.current === 'a2');
    const ids = robot.view.meeting!.proposals.map(({ proposal }) => proposal);
    await robot.cast([
      [ids[index]!, 4],
      [ids[3]!, 2],
    ]);
  }
  await stage.text(hallEn.stage.fundedNow);
  await stage.lookOnce('live');
  await facilitator.look('live');
  await desktop.look('live');
  await ann.text(phoneEn.live.funded);
  await ann.look('live');

  // The server dies while a changed ballot is on its way, and comes back.
  await ann.press(phoneEn.receipt.change);
  await give(ann, 'Wi-Fi in the hall', 2);
  await ann.press(phoneEn.ballot.go);
  await ann.heading(phoneEn.check.title);
  await server.kill('SIGKILL');
  await ann.press(phoneEn.check.again);
  await ann.heading(phoneEn.sending.title);
  await stage.text(hallEn.stage.reconnecting);
  await stage.lookOnce('reconnecting');
  await facilitator.text(run.lost);
  await facilitator.look('lost');
  server = await ChildServer.start(folder, port, { CYFRAN_URL: hall });
  await ann.heading(phoneEn.receipt.title);

  // Last call; the facilitator changes their mind about nothing, closes, opens again is not possible once totals were seen.
  await facilitator.rule(run.lastCall60);
  await ann.text(phoneEn.lastCall.title);
  await ann.look('last-call');
  await stage.lookOnce('last-call');
  await facilitator.heading(run.lastCallTitle);
  await facilitator.look('last-call');
  await facilitator.hold(run.closeNow);
  await ann.heading(phoneEn.closed.title);
  await ann.look('closed');
  await stage.lookOnce('closed');
  await facilitator.page.getByRole('button', { name: run.showFirst }).waitFor();
  expect(await facilitator.page.getByRole('button', { name: run.reopen }).count()).toBe(0);
  await facilitator.look('closed');

  // The results, one proposal after the other, at the facilitator's pace; then everything.
  await facilitator.hold(run.showFirst);
  await ann.heading(phoneEn.outcome.showingTitle);
  await ann.look('showing');
  await stage.lookOnce('showing');
  await facilitator.look('showing');
  await facilitator.page.keyboard.press('PageDown');
  await stage.page.locator('.showing li').first().waitFor();
  await facilitator.hold(run.show);
  await ann.heading(phoneEn.outcome.title);
  // The receipt is there to be found, with what it is for.
  await ann.page.getByRole('heading', { name: phoneEn.receipt.yours }).waitFor();
  await ann.text(phoneEn.receipt.checked);
  await ann.text(phoneEn.receipt.use);
  await ann.look('outcome');
  await stage.lookOnce('outcome');
  await facilitator.look('shown');
  await desktop.look('shown');
  await facilitator.hold(run.endMeeting);
  await facilitator.heading(run.endedTitle);
  await facilitator.look('ended');
  await stage.lookOnce('ended');
  await ann.text(phoneEn.outcome.ended);
  await ann.look('ended');

  // Who comes now is told; and what is on the disk is what was on the screens.
  const late = await Screen.open(browser, 'late', PHONE);
  await late.goto(`${hall}/s/${code}`);
  await late.heading(phoneEn.welcome.endedTitle);
  await late.look('ended');
  for (const robot of others) robot.close();
  const record = readRecord(folder, sid);
  const cast = record.filter(({ ballot }) => ballot?.round === 'a2.1');
  expect(cast).toHaveLength(6);
  expect(new Set(cast.map(({ cmd }) => cmd)).size).toBe(6);
  expect(cast.every(({ version }) => version < closedAt(record, 'a2.1'))).toBe(true);
  const { people, totals } = recountByHand(record, 'a2.1');
  expect(people).toBe(5);
  const counted = record
    .flatMap(({ events }) => events)
    .find((event) => event.type === 'round.counted' && event.round === 'a2.1');
  const tally = (counted?.tally as [string, number, number][]).filter(([, tokens]) => tokens > 0);
  expect(new Map(tally.map(([proposal, tokens, supporters]) => [proposal, [tokens, supporters]]))).toEqual(totals);
});

/** A meeting in both languages, whose totals move while people vote. */
async function openMeeting(place: ChildServer): Promise<CreatedMeeting> {
  const proposals = PROPOSALS.map(([cy, en, pounds], index) => ({
    proposal: `p${String(index + 1)}`,
    name: { cy, en },
    costMinor: pounds * 100,
  }));
  const response = await setUp(
    place,
    evening({
      title: { cy: 'Cyllideb y pentref 2026', en: 'The village budget 2026' },
      purpose: { cy: 'Penderfynu sut i wario arian y gymuned.', en: 'To decide how the community’s money is spent.' },
      voters: { cy: 'Pawb sy’n byw neu’n gweithio yma', en: 'Everyone who lives or works here' },
      potMinor: 1_250_000,
      proposals,
      agenda: simplestEvening('live', 10, 4),
    }),
  );
  expect(response.status).toBe(201);
  return (await response.json()) as CreatedMeeting;
}

async function give({ page }: Screen, proposal: string, tokens: number): Promise<void> {
  const more = page.getByRole('button', { name: new RegExp(`: ${proposal}$`) }).last();
  for (let given = 0; given < tokens; given += 1) await more.click();
}

async function send(phone: Screen): Promise<void> {
  await phone.press(phoneEn.ballot.go);
  await phone.press(phoneEn.check.send);
  await phone.heading(phoneEn.receipt.title);
}

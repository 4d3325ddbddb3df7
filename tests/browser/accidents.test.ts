import type { CreatedMeeting } from '@cyfran/server/meeting/create-meeting.ts';
import { decidingRound } from '@cyfran/shared/activities/templates.ts';
import { hallEn } from '@cyfran/shared/i18n/hall.en.ts';
import { helperEn } from '@cyfran/shared/i18n/helper.en.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { recordEn } from '@cyfran/shared/i18n/record.en.ts';
import { tabletEn } from '@cyfran/shared/i18n/tablet.en.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HALL_NAME, launchBrowser } from '../support/browser.ts';
import { ChildServer, dataFolder } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import { Desk } from '../support/desk.ts';
import { evening, setUp } from '../support/evening.ts';
import { readRecord, recountByHand } from '../support/ledger.ts';
import { PHONE, Screen, STAGE, TABLET } from '../support/screen.ts';
import { Signal } from '../support/signal.ts';

const { run, stage: wall } = hallEn;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('an evening of accidents: cards, a tablet, paper, a vote started again, a lost card, a ballot too late, a dead server, a correction', async () => {
  const folder = dataFolder();
  const port = await freePort();
  const url = `http://${HALL_NAME}:${String(port)}`;
  let server = await ChildServer.start(folder, port, { CYFRAN_URL: url });
  const { sid, code, facilitator: secret, stage: stageSecret } = await openMeeting(server);
  const desk = new Desk(server.url, sid, secret);
  const [annsCard, bensCard, tabletCard, lastCard] = await desk.cards(4);
  const helperSecret = await desk.link('helper');
  const tabletSecret = await desk.link('tablet');

  // A facilitator with a phone, the big screen, a helper with papers, a tablet on a table.
  const console = await Screen.open(browser, 'acc-console', PHONE);
  const stage = await Screen.open(browser, 'acc-stage', STAGE);
  const helper = await Screen.open(browser, 'acc-helper', PHONE);
  const tablet = await Screen.open(browser, 'acc-tablet', TABLET);
  await console.goto(`${url}/run/${sid}#${secret}`);
  await stage.goto(`${url}/stage/${sid}#${stageSecret}`);
  await helper.goto(`${url}/help/${sid}#${helperSecret}`);
  await tablet.goto(`${url}/tablet/${sid}#${tabletSecret}`);
  await console.heading(run.draftTitle);
  await console.rule(run.openJoining);
  await stage.text(wall.needCard);
  await stage.lookOnce('joining');
  await console.look('joining');

  // A bench that costs more than was typed, before anybody votes; whom to ask is found at the very end.
  const mend = async (change: (setUp: SetUp) => Partial<SetUp>) => {
    const { seen, setUp } = await desk.setUp();
    const answer = await desk.ask('PUT', '/set-up', { seen, setUp: { ...setUp, ...change(setUp) } });
    expect(answer.status).toBe(200);
  };
  await mend(({ proposals }) => ({
    voters: { cy: 'Pawb o’r pentref', en: 'Everybody in the village' },
    proposals: proposals.map((one) => (one.proposal === 'garden' ? { ...one, costMinor: one.costMinor + 100 } : one)),
  }));
  await helper.text(helperEn.noRound);
  await helper.look('waiting');

  // Ann scans her card; Ben types his, after a slip.
  const ann = await Screen.open(browser, 'acc-ann', PHONE);
  await ann.goto(`${url}/s/${code}#${annsCard!.code}`);
  await ann.text(phoneEn.card.known);
  expect(ann.page.url(), 'the card is out of the address').not.toContain(annsCard!.code);
  await ann.press(phoneEn.welcome.go);
  await ann.heading(phoneEn.wait.title);
  const air = await Signal.to(port);
  const ben = await Screen.open(browser, 'acc-ben', PHONE);
  await ben.goto(`http://${HALL_NAME}:${String(air.port)}/s/${code}`);
  await ben.text(phoneEn.card.needed);
  await ben.look('card-needed');
  await useCard(ben, 'BBBB-BBBB');
  await ben.text(phoneEn.card.unknown);
  await ben.look('card-unknown');
  await useCard(ben, spoken(bensCard!.code));
  await ben.press(phoneEn.welcome.go);
  await ben.heading(phoneEn.wait.title);

  // How we will decide; Ann has a question.
  await console.rule(run.startHow);
  await ann.heading(phoneEn.how.title);
  await ann.press(phoneEn.how.ask);
  await console.text(/^1$/);
  await ann.look('how');
  await stage.lookOnce('how');
  await console.look('how');
  await console.press(run.answered);
  await ann.text(phoneEn.how.answered);

  // A vote that must be started again: nothing that was chosen is lost.
  await console.rule(run.startVote);
  await ann.heading(phoneEn.ballot.title);
  await give(ann, 'A bridge', 4);
  await send(ann);
  await unfold(console, run.mends);
  await ask(console, run.voidRound);
  await console.page.getByLabel(run.reasonEnglish).fill('The cost of the roof was wrong');
  await console.lookOnce('void');
  await console.hold(run.voidRound, console.page.getByRole('dialog'));
  await ann.text(phoneEn.notice.restarted);
  await ann.text('The cost of the roof was wrong');
  await ann.look('restarted');
  await stage.text('The cost of the roof was wrong');
  await stage.lookOnce('restarted');
  expect(await ann.page.getByLabel(phoneEn.ballot.number('A bridge')).inputValue()).toBe('4');
  await give(ann, 'A garden', 3);
  await send(ann);

  // Ann loses her card and her phone: a new card, another phone, the same ballot.
  const replaced = await desk.replace(annsCard!.number);
  const found = await Screen.open(browser, 'acc-found', PHONE);
  await found.goto(`${url}/s/${code}#${replaced.code}`);
  await found.heading(phoneEn.receipt.title);
  await found.text('A bridge');
  await ann.page.reload();
  await ann.text(phoneEn.card.unknown);
  await ann.text(phoneEn.card.needed);
  await ann.look('turned-away');

  // Somebody without a phone, at the tablet with a card.
  await tablet.lookOnce('free');
  await tablet.press('English');
  await tablet.heading(tabletEn.arriveTitle);
  await tablet.lookOnce('card');
  await useCard(tablet, tabletCard!.code);
  await tablet.heading(phoneEn.ballot.title);
  await give(tablet, 'A roof', 4);
  await tablet.lookOnce('ballot');
  await send(tablet);
  await tablet.text(tabletEn.sent);
  await tablet.lookOnce('done');
  await tablet.press(tabletEn.next);
  await tablet.text(tabletEn.begin);
  expect(await tablet.page.evaluate('JSON.stringify(localStorage)')).not.toContain(tabletCard!.code);

  // A paper without a card.
  await helper.text(helperEn.serial);
  await key(helper, '1', [0, 2, 4]);
  await helper.text(helperEn.saved('0001'));
  await helper.look('paper');

  // Ben's signal goes as he sends, and comes back after the close.
  await ben.heading(phoneEn.ballot.title);
  await give(ben, 'A garden', 4);
  await ben.press(phoneEn.ballot.go);
  air.cut();
  await ben.press(phoneEn.check.send);
  await ben.heading(phoneEn.sending.title);
  await console.rule(run.lastCall60);
  await console.heading(run.lastCallTitle);
  await console.hold(run.closeNow);
  await console.heading(run.enteringTitle);
  await stage.text(wall.enteringMore);
  await stage.lookOnce('entering');
  air.restore();
  await ben.heading(phoneEn.missed.title);
  await ben.text(phoneEn.missed.paper);
  await ben.look('missed');

  // The server dies while papers are entered, and comes back where it was.
  await server.kill('SIGKILL');
  await console.text(run.lost);
  server = await ChildServer.start(folder, port, { CYFRAN_URL: url });
  await console.heading(run.enteringTitle);

  // The helper keys in what Ben's phone shows, with his card; sets one paper aside; and the papers add up.
  await key(helper, '7', [0, 4, 0], spoken(bensCard!.code));
  await helper.text(helperEn.saved('0007'));
  await ben.heading(phoneEn.closed.title);
  await helper.press(helperEn.spoil);
  await helper.page.locator('#spoil-serial').fill('8');
  await helper.look('spoil');
  await helper.press(helperEn.spoilSave);
  await helper.text(helperEn.spoiled('0008'));
  await helper.page.getByLabel(helperEn.issued, { exact: true }).fill('5');
  await helper.page.getByLabel(helperEn.unused, { exact: true }).fill('2');
  await helper.press(helperEn.reconcile);
  await helper.text(helperEn.adds);
  await helper.look('adds-up');
  await console.look('entering');
  await console.hold(run.closePaper);

  // The results one by one; a paper was read wrongly; the corrected result.
  await console.hold(run.showFirst);
  await stage.lookOnce('showing');
  await console.hold(run.show);
  await console.heading(run.shownTitle);
  await ben.heading(phoneEn.outcome.title);
  await ben.text(phoneEn.outcome.mine);
  await unfold(console, run.mends);
  await ask(console, run.correct);
  await console.page.getByLabel(run.reasonEnglish).fill('Paper 1 was read wrongly');
  await console.press(run.correctGo);
  await console.heading(run.correctingTitle);
  await stage.text(wall.correcting);
  await stage.lookOnce('correcting');
  await key(helper, '1', [4, 0, 0]);
  await helper.text(helperEn.known('0001'));
  await helper.press(helperEn.save);
  await helper.text(helperEn.saved('0001'));
  await console.hold(run.closePaper);
  await console.heading(run.correctedTitle);
  await console.hold(run.showCorrected);
  await stage.text('Paper 1 was read wrongly');
  await stage.lookOnce('corrected');
  await found.heading(phoneEn.outcome.title);
  await found.text(phoneEn.outcome.corrected(2));
  await found.look('corrected');

  // What was decided, in words; the end; the record that anyone can read.
  await unfold(console, run.decision);
  await console.press(run.decisionWrite);
  await console.page.locator('#statement-en').fill('We build the bridge, and talk about the roof in spring.');
  await console.press(run.decisionSave);
  await console.text(run.decisionKept);
  await console.look('decision');
  await console.hold(run.endMeeting);
  await console.heading(run.endedTitle);
  await console.look('ended');
  await stage.lookOnce('ended');
  await mend(() => ({ contact: { cy: 'Y clerc', en: 'The clerk' }, questionsUntil: '2027-01-31' }));
  await console.text(run.checkContact);
  const reader = await Screen.open(browser, 'acc-record', PHONE);
  await reader.goto(`${url}/r/${sid}`);
  await reader.text('We build the bridge, and talk about the roof in spring.');
  await reader.text('The cost of the roof was wrong');
  await reader.text('Paper 1 was read wrongly');
  await reader.text(recordEn.mendings.title);
  await reader.text(recordEn.mendings.fields(recordEn.mendings.names.voters));
  expect(await reader.page.getByText(recordEn.banner.provisional).count()).toBe(0);
  await reader.look('record');

  // What is on the disk is what was on the screens.
  const record = readRecord(folder, sid);
  const { people, totals } = recountByHand(record, 'a2.2');
  expect(people).toBe(4);
  const counts = record.flatMap(({ events }) => events).filter((event) => event.type === 'round.counted');
  expect(counts).toHaveLength(2);
  const tally = (counts[1]?.tally as [string, number, number][]).filter(([, tokens]) => tokens > 0);
  expect(new Map(tally.map(([proposal, ...support]) => [proposal, support]))).toEqual(totals);
  expect(totals).toEqual(
    new Map([
      ['bridge', [8, 2]],
      ['garden', [7, 2]],
      ['roof', [4, 1]],
    ]),
  );
  expect(lastCard, 'a card that nobody used changes nothing').toBeDefined();
});

/** Three proposals, cards, paper; the rules agreed on, then one deciding round. */
async function openMeeting(place: ChildServer): Promise<CreatedMeeting> {
  const agenda = [{ kind: 'how', minutes: 5 } as const, decidingRound()];
  const response = await setUp(place, evening({ agenda, admission: 'cards', paper: true }));
  expect(response.status).toBe(201);
  return (await response.json()) as CreatedMeeting;
}

/** Opens a part of the console that is folded, if it is. */
async function unfold({ page }: Screen, title: string): Promise<void> {
  const part = page.locator('details', { has: page.locator('summary', { hasText: title }) });
  if ((await part.getAttribute('open')) === null) await part.locator('summary').click();
}

/** Presses until the dialog stands there: a button takes no press in its first moment. */
async function ask(screen: Screen, label: string): Promise<void> {
  const dialog = screen.page.getByRole('dialog');
  await expect
    .poll(
      async () => {
        if (!(await dialog.isVisible())) await screen.press(label);
        return dialog.isVisible();
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}

/** As people read a card out. */
function spoken(card: string): string {
  return `${card.slice(0, 4).toLowerCase()} ${card.slice(4).toLowerCase()}`;
}

async function useCard(screen: Screen, card: string): Promise<void> {
  await screen.page.getByLabel(phoneEn.card.label).fill(card);
  await screen.press(phoneEn.card.go);
}

async function give({ page }: Screen, proposal: string, tokens: number): Promise<void> {
  const more = page.getByRole('button', { name: phoneEn.ballot.more(proposal), exact: true });
  for (let given = 0; given < tokens; given += 1) await more.click();
}

async function send(screen: Screen): Promise<void> {
  await screen.press(phoneEn.ballot.go);
  await screen.press(phoneEn.check.send);
  await screen.heading(phoneEn.receipt.title);
}

/** A paper by keyboard alone, in the order of the wall: bridge, garden and roof as they stand there. */
async function key(
  helper: Screen,
  serial: string,
  tokens: readonly [number, number, number],
  card = '',
): Promise<void> {
  const names = ['A bridge', 'A garden', 'A roof'];
  await helper.page.locator('#serial').fill(serial);
  for (const [index, name] of names.entries()) {
    await helper.page.getByLabel(helperEn.tokensOf(name)).fill(String(tokens[index]));
  }
  await helper.page.locator('#card').fill(card);
  await helper.page.locator('#card').press('Enter');
}

import type { Robot } from '@cyfran/server/robots/robot.ts';
import { decidingRound, firstRound, practiceRound } from '@cyfran/shared/activities/templates.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import { stageCy } from '@cyfran/shared/i18n/stage.cy.ts';
import { stageEn } from '@cyfran/shared/i18n/stage.en.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { rule, untilStage, type Changes, type Evening } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { Screen, STAGE } from '../support/screen.ts';
import { wallFaults, wallTexts } from '../support/wall.ts';

/** What the back of a hall reads, in hundredths of the picture's height. */
const SMALLEST = 4.3;
/** A projector of today, and an old one of 4:3. Sizes are parts of the height: one with fewer points shows the same. */
const WALLS = [STAGE, { width: 1024, height: 768 }];

const LONG_CY =
  'Llwybr diogel i gerddwyr a beicwyr o’r neuadd bentref heibio i’r ysgol gynradd at y cae chwarae newydd';
const LONG_EN =
  'A safe path for people on foot and on bicycles from the village hall past the school to the new playing field';
const TITLE = {
  cy: 'Cyllideb gymunedol Llanfair a’r Cylch: beth ddylem ni ei wneud â’r arian sydd gennym ar gyfer y pentref eleni?',
  en: 'Community budget of Llanfair and District: what should we do with the money that we have for the village this year?',
};
const QUESTION = {
  cy: 'Beth yw bywyd da i chi yma, beth sydd gennym ni yn barod, a beth hoffech chi ei weld yn wahanol ymhen pum mlynedd? Siaradwch â’r bobl wrth eich bwrdd, ac ysgrifennwch y tri pheth pwysicaf ar y papur, fel y gall pawb yn y neuadd eu clywed cyn yr egwyl ac ychwanegu atyn nhw.',
  en: 'What is a good life for you here, what do we have already, and what would you like to be different in five years? Talk with the people at your table, and write the three most important things on the paper, so that all in the hall can hear them before the break and add to them.',
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('before and between the votes', async () => {
  const wall = await Wall.open({
    agenda: [
      { kind: 'how', minutes: 10 },
      { kind: 'talk', minutes: 10 },
      { kind: 'break', minutes: 10 },
      decidingRound({ reveal: 'live', voice: 'equal-groups', decision: 'both-groups' }),
    ],
    title: TITLE,
    admission: 'cards',
    proposals: many(14),
  });
  await wall.look('join-soon', stageEn.opensSoon);
  await rule(wall.console, { type: 'OpenJoining' });
  await wall.look('join', stageEn.nobody);
  await wall.start('a1');
  await wall.look('how', stageEn.how);
  await wall.start('a2');
  await wall.look('talk', stageEn.timeLeft);
  await rule(wall.console, { type: 'SetTimer', activity: 'a2', seconds: 0 });
  await wall.look('talk-without-clock', stageEn.talk);
  await wall.start('a3');
  await wall.look('break', stageEn.backAt);
  await rule(wall.console, { type: 'EndMeeting' });
  await wall.look('ended', stageEn.ended);
});

test('a long question, and a hall full of people', async () => {
  const wall = await Wall.open({ title: TITLE, agenda: [{ kind: 'talk', minutes: 110 }] }, QUESTION);
  await rule(wall.console, { type: 'OpenJoining' });
  await wall.meeting.people(70);
  await wall.look('join-full', stageEn.here(70));
  await wall.start('a1');
  await wall.look('talk-question', QUESTION.en.slice(0, 40));
});

test('practice, a first round and a deciding one of 14 proposals without short names, from the first token to the decision', async () => {
  const wall = await Wall.open({
    agenda: [practiceRound(), firstRound(), decidingRound()],
    proposals: many(14),
    potMinor: 25_000_000,
  });
  await rule(wall.console, { type: 'OpenJoining' });
  const people = await wall.meeting.people(6);

  await wall.start('a1');
  await wall.look('practice', stageEn.practice);
  await wall.close('a1');
  await wall.results('a1');
  await wall.look('practice-results', stageEn.practiceResults);

  await wall.start('a2');
  await wall.vote('a2', people);
  await wall.look('first-round', stageEn.fundedNow);
  await wall.lastCall('a2');
  await wall.look('first-last-call', stageEn.lastCall);
  await rule(wall.console, { type: 'CloseNow', activity: 'a2', round: 'a2.1' });
  await wall.look('first-closed', stageEn.closed);
  await wall.results('a2');
  await wall.look('first-results', stageEn.firstResults);

  await wall.start('a3');
  await wall.vote('a3', people);
  await wall.look('deciding', stageEn.notPounds);
  await wall.lastCall('a3');
  await wall.look('last-call', stageEn.lastCall);
  await rule(wall.console, { type: 'CloseNow', activity: 'a3', round: 'a3.1' });
  await wall.look('closed', stageEn.resultsNext);
  await wall.counted();
  for (let step = 1; step <= 8; step += 1) {
    await rule(wall.console, { type: 'ShowNext', activity: 'a3', round: 'a3.1' });
    await wall.showsNext(step);
    if (step === 1 || step === 8) await wall.look(`showing-${String(step)}`, stageEn.showing);
  }
  await wall.results('a3');
  await wall.look('results', stageEn.results);
  expect(await wall.left(), 'all 14 stand there').toBeNull();
  await rule(wall.console, {
    type: 'WriteDecision',
    statement: {
      cy: `${QUESTION.cy} ${QUESTION.cy} ${QUESTION.cy}`,
      en: `${QUESTION.en} ${QUESTION.en} ${QUESTION.en}`,
    },
    actions: [],
    reason: null,
  });
  await rule(wall.console, { type: 'EndMeeting' });
  await wall.look('decided', stageEn.thanks);
});

test('14 proposals with short names: results of every shape, and the end without a written decision', async () => {
  for (const affordable of [0, 6, 13]) {
    const wall = await Wall.open({
      agenda: [decidingRound({ reveal: 'live' })],
      proposals: many(14, 'short'),
      potMinor: Math.max(1, affordable) * COST_MINOR - (affordable === 0 ? 1 : 0),
    });
    await rule(wall.console, { type: 'OpenJoining' });
    const people = await wall.meeting.people(6);
    await wall.start('a1');
    await wall.vote('a1', people);
    await wall.look(`short-live-${String(affordable)}`, stageEn.notPounds, stageEn.fundedNow);
    expect(await wall.left(), 'all 14 stand there').toBeNull();
    await wall.close('a1');
    await wall.results('a1');
    await wall.look(`short-results-${String(affordable)}`, stageEn.results);
    expect(await wall.left(), 'all 14 stand there').toBeNull();
    await rule(wall.console, { type: 'EndMeeting' });
    await wall.look(`short-done-${String(affordable)}`, stageEn.thanks);
  }
});

test('papers still being entered, a vote that is open again, and a server that is gone', async () => {
  const wall = await Wall.open({ agenda: [decidingRound()], proposals: many(14, 'short'), paper: true });
  await rule(wall.console, { type: 'OpenJoining' });
  const people = await wall.meeting.people(6);
  await wall.start('a1');
  await wall.vote('a1', people);
  await wall.lastCall('a1');
  await rule(wall.console, { type: 'CloseNow', activity: 'a1', round: 'a1.1' });
  await wall.look('entering', stageEn.enteringMore);
  await rule(wall.console, { type: 'Reopen', activity: 'a1', round: 'a1.1', reason: QUESTION });
  await wall.look('reopened', stageEn.reopened);
  await wall.hall.stop();
  await wall.look('reconnecting', stageEn.reconnecting);
});

test('votes that are weighed, and proposals that one side does not back yet', async () => {
  const wall = await Wall.open({
    agenda: [decidingRound({ voice: 'equal-groups', decision: 'both-groups' })],
    proposals: many(14, 'short'),
    potMinor: 8 * COST_MINOR,
    admission: 'let-in',
  });
  await rule(wall.console, { type: 'OpenJoining' });
  const people = await Promise.all(Array.from({ length: 12 }, () => wall.meeting.phone()));
  for (const person of people) expect(await person.send({ type: 'Join' })).toMatchObject({ ok: true });
  const seats = await wall.console.until(({ waiting }) => waiting?.seats.length === 12 && waiting.seats);
  await wall.console.send({ type: 'LetIn', seats: seats.map(({ seat }) => seat) });
  await wall.start('a1');
  await untilStage(people, 'a1.1', 'open');
  for (const [index, person] of people.entries()) {
    const lines = [1, 2, 3].map((nth) => [`p${String(index < 6 ? nth : nth + 3)}`, 3] as const);
    const ballot = person.ballot(lines, index < 6 ? 'citizens' : 'professionals');
    expect(await person.send(ballot)).toMatchObject({ ok: true });
  }
  await wall.close('a1');
  await wall.results('a1');
  await wall.look('weighed', stageEn.stillToTalk);
});

test('names in one language: more of them stand there, and their facts do not touch', async () => {
  const wall = await Wall.open({
    agenda: [decidingRound({ reveal: 'live' })],
    proposals: many(30, 'english'),
    potMinor: 4 * COST_MINOR,
  });
  await rule(wall.console, { type: 'OpenJoining' });
  const people = await wall.meeting.people(6);
  await wall.start('a1');
  await wall.vote('a1', people);
  await wall.look('english-live', stageEn.fundedNow);
  expect(await wall.left()).toBeLessThan(30 - 13);
  await wall.close('a1');
  await wall.results('a1');
  await wall.look('english-results', stageEn.results);
});

test.for([15, 200])('of %i proposals the first stand there, and how many more are on the phones', async (count) => {
  const wall = await Wall.open({
    agenda: [decidingRound(), decidingRound({ reveal: 'live' })],
    proposals: many(count),
    potMinor: 5 * COST_MINOR,
  });
  await rule(wall.console, { type: 'OpenJoining' });
  const people = await wall.meeting.people(6);
  await wall.start('a1');
  await wall.look(`of-${String(count)}`, stageEn.notPounds);
  expect(await wall.left()).toBe(count - 13);
  await wall.close('a1');
  await wall.results('a1');
  await wall.look(`of-${String(count)}-results`, stageEn.results);
  await wall.start('a2');
  await wall.vote('a2', people);
  await wall.look(`of-${String(count)}-live`, stageEn.fundedNow);
  expect(await wall.left()).toBe(count - 13);
});

const COST_MINOR = 1_250_000;

/** So many proposals: long names without a short one, names of 18 letters, or long names in English alone. */
function many(count: number, kind: 'long' | 'short' | 'english' = 'long'): SetUp['proposals'] {
  return Array.from({ length: count }, (_, index) => {
    const called = String(index + 1);
    return {
      proposal: `p${called}`,
      costMinor: COST_MINOR,
      name: { ...(kind === 'english' ? {} : { cy: `${called} ${LONG_CY}` }), en: `${called} ${LONG_EN}` },
      ...(kind !== 'short' ? {} : { short: { cy: 'Llwybrau diogel xx', en: 'Safe footpaths xxx' } }),
    };
  });
}

/** A meeting's wall, and the console that moves it. */
class Wall {
  readonly hall: Hall;
  readonly meeting: Evening;
  readonly console: Robot;
  readonly #screen: Screen;

  private constructor(hall: Hall, meeting: Evening, console: Robot, screen: Screen) {
    this.hall = hall;
    this.meeting = meeting;
    this.console = console;
    this.#screen = screen;
  }

  /** `question`: the host's own words for the first part. */
  static async open(changes: Changes, question?: SetUp['agenda'][number]['text']): Promise<Wall> {
    const hall = await Hall.open({ environment: { CYFRAN_URL: 'https://cyfran.cyngor-llanfair.example' } });
    const meeting = await hall.meeting(changes);
    const console = await meeting.console();
    if (question !== undefined) {
      const { agenda } = await console.until(({ meeting: shown }) => shown);
      const items = agenda.map((item, index) => (index === 0 ? { ...item, text: question } : item));
      await rule(console, { type: 'SetAgenda', items });
    }
    const screen = await Screen.open(browser, 'wall', STAGE);
    await screen.goto(`${hall.url}/stage/${meeting.made.sid}#${meeting.made.stage}`);
    return new Wall(hall, meeting, console, screen);
  }

  async start(activity: string): Promise<void> {
    await rule(this.console, { type: 'StartActivity', activity });
  }

  async lastCall(activity: string): Promise<void> {
    await rule(this.console, { type: 'LastCall', activity, round: `${activity}.1`, seconds: 600 });
  }

  async close(activity: string): Promise<void> {
    await this.lastCall(activity);
    await rule(this.console, { type: 'CloseNow', activity, round: `${activity}.1` });
  }

  /** All of the results at once; of a live round they stand there when it closes. */
  async results(activity: string): Promise<void> {
    if (
      (await this.console.until(
        ({ ready, outcome }) => outcome?.complete === true || (ready?.counted === true && 'hidden'),
      )) === true
    )
      return;
    await rule(this.console, { type: 'Show', activity, round: `${activity}.1` });
  }

  async counted(): Promise<void> {
    await this.console.until(({ ready }) => ready?.counted);
  }

  /** The last two proposals get nothing. */
  async vote(activity: string, people: readonly Robot[]): Promise<void> {
    await untilStage(people, `${activity}.1`, 'open');
    for (const [index, person] of people.entries()) {
      const lines = [1, 2, 3].map((nth) => [`p${String(((3 * index + nth) % 12) + 1)}`, 4 - nth] as const);
      expect(await person.cast(lines)).toMatchObject({ ok: true });
    }
  }

  /** Waits until the wall has the proposal that was shown at this step, from 1. */
  async showsNext(step: number): Promise<void> {
    const proposal = await this.console.until(({ outcome }) => outcome?.funded[step - 1]);
    const name = this.#screen.page.locator('.latest [lang=en]');
    await name.filter({ hasText: new RegExp(`^${proposal.slice(1)} A safe`) }).waitFor();
  }

  /** Waits for one of these words, then reads the wall in every size: all of it must be read from the back of the hall. */
  async look(what: string, ...words: readonly string[]): Promise<void> {
    const { page } = this.#screen;
    const said = words.map((one) => page.getByText(one).first());
    await said
      .reduce((either, other) => either.or(other))
      .first()
      .waitFor();
    for (const size of WALLS) {
      await this.#resize(size);
      const name = `${what}-${String(size.width)}`;
      if (size === STAGE) await this.#screen.lookOnce(name);
      else await this.#screen.lookAgain(name);
      const texts = await wallTexts(page);
      expect(texts, name).not.toEqual([]);
      expect.soft(wallFaults(texts, SMALLEST), name).toEqual([]);
    }
    await this.#resize(STAGE);
  }

  /** What stands on the wall finds its size in the frames after the wall has changed its own: until nothing moves any more. */
  async #resize(size: { readonly width: number; readonly height: number }): Promise<void> {
    const { page } = this.#screen;
    await page.setViewportSize(size);
    await page.evaluate(async ({ width, height }) => {
      await document.fonts.ready;
      const places = () =>
        [...document.querySelectorAll('main *')].map((one) => JSON.stringify(one.getBoundingClientRect())).join();
      let before = '';
      for (let still = 0; still < 4;) {
        await new Promise(requestAnimationFrame);
        const now = window.innerWidth === width && window.innerHeight === height ? places() : '';
        still = now !== '' && now === before ? still + 1 : 0;
        before = now;
      }
    }, size);
  }

  /** How many proposals the wall says are on the phones alone, in both languages alike; `null` where it has all. */
  async left(): Promise<number | null> {
    const counts = [stageCy, stageEn].map(async ({ more }) => {
      const [before, after] = more('#').split('#') as [string, string];
      const said = await this.#screen.page
        .locator('.more span[lang]')
        .filter({ hasText: before + after.trim() })
        .allTextContents();
      return said.length === 0 ? null : Number(said[0]!.replace(after, ''));
    });
    const [cy, en] = await Promise.all(counts);
    expect(cy).toEqual(en);
    return en ?? null;
  }
}

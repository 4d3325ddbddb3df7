import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Robot } from '@cyfran/server/robots/robot.ts';
import { partsCy } from '@cyfran/shared/i18n/parts.cy.ts';
import { partsEn, type PartNames } from '@cyfran/shared/i18n/parts.en.ts';
import { recordCy } from '@cyfran/shared/i18n/record.cy.ts';
import { recordEn } from '@cyfran/shared/i18n/record.en.ts';
import { parsePabulib } from '@cyfran/shared/pabulib/parse.ts';
import { decidingRound, firstRound } from '@cyfran/shared/activities/templates.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import { dataFolder } from '../support/child.ts';
import { cyfran } from '../support/command.ts';
import type { Evening } from '../support/evening.ts';
import { begin, oneRound, PROPOSALS, rule, untilStage } from '../support/evening.ts';
import { Hall, noLimits } from '../support/hall.ts';
import { ask, type RawAnswer } from '../support/raw.ts';

const PARTS = { cy: partsCy, en: partsEn } as const;
const WORDS = { cy: recordCy, en: recordEn } as const;
type Language = keyof typeof WORDS;
const LANGUAGES = ['cy', 'en'] as const;

const TEXTS: Partial<SetUp> = {
  title: { cy: 'Ein pentref', en: 'Our village' },
  purpose: { cy: 'Rhannu pot bach', en: 'Share a small pot' },
  promise: { cy: 'Mae’r cyngor yn talu', en: 'The council pays' },
  voters: { cy: 'Pawb yma', en: 'Everyone here' },
  together: { cy: 'Y tenantiaid a’r cyngor', en: 'Tenants and council' },
  contact: { cy: 'Swyddfa’r pentref', en: 'The village office' },
  questionsUntil: '2026-12-24',
};
const ROUND = { activity: 'a1', round: 'a1.1' } as const;

describe('the record of a meeting', () => {
  test('says before it starts, while it is under way and after, that there is nothing to read yet, and holds no total', async () => {
    const hall = await Hall.open({ limiter: noLimits });
    const meeting = await hall.meeting({ ...TEXTS, agenda: [oneRound('live')] });
    const { sid } = meeting.made;
    await holds(hall, sid, ({ notYet }) => [notYet.draftTitle, notYet.draft]);
    const { console, phones } = await begin(meeting, 12);
    for (const phone of phones) expect(await phone.cast([['bridge', 3]])).toMatchObject({ ok: true });
    await console.until(({ tally }) => tally);
    const pages = await holds(hall, sid, ({ notYet }) => [notYet.openTitle, notYet.open]);
    for (const page of pages) expect(textOf(page)).not.toMatch(/\b(12|36)\b/);
    for (const file of ['results.csv', 'record.json', 'session.pb']) {
      const { status, headers, body } = await ask(hall.url, `/r/${sid}/${file}`);
      expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
      expect(body).toBe(`${recordCy.notYet.download}\n${recordEn.notYet.download}\n`);
    }
    await rule(console, { type: 'LastCall', ...ROUND, seconds: 600 });
    await rule(console, { type: 'CloseNow', ...ROUND });
    await console.until(({ ready }) => ready?.counted);
    await rule(console, { type: 'EndMeeting' });
    for (const page of await holds(hall, sid, ({ rounds }, { deciding }) => [deciding, rounds.notShown]))
      expect(textOf(page)).not.toMatch(/\b36\b/);
  });

  test('says in both languages what was decided and why, who took part, whom to ask, and what it proves', async () => {
    const { hall, meeting, console } = await shownMeeting();
    const { sid } = meeting.made;
    const provisional = await holds(hall, sid, ({ banner, money, results, why, people }) => [
      ...[banner.provisional, banner.noDecision, money.left, results.funded, results.notFunded],
      ...[why.title, why.noTie, why.equal, people.tooFew],
    ]);
    for (const page of provisional) expect(page.headers['cache-control']).toBe('no-store');
    await decide(console, { cy: 'Y bont', en: 'The bridge' }, null);
    await rule(console, { type: 'EndMeeting' });
    const pages = await holds(hall, sid, ({ decision, about, proved, downloads, lacked }) => [
      ...[decision.title, decision.actions, about.contact, about.together, proved.banner, proved.list, downloads.title],
      lacked.tokens,
    ]);
    for (const [at, language] of LANGUAGES.entries()) {
      const text = textOf(pages[at]!);
      for (const { [language]: said } of Object.values(TEXTS).filter((one) => isText(one)))
        expect(text).toContain(said);
      expect(text).toContain(language === 'cy' ? '24 Rhagfyr 2026' : '24 December 2026');
      expect(text).toContain(language === 'cy' ? 'Y bont' : 'The bridge');
      expect(text).toMatch(language === 'cy' ? /Cyngor Pwy|Pwy: Y cyngor/ : /Who: The council/);
      expect(text).not.toContain(WORDS[language].banner.provisional);
      expect(pages[at]!.headers['cache-control']).toBe('no-cache');
    }
    expect(textOf(pages[1]!)).toMatch(/A bridge £400 36 12/);
    // One paper among twelve phones: its number by door is not shown, and not by the papers either.
    expect(textOf(pages[1]!)).not.toMatch(/Entered 1|Set aside 1/);
  });

  test('[X5] gives a pack that checks itself, whoever asks at once, as soon as the meeting has ended', async () => {
    const { hall, meeting, console } = await shownMeeting();
    const url = `${hall.url}/r/${meeting.made.sid}/pack.zip`;
    expect((await fetch(url)).status).toBe(404);
    await decide(console, { cy: 'Y bont', en: 'The bridge' }, null);
    await rule(console, { type: 'EndMeeting' });
    const packs = await Promise.all([1, 2].map(async () => Buffer.from(await (await fetch(url)).arrayBuffer())));
    expect(packs[0]!.equals(packs[1]!)).toBe(true);
    const file = join(dataFolder(), 'pack.zip');
    writeFileSync(file, packs[0]!);
    expect(await cyfran(['verify', file], {})).toMatchObject({ code: 0 });
  });

  test('keeps what was changed later, each with its reason, and is provisional while a paper is corrected', async () => {
    const { hall, meeting, console, helper } = await shownMeeting();
    const { sid } = meeting.made;
    await decide(console, { en: 'The bridge, at once' }, null);
    await decide(console, { en: 'The bridge, in spring' }, { en: 'The river is too high' });
    await rule(console, { type: 'Correct', ...ROUND, reason: { en: 'A paper lay under a chair' } });
    await holds(hall, sid, ({ banner }) => [banner.provisional, banner.correcting]);
    expect(
      await helper.send({ type: 'EnterPaper', ...ROUND, serial: 8, card: null, alloc: [['garden', 4]], salt: SALT }),
    ).toMatchObject({ ok: true });
    await rule(console, { type: 'CloseNow', ...ROUND });
    await console.until(({ ready }) => ready?.counted);
    await rule(console, { type: 'Show', ...ROUND });
    const [, page] = await holds(hall, sid, ({ banner, versions }) => [
      ...[banner.corrected(2), versions.title, versions.result(1), versions.decision(1)],
    ]);
    const text = textOf(page!);
    for (const said of [
      'A paper lay under a chair',
      'The river is too high',
      'The bridge, at once',
      'The bridge, in spring',
    ]) {
      expect(text).toContain(said);
    }
  });

  test('tells of first rounds and of those that were started again, with the reason', async () => {
    const hall = await Hall.open({ limiter: noLimits });
    const meeting = await hall.meeting({ ...TEXTS, agenda: [firstRound({ reveal: 'on-show' }), decidingRound()] });
    const { console, phones } = await begin(meeting, 5);
    await rule(console, { type: 'VoidRound', ...ROUND, reason: { en: 'A cost was wrong' } });
    await untilStage(phones, 'a1.2', 'open');
    for (const phone of phones) expect(await phone.cast([['garden', 2]])).toMatchObject({ ok: true });
    await closeAndShow(console, 'a1', 'a1.2');
    const [, page] = await holds(hall, meeting.made.sid, ({ rounds, banner }, { first }) => [
      ...[banner.soFar, rounds.only, rounds.first(first), rounds.voidedTitle(first), rounds.ballots(5)],
    ]);
    expect(textOf(page!)).toContain('Reason: A cost was wrong');
    expect(textOf(page!)).toMatch(/A garden £300 10 5/);
  });

  test('holds no seat, no credential, no card and no key of anyone, on the page or in a file', async () => {
    const { hall, meeting, console, phones, cards } = await shownMeeting();
    await decide(console, { en: 'The bridge' }, null);
    const { sid, code, facilitator, stage } = meeting.made;
    const record = meeting.record();
    const inJournal = JSON.stringify(record.map(({ events, by, cmd }) => [events, by, cmd]));
    const people = [...inJournal.matchAll(/p-[a-z0-9]{16}/g)].map(([seat]) => seat);
    const credentials = record.flatMap(({ ballot }) => (ballot === null ? [] : [ballot.credential]));
    const commands = record.filter(({ ballot }) => ballot !== null).map(({ cmd }) => cmd.slice(0, 16));
    const secret = [...people, ...credentials, ...commands, ...phones.map((phone) => phone.secret), ...cards];
    expect(new Set(secret).size).toBeGreaterThan(40);
    const all = [`/r/${sid}`, ...['results.csv', 'record.json', 'session.pb'].map((file) => `/r/${sid}/${file}`)];
    for (const path of all) {
      const { status, body } = await ask(hall.url, path);
      expect(status).toBe(200);
      expect([...secret, facilitator, stage, hall.hostKey, code].filter((one) => body.includes(one))).toEqual([]);
    }
  });

  test('comes as files: a table, the whole, and a vote that anyone can count again', async () => {
    const { hall, meeting } = await shownMeeting();
    const file = (name: string) => ask(hall.url, `/r/${meeting.made.sid}/${name}`);
    const [csv, json, pb] = [await file('results.csv'), await file('record.json'), await file('session.pb')];
    for (const [answer, name, type] of [
      [csv, 'results.csv', 'text/csv'],
      [json, 'record.json', 'application/json'],
      [pb, 'session.pb', 'text/plain'],
    ] as const) {
      expect(answer).toMatchObject({
        status: 200,
        headers: {
          'content-type': `${type}; charset=utf-8`,
          'content-disposition': `attachment; filename="ein-pentref-${name}"`,
          'cache-control': 'no-store',
        },
      });
    }
    expect(csv.body.startsWith('\uFEFFRhif / Number,')).toBe(true);
    expect(csv.body).toContain(',bridge,Pont,A bridge,400.00,GBP,36,12,ie,yes,,\r\n');
    expect(JSON.parse(json.body)).toMatchObject({ format: 'cyfran-record', session: meeting.made.sid, joined: 12 });
    const { votes, projects, potMinor } = parsePabulib(pb.body);
    expect([votes.length, potMinor]).toEqual([13, 80_000]);
    let left = potMinor;
    const funded = projects.filter(({ costMinor, score }) => {
      if (costMinor > left || score === 0) return false;
      left -= costMinor;
      return true;
    });
    expect(funded.map(({ id }) => id)).toEqual(['bridge', 'garden']);
    expect(projects.filter(({ more }) => more.get('selected') === '1')).toEqual(funded);
    expect(await file('session-2.pb')).toMatchObject({ status: 404 });
    expect(await file('host.key')).toMatchObject({ status: 404 });
  });

  test('is the same document for someone with names that look like markup, and for two hundred proposals', async () => {
    const hall = await Hall.open({ limiter: noLimits });
    const proposals = Array.from({ length: 200 }, (_, at) => ({
      proposal: `p${String(at + 1)}`,
      name: { en: `<img src=x onerror=alert(${String(at)})> "&amp; ${String(at)}` },
      costMinor: 1000,
    }));
    const meeting = await hall.meeting({ proposals, agenda: [decidingRound()] });
    const { console, phones } = await begin(meeting, 1);
    expect(await phones[0]!.cast([['p7', 4]])).toMatchObject({ ok: true });
    await closeAndShow(console, 'a1', 'a1.1');
    const [, page] = await holds(hall, meeting.made.sid, ({ results }) => [results.funded]);
    expect(page!.body).not.toContain('<img');
    expect(page!.body.match(/&lt;img src=x/g)).toHaveLength(200);
  });

  test('is not there for a meeting that is not there: a page says so in the reader’s language', async () => {
    const { url } = await Hall.open();
    for (const sid of ['s-aaaaaaaaaaaaaaaa', 'nothing', 's-aaaaaaaaaaaaaaaa%20', 's-AAAAAAAAAAAAAAAA']) {
      for (const language of LANGUAGES) {
        const page = await read(url, `/r/${sid}`, language);
        expect(page.status).toBe(404);
        expect(textOf(page)).toContain(WORDS[language].missing.title);
        expect(textOf(page)).toContain(WORDS[language].missing.text);
      }
    }
    expect(await ask(url, '/r/s-aaaaaaaaaaaaaaaa/results.csv')).toMatchObject({
      status: 404,
      body: `${recordCy.missing.title}\n${recordEn.missing.title}\n`,
    });
  });
});

const SALT = 'AAAAAAAAAAAAAAAAAAAAAA';

interface Shown {
  readonly hall: Hall;
  readonly meeting: Evening;
  readonly console: Robot;
  readonly helper: Robot;
  readonly phones: readonly Robot[];
  /** The codes of cards that were printed. */
  readonly cards: readonly string[];
}

/** Twelve people gave the bridge three tokens each, one paper the garden one; one paper was set aside. It has been shown. */
async function shownMeeting(): Promise<Shown> {
  const hall = await Hall.open({ limiter: noLimits });
  const meeting = await hall.meeting({ ...TEXTS, proposals: PROPOSALS, paper: true, agenda: [decidingRound()] });
  const cards = (await meeting.desk.cards(3)).map(({ code }) => code);
  const helper = await meeting.linked('helper');
  const { console, phones } = await begin(meeting, 12);
  for (const phone of phones) expect(await phone.cast([['bridge', 3]])).toMatchObject({ ok: true });
  await rule(console, { type: 'LastCall', ...ROUND, seconds: 600 });
  await rule(console, { type: 'CloseNow', ...ROUND });
  const papers = [
    { type: 'EnterPaper', ...ROUND, serial: 1, card: null, alloc: [['garden', 1]], salt: SALT },
    { type: 'SpoilPaper', ...ROUND, serial: 2, why: 'too-many-tokens' },
    { type: 'ReconcilePaper', ...ROUND, issued: 5, unused: 3 },
  ] as const;
  for (const { ...paper } of papers) {
    const request =
      'alloc' in paper ? { ...paper, alloc: paper.alloc.map(([id, n]): [string, number] => [id, n]) } : paper;
    expect(await helper.send(request)).toMatchObject({ ok: true });
  }
  await rule(console, { type: 'CloseNow', ...ROUND });
  await console.until(({ ready }) => ready?.counted);
  await rule(console, { type: 'Show', ...ROUND });
  return { hall, meeting, console, helper, phones, cards };
}

async function closeAndShow(console: Robot, activity: string, round: string): Promise<void> {
  await rule(console, { type: 'LastCall', activity, round, seconds: 600 });
  await rule(console, { type: 'CloseNow', activity, round });
  await console.until(({ ready }) => ready?.counted);
  await rule(console, { type: 'Show', activity, round });
}

type Text = { readonly cy?: string; readonly en?: string };

async function decide(console: Robot, statement: Text, reason: Text | null): Promise<void> {
  const actions = [{ what: { en: 'Order stone' }, who: { cy: 'Y cyngor', en: 'The council' }, until: '2027-03-01' }];
  await rule(console, { type: 'WriteDecision', statement, actions, reason });
}

function isText(value: unknown): value is Record<Language, string> {
  return typeof value === 'object' && value !== null && 'cy' in value && 'en' in value;
}

/** The page in Welsh and in English: each ships no script and says all of these sentences. */
async function holds(
  hall: Hall,
  sid: string,
  sentences: (words: (typeof WORDS)[Language], parts: PartNames) => readonly string[],
): Promise<RawAnswer[]> {
  const pages = await Promise.all(LANGUAGES.map((language) => read(hall.url, `/r/${sid}`, language)));
  for (const [at, language] of LANGUAGES.entries()) {
    const page = pages[at]!;
    expect(page.status).toBe(200);
    expect(page.body).toContain(`<html lang="${language}">`);
    expect(page.body).not.toContain('<script');
    for (const sentence of sentences(WORDS[language], PARTS[language])) expect(textOf(page)).toContain(sentence);
  }
  return pages;
}

function read(url: string, path: string, language: Language): Promise<RawAnswer> {
  return ask(url, path, { headers: { cookie: `cyfran-lang=${language}` } });
}

/** What a reader reads: no markup, no styles, one space between words. */
function textOf({ body }: RawAnswer): string {
  const words = body.replace(/<(style|head)[\s>].*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' ');
  const letters = words
    .replace(/&lt;/g, '<')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  return letters.replace(/\s+/g, ' ').replace(/ ([.,:;)])/g, '$1');
}

import { readFileSync } from 'node:fs';
import { rehearse } from '@cyfran/server/cli/rehearsal.ts';
import { hallEn } from '@cyfran/shared/i18n/hall.en.ts';
import { phoneEn } from '@cyfran/shared/i18n/phone.en.ts';
import { parsePabulib } from '@cyfran/shared/pabulib/parse.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HALL_NAME, launchBrowser } from '../support/browser.ts';
import { Hall } from '../support/hall.ts';
import { referenceFile, VILLAGE } from '../support/reference.ts';
import { PHONE, Screen, STAGE } from '../support/screen.ts';

const ZURICH = 'Switzerland_Zurich_D10.pb';
const CAST_OVER_MS = 4000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('an invented village, watched from a phone and on the big screen', () => watched(VILLAGE, 'village'));

const zurich = referenceFile(ZURICH);
test.skipIf(zurich === null)(
  `Zürich D10, 24 proposals and 180 people, watched from a phone and on the big screen (needs the reference data: ${ZURICH})`,
  () => watched(zurich!, 'zurich'),
);

/** Robots cast the file's ballots while a phone that sent a blank one and the big screen watch: their numbers are the file's own. */
async function watched(path: string, name: string): Promise<void> {
  const election = parsePabulib(readFileSync(path, 'utf8'));
  const hall = await Hall.open();
  const address = hall.url.replace('127.0.0.1', HALL_NAME);
  const phone = await Screen.open(browser, `${name}-phone`, PHONE);
  const stage = await Screen.open(browser, `${name}-stage`, STAGE);
  let watching = Promise.resolve();
  const report = await rehearse(election, {
    url: hall.url,
    hostKey: hall.hostKey,
    castOverMs: CAST_OVER_MS,
    onOpen: async (meeting) => {
      await stage.goto(`${address}/stage/${meeting.sid}#${meeting.stage}`);
      await phone.goto(`${address}/s/${meeting.code}`);
      await phone.heading(phoneEn.welcome.notYetTitle);
      watching = (async () => {
        await phone.press(phoneEn.welcome.go);
        await phone.press(phoneEn.ballot.go);
        await phone.press(phoneEn.check.send);
        await phone.heading(phoneEn.receipt.title);
      })();
    },
    onCast: async () => {
      await watching;
      await stage.text(String(election.votes.length + 1));
      await stage.lookOnce('live');
      await phone.look('live');
      await phone.press(phoneEn.live.table);
      const cells = await phone.page
        .locator('table tbody tr')
        .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
      const shown = new Map(cells.map(([project = '', tokens]) => [project.replace(/^\d+\. /, ''), Number(tokens)]));
      expect(shown).toEqual(new Map(election.projects.map(({ name: project, score }) => [project, score])));
    },
    onShown: async () => {
      await phone.heading(phoneEn.outcome.title);
      await stage.text(hallEn.stage.results);
      await phone.look('outcome');
      await stage.lookOnce('outcome');
    },
  });
  expect(report.differences).toEqual([]);
}

import { countElection } from '@cyfran/shared/pabulib/counting.ts';
import { parsePabulib } from '@cyfran/shared/pabulib/parse.ts';
import type { Allocation } from '@cyfran/shared/ballots/ballot.ts';
import { recordCy } from '@cyfran/shared/i18n/record.cy.ts';
import { recordEn } from '@cyfran/shared/i18n/record.en.ts';
import { sharesEn } from '@cyfran/shared/i18n/shares.en.ts';
import { expect, test } from 'vitest';
import { begin, oneRound, rule } from '../support/evening.ts';
import { Hall, noLimits } from '../support/hall.ts';

const ROUND = { activity: 'a1', round: 'a1.1' } as const;
/** Seven want the roof and a little bridge, five the garden. */
const MANY: Allocation = [
  ['bridge', 1],
  ['roof', 4],
];
const FEW: Allocation = [['garden', 4]];
const PEOPLE = 12;

test('[O1] [O4] a meeting by equal shares: what would be funded now while people vote, the outcome with its story, and a count of its file', async () => {
  const hall = await Hall.open({ limiter: noLimits });
  const meeting = await hall.meeting({ agenda: [oneRound('live', { count: 'equal-shares' })] });
  const { console, phones } = await begin(meeting, PEOPLE);
  const stage = await meeting.stage();
  for (const [index, phone] of phones.entries()) {
    expect(await phone.cast(index < 7 ? MANY : FEW)).toMatchObject({ ok: true });
  }
  const marked = await stage.until(({ tally, turnout, now }) => {
    if (now?.activity?.kind !== 'allocation' || turnout?.sent !== PEOPLE) return null;
    const funded = now.activity.proposals.filter((_, place) => tally?.rows[place]?.[2] === true);
    return funded.length === 2 ? funded : null;
  });
  await rule(console, { type: 'LastCall', ...ROUND, seconds: 600 });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await console.until(({ ready }) => ready?.counted);
  await rule(console, { type: 'Show', ...ROUND });
  const outcome = await phones[0]!.until(({ outcome: shown }) => (shown?.complete === true ? shown : null));
  const { shares } = outcome;
  expect(outcome).toMatchObject({ rule: 'equal-shares', ballots: PEOPLE });
  expect(shares).toMatchObject({ stepMinor: 100 });
  expect(outcome.funded).toEqual([...shares!.bought.map(({ proposal }) => proposal), ...shares!.added]);
  expect([...marked].sort()).toEqual([...outcome.funded].sort());

  const { sid } = meeting.made;
  const json = (await (await fetch(`${hall.url}/r/${sid}/record.json`)).json()) as {
    parts: { rounds: { outcome: object }[] }[];
  };
  expect(json.parts[0]!.rounds[0]).toMatchObject({
    rules: { count: 'equal-shares', unitMinor: 100 },
    outcome: { rule: 'equal-shares', shares },
  });
  const election = parsePabulib(await (await fetch(`${hall.url}/r/${sid}/session.pb`)).text());
  const again = countElection(
    election,
    {
      ...{ rule: 'equal-shares', utility: 'additive', completion: 'add1', andGreedy: true },
      ...{ isCompared: false, stepMinor: shares!.stepMinor },
    },
    (a, b) => (a.proposal < b.proposal ? -1 : 1),
  );
  expect(again.funded.filter((proposal) => outcome.funded.includes(proposal))).toEqual(outcome.funded);

  for (const [language, words] of [
    ['cy', recordCy],
    ['en', recordEn],
  ] as const) {
    const page = await (await fetch(`${hall.url}/r/${sid}`, { headers: { cookie: `cyfran-lang=${language}` } })).text();
    expect(page).toContain(words.proved.ruleShares);
    if (language === 'en') expect(page).toContain(sharesEn.title);
  }
});

test('[O4] a server that ends while it counts owes the count when it comes back', async () => {
  const hall = await Hall.open({ limiter: noLimits });
  const meeting = await hall.meeting({ agenda: [oneRound('on-show', { count: 'equal-shares' })] });
  const { console, phones } = await begin(meeting, 3);
  for (const phone of phones) expect(await phone.cast(MANY)).toMatchObject({ ok: true });
  await rule(console, { type: 'LastCall', ...ROUND, seconds: 600 });
  await rule(console, { type: 'CloseNow', ...ROUND });
  await hall.stop();
  await hall.start();
  const later = await meeting.console();
  await later.until(({ ready }) => ready?.counted);
  const counted = meeting.record().flatMap(({ events }) => events.filter(({ type }) => type === 'round.counted'));
  expect(counted).toHaveLength(1);
  expect(counted[0]).toMatchObject({ ballots: 3, outcome: { rule: 'equal-shares' } });
});

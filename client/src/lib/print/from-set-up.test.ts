import type { AgendaItem, SetUp } from '@cyfran/shared/session/set-up.ts';
import { expect, test } from 'vitest';
import { printedMeeting, printedVotes } from './from-set-up.ts';

type Allocation = Extract<AgendaItem['plan'], { kind: 'allocation' }>;

const vote = (activity: string, changed: Partial<Allocation> = {}, skipped = false): AgendaItem => ({
  activity,
  plan: {
    kind: 'allocation',
    practice: false,
    deciding: true,
    reveal: 'on-show',
    sending: 'checked',
    tokens: 10,
    cap: 4,
    voice: 'one-person-one-ballot',
    decision: 'overall',
    minutes: 15,
    leftOf: null,
    ...changed,
  },
  text: {},
  skipped,
});

const SET_UP: SetUp = {
  title: { cy: 'Cyllideb Llanfair', en: 'Llanfair budget' },
  purpose: {},
  promise: {},
  voters: {},
  together: {},
  controller: {},
  contact: { en: 'Siân, 01234 567890' },
  mode: 'private',
  linkDays: 28,
  questionsUntil: null,
  day: null,
  bookedMinutes: null,
  currency: 'GBP',
  potMinor: 500_000,
  admission: 'cards',
  paper: true,
  oneLanguage: {},
  groupNames: { citizens: { en: 'Residents' }, professionals: {} },
  proposals: [
    { proposal: 'bus', costMinor: 240_050, name: { cy: 'Bws', en: 'Bus' }, outcome: { en: 'Home safely' } },
    { proposal: 'art', costMinor: 300_000, name: { cy: 'Celf', en: 'Art' } },
  ],
  agenda: [vote('a1', { practice: true, deciding: false }), vote('a2')],
};

test('the sheets say whom to ask, how people come in and whether paper counts', () => {
  const printed = printedMeeting({
    sid: 's-0123456789abcdef',
    code: 'K7QF2M',
    joinUrl: 'http://192.168.1.7:3000/s/K7QF2M',
    rehearsalOf: null,
    state: 'draft',
    changeable: [],
    seen: 4,
    setUp: SET_UP,
  });
  expect(printed).toEqual({
    title: SET_UP.title,
    code: 'K7QF2M',
    joinUrl: 'http://192.168.1.7:3000/s/K7QF2M',
    admission: 'cards',
    paper: true,
    contact: SET_UP.contact,
  });
});

test('proposals keep the order and the numbers of the wall', () => {
  const [printed] = printedVotes(SET_UP);
  expect(printed?.proposals).toEqual([
    { number: 1, name: { cy: 'Bws', en: 'Bus' }, outcome: { en: 'Home safely' }, cost: '£2,400.50' },
    { number: 2, name: { cy: 'Celf', en: 'Art' }, outcome: undefined, cost: '£3,000' },
  ]);
});

test('practice, what is skipped and what shares the money left are not on paper', () => {
  const agenda = [
    vote('a1', { practice: true }),
    { activity: 'a2', plan: { kind: 'break' as const, minutes: 10 }, text: {}, skipped: false },
    vote('a3', { deciding: false }),
    vote('a4'),
    vote('a5', {}, true),
    vote('a6', { leftOf: 'a4' }),
  ];
  const printed = printedVotes({ ...SET_UP, agenda });
  expect(printed.map(({ activity, deciding }) => [activity, deciding])).toEqual([
    ['a3', false],
    ['a4', true],
  ]);
});

test('a vote is called what its round is called, with the hosts’ own words where they wrote some', () => {
  const own = { cy: 'Ble rydym ni?' };
  const agenda = [{ ...vote('a2', { deciding: false }), text: own }, vote('a3'), vote('a4')];
  expect(printedVotes({ ...SET_UP, agenda }).map((printed) => [printed.name, printed.own])).toEqual([
    [{ cy: 'Rownd gyntaf', en: 'First round' }, own],
    [{ cy: 'Rownd benderfynu', en: 'Deciding round' }, null],
    [{ cy: 'Rownd benderfynu (2)', en: 'Deciding round (2)' }, null],
  ]);
});

test('the ballot asks for a group only where the rule reads it, in the hosts’ words', () => {
  const asked = (changed: Partial<Allocation>) =>
    printedVotes({ ...SET_UP, agenda: [vote('a2', changed)] }).map(({ groups }) => groups);
  expect(asked({})).toEqual([null]);
  expect(asked({ decision: 'both-groups' })).toEqual([SET_UP.groupNames]);
  expect(asked({ voice: 'equal-groups' })).toEqual([SET_UP.groupNames]);
});

test('a meeting without proposals has no ballots', () => {
  expect(printedVotes({ ...SET_UP, proposals: [] })).toEqual([]);
});

test('tokens are compared with pounds only where the money is counted in pounds', () => {
  expect(printedVotes(SET_UP)[0]?.inPounds).toBe(true);
  expect(printedVotes({ ...SET_UP, currency: 'EUR' })[0]?.inPounds).toBe(false);
});

import { SetUp } from '@cyfran/shared/session/set-up.ts';
import { hostCy } from '@cyfran/shared/i18n/host.cy.ts';
import { hostEn } from '@cyfran/shared/i18n/host.en.ts';
import { describe, expect, test } from 'vitest';
import type { Form } from '../form.ts';
import { fullSetUp } from '../testing.ts';
import { basicsForm } from './basics.ts';
import { moneyForm } from './money.ts';
import { oneLanguageForm } from './one-language.ts';
import { proposalForm } from './proposal.ts';
import { recordForm } from './record.ts';
import { roundForm, tokensForm, voiceForm } from './rules.ts';
import { showForm } from './show.ts';
import { togetherForm } from './together.ts';
import { votersForm } from './voters.ts';

// Each form has a draft of its own; here they are all alike.
const FORMS = [
  ['basics', basicsForm],
  ['voters', votersForm],
  ['together', togetherForm],
  ['money', moneyForm],
  ['a proposal', proposalForm('p2')],
  ['tokens', tokensForm],
  ['first round', roundForm('first')],
  ['deciding round', roundForm('deciding')],
  ['voice', voiceForm],
  ['run of show', showForm],
  ['the record', recordForm],
  ['languages', oneLanguageForm],
] as unknown as readonly (readonly [string, Form<Record<string, unknown>>])[];

function said(form: Form<Record<string, unknown>>, draft: object, setUp = fullSetUp()): [string, string][] {
  return form
    .problems(draft as Record<string, unknown>, setUp)
    .map(({ field, say }): [string, string] => [field, say(hostEn)]);
}

describe.for(FORMS)('the page of %s', ([, form]) => {
  const full = fullSetUp({
    bookedMinutes: 95,
    potMinor: 1_250_050,
    oneLanguage: { en: 'All read it' },
    groupNames: { citizens: { en: 'Residents' }, professionals: { cy: 'Staff' } },
    proposals: [
      { proposal: 'p1', costMinor: 0, name: {} },
      {
        proposal: 'p2',
        costMinor: 240_050,
        name: { en: 'Garden' },
        short: { cy: 'Gardd' },
        outcome: { en: 'Shade' },
        about: { en: 'Two\nlines' },
        by: { en: 'Ann' },
      },
    ],
  });

  test('changes nothing where nobody typed', () => {
    expect(form.write(full, form.read(full))).toEqual(full);
    expect(said(form, form.read(full), full)).toEqual([]);
  });

  test('can be saved empty: what is merely missing stops nobody', () => {
    const empty = SetUp.parse({
      ...fullSetUp(),
      title: {},
      purpose: {},
      promise: {},
      voters: {},
      together: {},
      contact: {},
      questionsUntil: null,
      day: null,
      bookedMinutes: null,
      potMinor: 0,
      proposals: [{ proposal: 'p2', costMinor: 0, name: {} }],
    });
    expect(said(form, form.read(empty), empty)).toEqual([]);
    expect(form.write(empty, form.read(empty))).toEqual(empty);
  });

  test.for([hostEn, hostCy])('tells each of its fields, so that two hosts can compare', (words) => {
    const draft = form.read(full);
    const told = form.tell(draft, words);
    expect(told.map(({ field }) => field).sort()).toEqual(Object.keys(draft).sort());
    expect(told.every(({ label }) => label !== '')).toBe(true);
  });
});

describe('what cannot be saved', () => {
  test('a text that is too long is named in its own language', () => {
    const title = { cy: 'x'.repeat(121), en: 'x'.repeat(120) };
    expect(said(FORMS[0]![1], { ...basicsForm.read(fullSetUp()), title })).toEqual([
      ['title-cy', 'What is the meeting called? – Welsh: use at most 120 characters'],
    ]);
  });

  test('an amount that could be two amounts, or none', () => {
    expect(said(FORMS[3]![1], { amount: '12.500', currency: 'GBP' })).toEqual([['amount', hostEn.errors.moneyUnclear]]);
    expect(said(FORMS[3]![1], { amount: '0', currency: 'GBP' })).toEqual([['amount', hostEn.errors.moneyTooSmall]]);
  });

  test('tokens that are none, and a cap above them', () => {
    expect(said(FORMS[5]![1], { tokens: '2.5', cap: '1' })).toEqual([['tokens', hostEn.errors.tokens]]);
    expect(said(FORMS[5]![1], { tokens: '3', cap: '4' })).toEqual([['cap', hostEn.errors.cap(3)]]);
  });

  test('a length of the meeting that is none', () => {
    const basics = basicsForm.read(fullSetUp());
    const wrong = [
      { hours: '1.5', minutes: '' },
      { hours: '25', minutes: '' },
      { hours: 'two', minutes: '' },
    ];
    for (const booked of wrong)
      expect(said(FORMS[0]![1], { ...basics, booked })).toEqual([['booked', hostEn.errors.booked]]);
    expect(said(FORMS[0]![1], { ...basics, booked: { hours: '', minutes: '90' } })).toEqual([]);
  });

  test('minutes of a part that are none, by the number of the part', () => {
    const { parts } = showForm.read(fullSetUp());
    parts[2]!.minutes = 'half';
    expect(said(FORMS[9]![1], { parts })).toEqual([['a3-minutes', hostEn.errors.minutes(3)]]);
  });

  test('a new proposal of which nothing is said', () => {
    const form = proposalForm(null) as unknown as Form<Record<string, unknown>>;
    expect(said(form, form.read(fullSetUp()))).toEqual([['name', hostEn.errors.blank]]);
  });
});

describe('what a host types', () => {
  test('from a word processor comes in as the server takes it', () => {
    const draft = basicsForm.read(fullSetUp());
    draft.title = { cy: ' Cw\u0302m\u00ADpas\u200B\tNewydd ', en: 'One\r\nTwo' };
    expect(basicsForm.write(fullSetUp(), draft).title).toEqual({ cy: 'Cŵmpas Newydd', en: 'One\nTwo' });
  });

  test('tokens hold in every round, in practice too', () => {
    const { agenda } = tokensForm.write(fullSetUp(), { tokens: '12', cap: '3' });
    const rounds = agenda.flatMap(({ plan }) => (plan.kind === 'allocation' ? [[plan.tokens, plan.cap]] : []));
    expect(rounds).toEqual([
      [12, 3],
      [12, 3],
      [12, 3],
    ]);
  });

  test('of the deciding round leaves the first round and practice as they are', () => {
    const { agenda } = roundForm('deciding').write(fullSetUp(), { reveal: 'live', sending: 'each-change' });
    const rounds = agenda.flatMap(({ plan }) =>
      plan.kind === 'allocation' ? [[plan.practice, plan.deciding, plan.reveal, plan.sending]] : [],
    );
    expect(rounds).toEqual([
      [true, false, 'live', 'checked'],
      [false, false, 'live', 'each-change'],
      [false, true, 'live', 'each-change'],
    ]);
  });

  test('in a new proposal is put last under an id of its own, for the server to draw its place', () => {
    const setUp = fullSetUp({ proposals: [{ proposal: 'p2', costMinor: 100, name: { en: 'Garden' } }] });
    const form = proposalForm(null);
    const draft = { ...form.read(setUp), name: { cy: '', en: 'Bus' }, cost: '£9,000' };
    expect(form.write(setUp, draft).proposals).toEqual([
      { proposal: 'p2', costMinor: 100, name: { en: 'Garden' } },
      { proposal: 'p3', costMinor: 900_000, name: { en: 'Bus' } },
    ]);
  });

  test('in a proposal takes away the texts that were emptied', () => {
    const setUp = fullSetUp({
      proposals: [{ proposal: 'p1', costMinor: 100, name: { en: 'Garden' }, by: { en: 'Ann' } }],
    });
    const form = proposalForm('p1');
    const draft = { ...form.read(setUp), by: { cy: '', en: ' ' } };
    expect(form.write(setUp, draft).proposals).toEqual([{ proposal: 'p1', costMinor: 100, name: { en: 'Garden' } }]);
  });
});

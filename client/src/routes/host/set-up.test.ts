import { hallEn } from '@cyfran/shared/i18n/hall.en.ts';
import { describe, expect, test } from 'vitest';
import { checkDraft, emptyDraft, emptyProposal, missingTexts, readDraft, type Draft } from './set-up.ts';

function filled(): Draft {
  return {
    ...emptyDraft(),
    title: { cy: 'Cyfarfod y pentref', en: 'Village meeting' },
    purpose: { cy: '', en: 'To share out the money' },
    voters: { cy: '', en: 'Everyone who lives here' },
    amount: '£12,500.50',
    proposals: [
      { key: 1, name: { cy: 'Gardd', en: 'Garden' }, cost: '2,400' },
      { key: 2, name: { cy: '', en: '' }, cost: '' },
      { key: 3, name: { cy: '', en: 'Benches' }, cost: '900' },
    ],
  };
}

function problems(draft: Draft): [field: string, sentence: string][] {
  const checked = checkDraft(draft);
  return 'problems' in checked
    ? checked.problems.map(({ field, say }): [string, string] => [field, say(hallEn.host.errors)])
    : [];
}

describe('setting up a meeting', () => {
  test('takes one language for each text, leaves out blank rows, and turns money into whole pence', () => {
    expect(checkDraft(filled())).toEqual({
      session: {
        title: { cy: 'Cyfarfod y pentref', en: 'Village meeting' },
        purpose: { en: 'To share out the money' },
        voters: { en: 'Everyone who lives here' },
        currency: 'GBP',
        potMinor: 1_250_050,
        proposals: [
          { proposal: 'p1', name: { cy: 'Gardd', en: 'Garden' }, costMinor: 240_000 },
          { proposal: 'p3', name: { en: 'Benches' }, costMinor: 90_000 },
        ],
        agenda: [
          { kind: 'allocation', practice: true, reveal: 'live', tokens: 10, cap: 4 },
          { kind: 'allocation', practice: false, reveal: 'on-show', tokens: 10, cap: 4 },
        ],
      },
    });
  });

  test('an empty form names every field that needs something, in the order of the page', () => {
    expect(problems(emptyDraft())).toEqual([
      ['title', 'Enter what the meeting is called'],
      ['purpose', 'Enter what the meeting is for'],
      ['voters', 'Enter who may vote'],
      ['amount', 'Enter the amount'],
      ['proposal-1', 'Enter at least one proposal'],
    ]);
  });

  test('a row that was begun needs its name and its cost', () => {
    const draft = filled();
    draft.proposals = [
      { key: 7, name: { cy: '', en: '' }, cost: '12,50' },
      { key: 9, name: { cy: 'Mainc', en: '' }, cost: '' },
    ];
    expect(problems(draft)).toEqual([
      ['proposal-7', 'Enter the name of proposal 1'],
      ['proposal-7-cost', 'Write the cost of proposal 1 like 2,400 or 2,400.50'],
      ['proposal-9-cost', 'Enter the cost of proposal 2'],
    ]);
  });

  test('a text that is too long is named in its own language', () => {
    const draft = { ...filled(), title: { cy: 'x'.repeat(121), en: 'x'.repeat(120) } };
    expect(problems(draft)).toEqual([['title-cy', 'Use at most 120 characters']]);
  });

  test('tokens are whole, and the cap is no more than the tokens', () => {
    expect(problems({ ...filled(), tokens: '0' })).toEqual([['tokens', hallEn.host.errors.tokens]]);
    expect(problems({ ...filled(), tokens: '2.5' })).toEqual([['tokens', hallEn.host.errors.tokens]]);
    expect(problems({ ...filled(), tokens: '3', cap: '4' })).toEqual([['cap', hallEn.host.errors.cap]]);
  });

  test('what a text brings along from a word processor is left out: the server would refuse it', () => {
    const title = { cy: ' Cw\u0302m\u00ADpas\u200B\tNewydd ', en: 'One\r\nTwo' };
    const checked = checkDraft({ ...filled(), title });
    expect('session' in checked && checked.session.title).toEqual({ cy: 'Cŵmpas Newydd', en: 'One\nTwo' });
  });
});

describe('a missing translation', () => {
  test('is told of, and stops nothing', () => {
    expect(missingTexts(filled())).toEqual({ texts: ['purpose', 'voters'], proposals: 1 });
    expect(problems(filled())).toEqual([]);
  });
});

describe('the draft on this device', () => {
  test('comes back as it was', () => {
    expect(readDraft(JSON.parse(JSON.stringify(filled())))).toEqual(filled());
  });

  test.for([null, 'nonsense', 4, { proposals: [] }])('starts empty from %s', (kept) => {
    expect(readDraft(kept)).toEqual(emptyDraft());
  });

  test('a new row never takes the key of another', () => {
    expect(emptyProposal(filled().proposals).key).toBe(4);
  });
});

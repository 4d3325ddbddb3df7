import { describe, expect, test } from 'vitest';
import { castBallot, endMeeting, startActivity, takeBackStart } from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import { counted, deciding, joined, newMeeting, pause, practice, shown } from '../testing/meetings.ts';
import { newPart, saveSetUp, setAgenda } from '../testing/planned.ts';
import { SCREENS, seen } from '../testing/views.ts';
import type { SetUp } from './set-up.ts';

const PLAN = { agenda: [practice(), deciding({ deciding: false }), pause, deciding()] };
const standing = newMeeting(PLAN);
const [bus, ...others] = standing.proposals;
const CONTACT = { contact: { en: 'The clerk' }, questionsUntil: '2027-01-31' };
const DEARER = { proposals: [{ ...bus!, costMinor: bus!.costMinor + 100 }, ...others] };
/** The set-up of this evening with something else in it. */
const saves = (changes: Partial<SetUp>) => saveSetUp({ ...standing, ...changes });

describe('the set-up of an open meeting', () => {
  test('[S3] can be mended before a vote: texts, money and proposals, which everybody sees at once and the record tells', () => {
    const live = given(joined(['ann'], PLAN));
    const voters = { en: 'Whoever lives here' };
    const shed = { proposal: 'shed', name: { en: 'A shed' }, costMinor: 700 };
    live
      .when(saves({ voters, potMinor: 9000, proposals: [...DEARER.proposals, shed] }))
      .records({ type: 'set-up.mended', potMinor: 9000 });
    expect(seen(live.session, SCREENS.room).meeting).toMatchObject({ voters, potMinor: 9000 });
    live.when(saves({ voters, potMinor: 9000, proposals: [{ ...bus!, name: { en: 'A minibus' } }, ...others] }));
    const { record } = seen(live.session, { role: 'public' });
    expect(record?.mendings).toMatchObject([
      {
        money: { from: standing.potMinor, to: 9000 },
        costs: [{ name: bus!.name, from: bus!.costMinor, to: bus!.costMinor + 100 }],
        added: [{ en: 'A shed' }],
        removed: [],
        reworded: [],
        fields: ['voters'],
      },
      {
        money: null,
        costs: [{ from: bus!.costMinor + 100, to: bus!.costMinor }],
        added: [],
        removed: [{ en: 'A shed' }],
        reworded: [{ en: 'A minibus' }],
        fields: [],
      },
    ]);
  });

  test('[S3] never changes in how people come in, nor in its run of show', () => {
    const live = given(joined([], PLAN));
    const fixed = { currency: 'EUR', admission: 'let-in', paper: true, agenda: newMeeting().agenda } as const;
    for (const [field, value] of Object.entries(fixed)) {
      live.when(saves({ [field]: value })).refuses('already-begun', { field });
    }
  });

  test('[S13] is refused where it would lack what no meeting can do without', () => {
    given(joined([], PLAN))
      .when(saves({ potMinor: 0 }))
      .refuses('not-ready', { what: 'money' });
    given(joined([], PLAN))
      .when(saves({ title: { en: ' ' } }))
      .refuses('bad-text', { field: 'title' });
  });

  test('[S3] stays as it is while a vote is on the screens, but for whom to ask; practice is no vote', () => {
    const practising = given(joined(['ann'], PLAN), startActivity('a1'));
    practising.when(saves(DEARER)).records({ type: 'set-up.mended' });
    const voting = given(joined(['ann'], PLAN), startActivity('a2'), castBallot('ann', { bus: 1 }));
    voting.when(saves(DEARER)).refuses('already-begun', { field: 'proposals' });
    voting.when(saves({ voters: { en: 'All' } })).refuses('already-begun', { field: 'voters' });
    voting.when(saves(CONTACT)).records({ type: 'set-up.mended', questionsUntil: '2027-01-31' });
  });

  test('[S3] [A1] can be mended between two votes: the next one has the new cost; what was voted on does not go', () => {
    const between = [joined(['ann'], PLAN), startActivity('a2'), ...shown, startActivity('a3')];
    given(...between)
      .when(saves({ proposals: others }))
      .refuses('already-begun', { field: 'proposals' });
    const mended = given(...between, saves(DEARER), startActivity('a4'));
    expect(mended.session.activities.get('a4')).toMatchObject({
      round: {
        costs: new Map([
          [bus!.proposal, bus!.costMinor + 100],
          ...others.map((one) => [one.proposal, one.costMinor] as const),
        ]),
      },
    });
    expect(mended.session.activities.get('a2')).toMatchObject({
      round: { costs: new Map(standing.proposals.map((one) => [one.proposal, one.costMinor])) },
    });
  });

  test('[S3] can be mended after a deciding vote that was not shown, for one that is put in anew, and after a start that was taken back', () => {
    const again = setAgenda((agenda) => [...agenda, newPart(pause), newPart(deciding())]);
    given(joined(['ann'], PLAN), startActivity('a4'), ...counted, again, startActivity('a5'))
      .when(saveSetUp({ ...standing, ...DEARER, agenda: given(joined(['ann'], PLAN), again).session.setUp.agenda }))
      .records({ type: 'set-up.mended' });
    given(joined(['ann'], PLAN), startActivity('a4'), takeBackStart())
      .when(saves(DEARER))
      .records({ type: 'set-up.mended' });
  });

  test('[S3] [S7] is fixed once a vote has decided, and after the end, but for whom to ask', () => {
    const decided = [joined(['ann'], PLAN), startActivity('a4'), ...shown];
    for (const over of [
      given(...decided, startActivity('a3')),
      given(...decided, endMeeting()),
      given(joined([], PLAN), endMeeting()),
    ]) {
      over.when(saves(DEARER)).refuses('already-begun', { field: 'proposals' });
      over.when(saves({ title: { en: 'Another' } })).refuses('already-begun', { field: 'title' });
      over.when(saves(CONTACT)).records({ type: 'set-up.mended' });
      expect(over.session.mendings).toMatchObject([{ fields: ['contact', 'questionsUntil'] }]);
    }
  });
});

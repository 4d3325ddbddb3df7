import { describe, expect, test } from 'vitest';
import { castBallot, closeNow, counts, openJoining, show, startActivity, takeBackStart } from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import {
  closed,
  deciding,
  how,
  joined,
  newMeeting,
  pause,
  practice,
  roundOpen,
  setUp,
  shown,
  talk,
} from '../testing/meetings.ts';
import { newPart, raiseQuestion, answerQuestions, saveSetUp, setAgenda, setTimer } from '../testing/planned.ts';
import { NOON } from '../testing/recorded-session.ts';
import { roundOf } from '../testing/rounds.ts';
import { SCREENS, seen } from '../testing/views.ts';
import type { AgendaItem } from './set-up.ts';

const TEXT = { cy: 'Beth sydd o bwys?', en: 'What matters?' };
const ids = (agenda: readonly AgendaItem[]) => agenda.map(({ activity }) => activity);

describe('the set-up of a draft', () => {
  test('[S2] is saved whole, again and again, and replaces the one before', () => {
    const draft = given(setUp({ agenda: [deciding(), pause] }));
    const next = newMeeting({ title: { en: 'Another' }, agenda: [how], potMinor: 5, proposals: [] });
    draft.when(saveSetUp(next)).records({ type: 'set-up.saved' });
    expect(draft.session.setUp).toStrictEqual(next);
    expect([...draft.session.activities.keys()]).toEqual(['a1']);
    expect(draft.session.activities.get('a1')?.kind).toBe('how');
  });

  test('[S2] is refused where a text cannot be read or an id stands twice, and the one before stays', () => {
    const { proposals } = newMeeting();
    given(setUp())
      .when(saveSetUp(newMeeting({ title: { en: ' ' } })))
      .refuses('bad-text', { field: 'title' });
    given(setUp())
      .when(saveSetUp(newMeeting({ proposals: [...proposals, ...proposals] })))
      .refuses('duplicate-proposal');
  });
});

describe('the run of show', () => {
  const evening = { agenda: [how, deciding(), pause, deciding()] };

  test('[S16] is changed whole while the meeting is under way: moved, skipped, put in and changed', () => {
    const live = given(joined(['ann'], evening), startActivity('a1'));
    const change = setAgenda(([first, second, third, fourth]) => [
      first!,
      { ...fourth!, text: TEXT },
      { ...third!, skipped: true },
      newPart({ kind: 'talk', minutes: 20 }, { text: TEXT }),
      { ...second!, plan: deciding({ tokens: 5 }) },
    ]);
    expect(live.when(change).answered.decision).toMatchObject({
      events: [
        {
          type: 'agenda.set',
          agenda: [
            { activity: 'a1', skipped: false },
            { activity: 'a4' },
            { activity: 'a3', skipped: true },
            { activity: 'a5', plan: { kind: 'talk', minutes: 20 } },
            { activity: 'a2', plan: { tokens: 5 } },
          ],
        },
      ],
      bodies: [{ texts: { 'item.a4': TEXT, 'item.a5': TEXT } }],
    });
    expect(seen(live.session, SCREENS.room).meeting?.agenda).toMatchObject([
      { activity: 'a1', text: {} },
      { activity: 'a4', text: TEXT },
      { activity: 'a3', skipped: true },
      { activity: 'a5', text: TEXT },
      { activity: 'a2', plan: { tokens: 5 } },
    ]);
    live.when(startActivity('a2')).records({ type: 'rules.frozen', tokens: 5 });
  });

  test('[S16] can be changed while a round is open, and leaves the round alone', () => {
    const voting = given(roundOpen(), castBallot('ann', { bus: 1 }));
    const before = structuredClone(roundOf(voting.session));
    voting.when(setAgenda((agenda) => agenda.toReversed())).records({ type: 'agenda.set' });
    expect(ids(voting.session.setUp.agenda)).toEqual(['a3', 'a2', 'a1']);
    expect(roundOf(voting.session)).toEqual(before);
  });

  test('[S16] keeps what has begun: neither dropped, nor skipped, nor with another plan; its words may change', () => {
    const live = given(joined(['ann'], evening), startActivity('a1'), startActivity('a2'), closed, startActivity('a3'));
    live.when(setAgenda((agenda) => agenda.slice(1))).refuses('already-begun');
    live.when(setAgenda((agenda) => agenda.with(0, { ...agenda[0]!, skipped: true }))).refuses('already-begun');
    live
      .when(setAgenda((agenda) => agenda.with(1, { ...agenda[1]!, plan: deciding({ cap: 1 }) })))
      .refuses('already-begun');
    live.when(setAgenda((agenda) => agenda.with(2, { ...agenda[2]!, plan: talk }))).refuses('already-begun');
    live.when(setAgenda((agenda) => agenda.map((item) => ({ ...item, text: TEXT })))).records({ type: 'agenda.set' });
  });

  test('[S16] takes a plan that says the same in another order for the same', () => {
    const live = given(joined(['ann'], evening), startActivity('a1'), startActivity('a2'));
    const turned = setAgenda((agenda) =>
      agenda.map((item) => ({
        ...item,
        plan: Object.fromEntries(Object.entries(item.plan).reverse()) as typeof item.plan,
      })),
    );
    live.when(turned).records({ type: 'agenda.set' });
  });

  test('[S16] uses no id twice, also not of a part that was dropped', () => {
    const live = given(joined(['ann'], evening));
    live.when(setAgenda((agenda) => agenda.slice(0, 2))).records({ type: 'agenda.set' });
    live.when(startActivity('a4')).refuses('unknown-activity');
    live.when(setAgenda((agenda) => [...agenda, newPart(talk), newPart(pause)])).records({ type: 'agenda.set' });
    expect(ids(live.session.setUp.agenda)).toEqual(['a1', 'a2', 'a5', 'a6']);
    live.when(setAgenda((agenda) => [...agenda, newPart(talk, { activity: 'a9' })])).refuses('unknown-activity');
    live.when(setAgenda((agenda) => [...agenda, agenda[0]!])).refuses('unknown-activity');
  });

  test('[S16] is undone by setting the list that was before, also where a part was dropped from it', () => {
    const live = given(joined(['ann'], evening), startActivity('a1'));
    const before = live.session.setUp.agenda;
    const changes: readonly ((agenda: readonly AgendaItem[]) => readonly AgendaItem[])[] = [
      (agenda) => agenda.slice(0, 2),
      (agenda) => agenda.toReversed(),
      (agenda) => agenda.with(3, { ...agenda[3]!, skipped: true }),
      (agenda) => agenda.with(3, { ...agenda[3]!, plan: talk, text: TEXT }),
    ];
    for (const change of changes) {
      live.when(setAgenda(change)).records({ type: 'agenda.set' });
      live.when(setAgenda(() => before)).records({ type: 'agenda.set' });
      expect(live.session.setUp.agenda).toStrictEqual(before);
    }
    live.when(startActivity('a4')).records({ type: 'round.opened', round: 'a4.1' });
  });

  test('[S16] refuses words that cannot be read, and rounds that could not be held', () => {
    const live = given(joined(['ann'], evening));
    live
      .when(setAgenda((agenda) => agenda.with(1, { ...agenda[1]!, text: { en: ' ' } })))
      .refuses('bad-text', { field: 'item.a2' });
    const put = (plan: AgendaItem['plan']) => setAgenda((agenda) => [...agenda, newPart(plan)]);
    live.when(put(deciding({ tokens: 2, cap: 3 }))).refuses('not-ready', { what: 'cap-above-tokens' });
    live.when(put(deciding({ voice: 'equal-groups' }))).refuses('not-ready', { what: 'groups-need-admission' });
    live.when(put(deciding({ leftOf: 'a1' }))).refuses('not-ready', { what: 'left-of-nothing' });
    live.when(put(deciding({ leftOf: 'a2' }))).records({ type: 'agenda.set' });
  });

  test('[S16] may skip all that is left, and what is skipped does not begin', () => {
    const live = given(joined(['ann'], evening), startActivity('a1'));
    live
      .when(setAgenda(([first, ...rest]) => [first!, ...rest.map((item) => ({ ...item, skipped: true }))]))
      .records({ type: 'agenda.set' });
    live.when(startActivity('a2')).refuses('unknown-activity');
    const empty = given(joined(['ann'], evening));
    empty
      .when(setAgenda((agenda) => agenda.map((item) => ({ ...item, skipped: true }))))
      .records({ type: 'agenda.set' });
  });
});

describe('taking back a start', () => {
  test('[S12] puts what was on before on again, as it was', () => {
    const live = given(
      joined(['ann'], { agenda: [{ kind: 'talk', minutes: 5 }, pause, deciding()] }),
      startActivity('a1'),
      setTimer(60),
      startActivity('a2'),
    );
    live.when(takeBackStart()).then([{ type: 'activity.taken-back', activity: 'a2' }]);
    expect(seen(live.session, SCREENS.room).now).toMatchObject({
      current: 'a1',
      started: ['a1'],
      activity: { kind: 'talk', endsAt: NOON + 60_000 },
    });
    live.when(takeBackStart()).records({ type: 'activity.taken-back', activity: 'a1' });
    expect(seen(live.session, SCREENS.room).now).toMatchObject({ current: null, started: [], activity: null });
    live.when(takeBackStart({ activity: 'a1' })).refuses('unknown-activity');
    live.when(startActivity('a1')).records({ type: 'activity.started', activity: 'a1' });
  });

  test('[S12] goes back to a round that was shown, and to all that can be done with it', () => {
    const live = given(roundOpen(), shown, startActivity('a2'));
    live.when(takeBackStart()).records({ type: 'activity.taken-back', activity: 'a2' });
    expect(seen(live.session, SCREENS.stage)).toMatchObject({ now: { current: 'a1' }, outcome: { complete: true } });
    live.when(startActivity('a3')).records({ type: 'round.opened', round: 'a3.1' });
  });

  test('[S12] is of what is on alone', () => {
    const live = given(roundOpen(), shown, startActivity('a2'));
    live.when(takeBackStart({ activity: 'a1' })).refuses('unknown-activity');
    live.when(takeBackStart({ activity: 'a9' })).refuses('unknown-activity');
    given(joined([]))
      .when(takeBackStart({ activity: 'a1' }))
      .refuses('unknown-activity');
  });

  test('[S12] lets its plan be changed before it begins again', () => {
    const live = given(joined(['ann'], { agenda: [deciding()] }), startActivity('a1'), takeBackStart());
    live
      .when(setAgenda((agenda) => agenda.map((item) => ({ ...item, plan: deciding({ tokens: 5 }) }))))
      .records({ type: 'agenda.set' });
    live.when(startActivity('a1')).records({ type: 'rules.frozen', round: 'a1.1', tokens: 5 });
  });

  test('[S12] is too late once somebody has a question, or was answered', () => {
    const asked = given(joined(['ann'], { agenda: [how] }), startActivity('a1'), raiseQuestion('ann'));
    asked.when(takeBackStart()).refuses('cannot-take-back');
    asked.when(raiseQuestion('ann', false)).records({ type: 'question.lowered' });
    asked.when(answerQuestions()).records({ type: 'questions.answered' });
    asked.when(takeBackStart()).refuses('cannot-take-back');
    given(joined(['ann'], { agenda: [how] }), startActivity('a1'))
      .when(takeBackStart())
      .records({ type: 'activity.taken-back' });
  });

  test('[S12] [A12] of practice too', () => {
    const live = given(joined(['ann'], { agenda: [practice(), deciding()] }), startActivity('a1'));
    live.when(takeBackStart()).records({ type: 'activity.taken-back' });
    live.when(startActivity('a1')).records({ type: 'round.opened' });
    for (const asked of [closeNow(), counts()]) live.when(asked).records({});
    live.when(takeBackStart()).refuses('cannot-take-back');
    live.when(startActivity('a2')).records({ type: 'round.opened' });
    live.when(show()).refuses('not-closed');
  });

  test('[S3] is nothing that a draft knows', () => {
    given(setUp())
      .when(takeBackStart({ activity: 'a1' }))
      .refuses('unknown-activity');
    given(setUp(), openJoining())
      .when(takeBackStart({ activity: 'a1' }))
      .refuses('unknown-activity');
  });
});

import { describe, expect, test } from 'vitest';
import {
  castBallot,
  clockCloses,
  closeNow,
  correct,
  counts,
  endMeeting,
  enterPaper,
  firstDuty,
  hideTotals,
  joins,
  lastCall,
  letIn,
  openJoining,
  reopen,
  seatOf,
  show,
  showNext,
  spoilPaper,
  startActivity,
  takeBackStart,
  voidRound,
  withdrawLastCall,
} from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import {
  closed,
  counted,
  deciding,
  how,
  joined,
  newMeeting,
  paperClosed,
  paperRoundOpen,
  paperShown,
  pause,
  roundOpen,
  setUp,
  shown,
  talk,
  type Step,
} from '../testing/meetings.ts';
import {
  answerQuestions,
  raiseQuestion,
  recordCards,
  saveSetUp,
  setAgenda,
  setTimer,
  writeDecision,
} from '../testing/planned.ts';
import type { Asked } from '../testing/recorded-session.ts';

describe('joining', () => {
  test('[S3] is possible exactly while the meeting is open', () => {
    given(setUp()).when(joins('ann')).refuses('joining-closed');
    given(setUp(), openJoining())
      .when(joins('ann'))
      .then([{ type: 'seat.joined', seat: seatOf('ann') }]);
    given(joined([]), endMeeting()).when(joins('ann')).refuses('session-ended');
  });

  test('[S3] stays open while a round is on, and between rounds', () => {
    given(roundOpen()).when(joins('zoe')).records({ type: 'seat.joined' });
    given(roundOpen(), shown, startActivity('a2')).when(joins('zoe')).records({ type: 'seat.joined' });
  });

  test('[S4] asked again, whatever was lost on the way, gives the same seat', () => {
    given(joined(['ann']))
      .when(joins('ann'))
      .nothingHappens();
    const again = { ...joins('ann'), cmd: `join:${seatOf('ann')}:again` };
    given(joined(['ann']))
      .when(again)
      .refuses('already-begun');
  });

  test('[S4] leaves everyone else where they are: nobody has to decide again because somebody came', () => {
    const { session } = given(joined(['ann'])).when(joins('bob')).meeting;
    expect(session.ruling).toMatchObject({ what: 'session.opened', version: 2 });
    expect([...session.seats]).toEqual([seatOf('ann'), seatOf('bob')]);
  });
});

describe('the meeting', () => {
  test('[S3] goes from draft to open once', () => {
    given(setUp())
      .when(openJoining())
      .then([{ type: 'session.opened' }]);
    given(joined([])).when(openJoining()).refuses('already-begun');
  });

  test('[S3] has to open before it can begin or end', () => {
    given(setUp()).when(startActivity('a1')).refuses('joining-closed');
    given(setUp()).when(endMeeting()).refuses('joining-closed');
    given(setUp()).when(writeDecision()).refuses('joining-closed');
  });

  test('[S5] has one activity on at a time, and begins each at most once', () => {
    const atBreak = given(roundOpen(), shown, startActivity('a2'));
    expect(atBreak.session.current).toBe('a2');
    atBreak.when(startActivity('a1')).refuses('already-begun');
    atBreak.when(startActivity('a2')).refuses('already-begun');
  });

  test('[S5] begins only what is on its agenda', () => {
    given(joined(['ann']))
      .when(startActivity('a9'))
      .refuses('unknown-activity');
    given(roundOpen())
      .when(castBallot('ann', {}, { activity: 'a9', round: 'a9.1' }))
      .refuses('unknown-activity');
    given(roundOpen())
      .when(lastCall(60, { activity: 'a9' }))
      .refuses('unknown-activity');
    expect(given(joined(['ann'])).when(startActivity('a1')).answered.decision).toMatchObject({
      events: [{ type: 'activity.started', activity: 'a1', kind: 'allocation' }, {}, {}, {}],
    });
  });

  test('[S5] has breaks, in which there is nothing to do and nothing to wait for', () => {
    const atBreak = given(joined(['ann'], { agenda: [pause, deciding()] }), startActivity('a1'));
    atBreak.when(castBallot('ann', {})).refuses('unknown-activity');
    atBreak.when(closeNow()).refuses('unknown-activity');
    atBreak.when(startActivity('a2')).records({ type: 'round.opened', round: 'a2.1' });
  });

  test('[S5] takes for each part only what belongs to its kind', () => {
    const parts = given(joined(['ann'], { agenda: [how, talk, deciding()] }));
    const misfits: readonly (readonly [string, readonly Asked[]])[] = [
      ['a1', [castBallot('ann', {}), closeNow(), setTimer(60), enterPaper(1, {})]],
      ['a2', [raiseQuestion('ann'), answerQuestions(), show(), spoilPaper(1)]],
      ['a3', [raiseQuestion('ann'), answerQuestions(), setTimer(60)]],
    ];
    for (const [activity, asked] of misfits) {
      parts.when(startActivity(activity)).records({ type: 'activity.started' });
      for (const one of asked) parts.when(one).refuses('unknown-activity');
    }
  });

  test('[S6] moves on only when no round is open, also not under last call, nor while papers are entered', () => {
    given(roundOpen()).when(startActivity('a2')).refuses('round-open');
    given(roundOpen(), lastCall()).when(startActivity('a2')).refuses('round-open');
    given(roundOpen(), closed, reopen()).when(startActivity('a2')).refuses('round-open');
    given(paperRoundOpen(), closed).when(startActivity('a2')).refuses('round-open');
    given(paperRoundOpen(), paperShown, correct()).when(startActivity('a2')).refuses('round-open');
    for (const steps of [
      [roundOpen(), closed],
      [paperRoundOpen(), paperClosed],
    ]) {
      given(...steps)
        .when(startActivity('a2'))
        .then([{ type: 'activity.started', activity: 'a2', kind: 'break' }]);
    }
  });

  test('[S6] does not go back to a round that it has left: its screens are gone', () => {
    const left = { activity: 'a1', round: 'a1.1' };
    for (const next of ['a2', 'a3']) {
      const movedOn = given(roundOpen(), closed, counts(), startActivity(next));
      for (const ruling of [
        reopen(undefined, left),
        voidRound(undefined, left),
        correct(undefined, left),
        show(left),
        showNext(left),
        hideTotals(left),
        takeBackStart({ activity: 'a1' }),
      ]) {
        const reason = ruling.command(movedOn.session).type === 'TakeBackStart' ? 'unknown-activity' : 'unknown-round';
        movedOn.when(ruling).refuses(reason);
      }
      movedOn.when(castBallot('ann', {}, left)).refuses('closed');
      movedOn.when(enterPaper(1, {}, left)).refuses('door-closed');
    }
    const talked = given(
      joined(['ann'], { agenda: [how, talk, pause] }),
      ['a1', 'a2', 'a3'].map((id) => startActivity(id)),
    );
    talked.when(setTimer(60, { activity: 'a2' })).refuses('unknown-round');
    talked.when(raiseQuestion('ann', true, { activity: 'a1' })).refuses('unknown-round');
    talked.when(answerQuestions({ activity: 'a1' })).refuses('unknown-round');
  });

  test('[S7] ends only when no round is open', () => {
    given(roundOpen()).when(endMeeting()).refuses('round-open');
    given(roundOpen(), lastCall()).when(endMeeting()).refuses('round-open');
    given(paperRoundOpen(), closed).when(endMeeting()).refuses('round-open');
    given(roundOpen(), shown)
      .when(endMeeting())
      .then([{ type: 'session.closed' }]);
    given(joined([]))
      .when(endMeeting())
      .then([{ type: 'session.closed' }]);
  });

  test.for<[string, Asked]>([
    ['join', joins('zoe')],
    ['be let in', letIn('zoe')],
    ['open joining', openJoining()],
    ['change the run of show', setAgenda((agenda) => agenda)],
    ['issue cards', recordCards('issued', 1)],
    ['go on', startActivity('a3')],
    ['take a start back', takeBackStart()],
    ['end', endMeeting()],
    ['vote', castBallot('ann', { bus: 1 })],
    ['call last', lastCall()],
    ['withdraw a last call', withdrawLastCall()],
    ['hide totals', hideTotals()],
    ['close by the clock', clockCloses()],
    ['reopen', reopen()],
    ['start a round again', voidRound()],
    ['ask', raiseQuestion('ann')],
    ['answer', answerQuestions()],
    ['set a clock', setTimer(60)],
  ])('[S7] after the end nobody can %s', ([, asked]) => {
    given(roundOpen(), closed, endMeeting()).when(asked).refuses('session-ended');
  });

  test('[S7] after the end the count that is owed is still recorded, and what was counted can be shown', () => {
    const ended = given(roundOpen(), castBallot('ann', { bus: 2 }), closed, endMeeting());
    ended.when(show()).refuses('not-counted');
    ended.when(firstDuty).records({ type: 'round.counted', ballots: 1 });
    ended.when(counts()).nothingHappens();
    ended.when(showNext()).records({ type: 'round.revealed', funded: 1 });
    ended.when(show()).records({ type: 'round.shown' });
    ended.when(show()).refuses('already-begun');
  });

  test('[S7] after the end a mistake on paper can still be mended, and nothing else gets in with it', () => {
    const ended = given(paperRoundOpen(), enterPaper(1, { bus: 2 }), paperShown, endMeeting());
    ended.when(closeNow()).refuses('closed');
    ended.when(enterPaper(1, { park: 2 })).refuses('door-closed');
    ended.when(correct()).records({ type: 'round.correcting' });
    ended.when(castBallot('ann', { bus: 1 })).refuses('session-ended');
    ended.when(enterPaper(1, { park: 2 })).records({ type: 'ballot.cast' });
    ended.when(spoilPaper(2)).records({ type: 'paper.spoiled' });
    ended.when(closeNow()).records({ type: 'round.closed' });
    ended.when(firstDuty).records({ type: 'round.counted', ballots: 1 });
    ended.when(show()).records({ type: 'round.shown' });
    expect(ended.session.state).toBe('closed');
  });

  test('[S7] after the end what was decided can be written down', () => {
    given(roundOpen(), shown, endMeeting()).when(writeDecision()).records({ type: 'decision.written', edition: 1 });
  });
});

describe('a ruling', () => {
  const old: readonly [string, Asked][] = [
    ['open joining', openJoining({ seen: 1 })],
    ['save the set-up', saveSetUp(newMeeting(), { seen: 1 })],
    ['change the run of show', setAgenda((agenda) => agenda, { seen: 1 })],
    ['go on', startActivity('a2', { seen: 1 })],
    ['take a start back', takeBackStart({ seen: 1 })],
    ['end', endMeeting({ seen: 1 })],
    ['call last', lastCall(60, { seen: 1 })],
    ['withdraw a last call', withdrawLastCall({ seen: 1 })],
    ['close', closeNow({ seen: 1 })],
    ['reopen', reopen(undefined, { seen: 1 })],
    ['start again', voidRound(undefined, { seen: 1 })],
    ['hide totals', hideTotals({ seen: 1 })],
    ['show the next', showNext({ seen: 1 })],
    ['show', show({ seen: 1 })],
    ['correct', correct(undefined, { seen: 1 })],
    ['set a clock', setTimer(60, { seen: 1 })],
    ['answer', answerQuestions({ seen: 1 })],
    ['write the decision', writeDecision({ seen: 1 })],
  ];

  test.for(old)('[S11] to %s is refused when the meeting has moved on, and says who moved it', ([, asked]) => {
    const onScreenOpen = given(roundOpen());
    onScreenOpen.when(asked).refuses('moved-on', { by: 'facilitator', what: 'round.opened' });
  });

  test('[S11] pressed twice skips nothing', () => {
    const evening = given(joined(['ann'], { agenda: [pause, pause] }));
    const seen = evening.session.ruling.version;
    evening.when(startActivity('a1', { seen })).records({ type: 'activity.started', activity: 'a1' });
    evening.when(startActivity('a2', { seen })).refuses('moved-on', { by: 'facilitator', what: 'activity.started' });
    expect(evening.session.current).toBe('a1');
  });

  test('[S11] of each kind moves the meeting on for those who have not seen it', () => {
    const steps: readonly (readonly [Asked, string])[] = [
      [saveSetUp(newMeeting({ paper: true, agenda: [how, deciding({ reveal: 'live' })] })), 'set-up.saved'],
      [openJoining(), 'session.opened'],
      [setAgenda((agenda) => agenda), 'agenda.set'],
      [startActivity('a1'), 'activity.started'],
      [takeBackStart(), 'activity.taken-back'],
      [startActivity('a1'), 'activity.started'],
      [answerQuestions(), 'questions.answered'],
      [startActivity('a2'), 'round.opened'],
      [hideTotals(), 'round.tightened'],
      [lastCall(), 'round.last-call'],
      [withdrawLastCall(), 'round.last-call-withdrawn'],
      [lastCall(), 'round.last-call'],
      [closeNow(), 'round.door-closed'],
      [reopen(), 'round.reopened'],
      [voidRound(), 'round.opened'],
      [writeDecision(), 'decision.written'],
    ];
    const evening = given(setUp());
    for (const [asked, what] of steps) {
      const { version } = evening.session.ruling;
      evening.when(asked).records({ type: what } as never);
      const { version: at, head: id } = evening.session;
      expect(evening.session.ruling).toEqual({ version: at, id, by: 'facilitator', what });
      expect(evening.session.ruling.version).toBeGreaterThan(version);
    }
  });

  test('[S11] says that it was the clock, where it was', () => {
    const calling = given(roundOpen(), lastCall(60));
    const seen = calling.session.ruling.version;
    calling.meeting.now += 60_000;
    calling.when(clockCloses()).records({ type: 'round.closed' });
    calling.when(lastCall(60, { seen })).refuses('moved-on', { by: 'clock', what: 'round.closed' });
  });

  test('[S11] from a screen that is ahead of the server is refused as well', () => {
    given(roundOpen())
      .when(lastCall(60, { seen: 999 }))
      .refuses('moved-on');
  });

  test('[S11] is not in the way of those who only join, wait, vote, enter papers or ask', () => {
    const voting = given(paperRoundOpen({}, ['ann']));
    const seen = voting.session.ruling.version;
    voting.when(joins('zoe')).records({ type: 'seat.joined' });
    voting.when(castBallot('zoe', { bus: 1 })).records({ type: 'ballot.cast' });
    voting.when(enterPaper(1, {})).records({ type: 'ballot.cast' });
    voting.when(spoilPaper(1)).records({ type: 'paper.spoiled' });
    voting.when(recordCards('issued', 1)).records({ type: 'cards.recorded' });
    voting.when(lastCall(60, { seen })).records({ type: 'round.last-call' });
    const waiting = given(joined(['ann'], { admission: 'let-in', agenda: [how, pause] }), startActivity('a1'));
    const before = waiting.session.ruling.version;
    waiting.when(joins('zoe')).records({ type: 'seat.knocked' });
    waiting.when(letIn('zoe')).records({ type: 'seat.joined' });
    waiting.when(raiseQuestion('zoe')).records({ type: 'question.raised' });
    waiting.when(raiseQuestion('zoe', false)).records({ type: 'question.lowered' });
    waiting.when(startActivity('a2', { seen: before })).records({ type: 'activity.started' });
  });

  test('[S11] [D2] relies on nothing but the ruling, and a paper on its own number, so that a thousand ballots never hold each other up', () => {
    const voting = given(paperRoundOpen());
    const { version } = voting.session.ruling;
    for (const name of ['ann', 'bob', 'ann']) {
      const { decision } = voting.when(castBallot(name, { bus: 1 })).answered;
      expect(decision).toMatchObject({ guards: [['ruling', version]] });
    }
    for (const asked of [enterPaper(1, {}), spoilPaper(1)]) {
      const now = voting.session.version;
      expect(voting.when(asked).answered.decision).toMatchObject({
        guards: [
          ['ruling', version],
          ['paper:a1.1:1', now],
        ],
        moves: ['paper:a1.1:1'],
      });
    }
  });

  test('[S11] is what everything that a person decides relies on: none is recorded on a meeting that has moved', () => {
    const rulings: readonly (readonly [(Step | readonly Step[])[], Asked])[] = [
      [[setUp()], saveSetUp(newMeeting())],
      [[setUp()], openJoining()],
      [[joined([])], joins('ann')],
      [[joined([])], startActivity('a1')],
      [[joined([])], setAgenda((agenda) => agenda)],
      [[joined([])], writeDecision()],
      [[joined([])], endMeeting()],
      [[roundOpen()], takeBackStart()],
      [[roundOpen()], lastCall()],
      [[roundOpen(), lastCall()], withdrawLastCall()],
      [[roundOpen(), lastCall()], closeNow()],
      [[roundOpen(), counted], reopen()],
      [[roundOpen()], voidRound()],
      [[roundOpen({ reveal: 'live' })], hideTotals()],
      [[roundOpen(), castBallot('ann', { bus: 1 }), counted], showNext()],
      [[roundOpen(), counted], show()],
      [[paperRoundOpen(), paperShown], correct()],
      [[joined([], { agenda: [how] }), startActivity('a1')], answerQuestions()],
      [[joined([], { agenda: [talk] }), startActivity('a1')], setTimer(60)],
      [[roundOpen(), closed], counts()],
    ];
    for (const [steps, asked] of rulings) {
      const evening = given(...steps);
      const { version } = evening.session.ruling;
      expect(evening.when(asked).answered.decision).toHaveProperty('guards', [['ruling', version]]);
    }
  });
});

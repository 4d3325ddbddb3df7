import { describe, expect, test } from 'vitest';
import {
  castBallot,
  closeNow,
  correct,
  counts,
  enterPaper,
  joins,
  lastCall,
  reconcilePaper,
  reopen,
  show,
  showNext,
  spoilPaper,
  startActivity,
  takeBackStart,
  voidRound,
} from '../../testing/asked.ts';
import { given } from '../../testing/given.ts';
import { closed, counted, paperRoundOpen, paperShown, roundOpen, shown, type Step } from '../../testing/meetings.ts';
import { roundOf } from '../../testing/rounds.ts';
import { phoneOf, SCREENS, seen } from '../../testing/views.ts';

const RULES = roundOf(given(roundOpen()).session).rules;
const PEOPLE = ['ann', 'bob', 'cat', 'dan', 'eve'];

describe('starting a round again', () => {
  test('[A17] keeps the old one with its reason and opens the same anew in one step', () => {
    const restarted = given(roundOpen(), castBallot('ann', { bus: 3 })).when(
      voidRound({ cy: 'Roedd cost yn anghywir' }),
    );
    expect(restarted.answered.decision).toMatchObject({
      events: [
        { type: 'round.voided', round: 'a1.1' },
        { ...RULES, round: 'a1.2' },
        { type: 'round.opened', round: 'a1.2' },
        { type: 'credentials.issued', round: 'a1.2' },
      ],
      bodies: [{ texts: { reason: { cy: 'Roedd cost yn anghywir' } } }, null, null, null],
    });
    const { activities } = restarted.meeting.session;
    expect(activities.get('a1')).toMatchObject({
      voided: [{ round: { id: 'a1.1' }, reason: { cy: 'Roedd cost yn anghywir' } }],
      round: { id: 'a1.2', stage: 'open', notice: { what: 'restarted', reason: { cy: 'Roedd cost yn anghywir' } } },
    });
    expect(roundOf(restarted.meeting.session).ballots.size).toBe(0);
  });

  test.for<[string, readonly Step[]]>([
    ['while it is open', []],
    ['under its last call', [lastCall()]],
    ['once it is closed', closed],
    ['once it is counted', counted],
    ['once a part of it is shown', [...counted, showNext()]],
    ['once all of it is shown', shown],
  ])('[A17] is possible %s', ([, steps]) => {
    given(roundOpen(), castBallot('ann', { bus: 3 }), steps)
      .when(voidRound())
      .records({ type: 'round.voided' });
  });

  test('[A17] is possible while papers are entered or corrected', () => {
    given(paperRoundOpen(), closed).when(voidRound()).records({ type: 'round.voided', round: 'a1.1' });
    given(paperRoundOpen(), paperShown, correct()).when(voidRound()).records({ type: 'round.voided' });
  });

  test('[A17] needs a reason that can be read', () => {
    for (const reason of [{}, { en: ' ' }, { en: 'wrong\u202E' }]) {
      given(roundOpen()).when(voidRound(reason)).refuses('bad-text', { field: 'reason' });
    }
  });

  test('[A17] refuses a ballot that was on its way to the old round', () => {
    const restarted = given(roundOpen(), voidRound());
    restarted.when(castBallot('ann', { bus: 1 }, { activity: 'a1', round: 'a1.1' })).refuses('unknown-round');
    restarted.when(castBallot('ann', { bus: 1 })).records({ type: 'ballot.cast', round: 'a1.2' });
  });

  test('[A17] gives everyone back what they had chosen, and nobody anything else', () => {
    const restarted = given(roundOpen({}, PEOPLE), castBallot('ann', { bus: 3 }), castBallot('bob', {}), voidRound());
    const mine = (name: string) => seen(restarted.session, phoneOf(name)).mine;
    expect(mine('ann')).toEqual({
      ...{ round: 'a1.2', version: 0, alloc: [], group: null, commit: null },
      returned: [['bus', 3]],
    });
    expect(mine('bob')?.returned).toEqual([]);
    expect(mine('cat')?.returned).toBeNull();
    for (const viewer of Object.values(SCREENS))
      expect(JSON.stringify(seen(restarted.session, viewer))).not.toContain('returned');
    restarted.when(castBallot('ann', { park: 1 })).records({ type: 'ballot.cast' });
    expect(mine('ann')).toMatchObject({ alloc: [['park', 1]], returned: [['bus', 3]] });
  });

  test('[A17] started again twice, still gives back what was chosen last', () => {
    const twice = given(roundOpen(), castBallot('ann', { bus: 3 }), castBallot('bob', { bus: 1 }), voidRound());
    twice.when(castBallot('bob', { roof: 1 })).records({ type: 'ballot.cast' });
    twice.when(voidRound()).records({ type: 'round.opened', round: 'a1.3' });
    expect(seen(twice.session, phoneOf('ann')).mine).toMatchObject({ round: 'a1.3', returned: [['bus', 3]] });
    expect(seen(twice.session, phoneOf('bob')).mine).toMatchObject({ returned: [['roof', 1]] });
  });

  test('[A17] begins from nothing: no total, no paper, nobody who has sent', () => {
    const live = given(
      paperRoundOpen({ reveal: 'live' }, PEOPLE),
      PEOPLE.map((name) => castBallot(name, { bus: 1 })),
      [enterPaper(1, {}), spoilPaper(2), reconcilePaper(3, 0), voidRound()],
    );
    expect(seen(live.session, SCREENS.facilitator)).toMatchObject({
      turnout: { round: 'a1.2', sent: 0 },
      tally: null,
      outcome: null,
      papers: { entered: [], spoiled: [], issued: null, unused: null },
    });
  });

  test('[A17] of practice is practice again', () => {
    given(roundOpen({ practice: true }), closeNow(), counts())
      .when(voidRound())
      .records({ type: 'rules.frozen', round: 'a1.2', practice: true });
  });
});

describe('taking back the start of a round', () => {
  test('[S12] makes it as if it had not begun, so that it can begin', () => {
    const undone = given(roundOpen());
    undone.when(takeBackStart()).then([{ type: 'activity.taken-back', activity: 'a1' }]);
    expect(undone.session).toMatchObject({ current: null });
    expect([undone.session.started.size, undone.session.activities.get('a1')]).toMatchObject([0, { round: null }]);
    undone.when(castBallot('ann', {}, { activity: 'a1', round: 'a1.1' })).refuses('unknown-round');
    undone.when(startActivity('a1')).records({ type: 'round.opened', round: 'a1.1' });
    undone.when(castBallot('ann', { bus: 1 })).records({ type: 'ballot.cast' });
  });

  test.for<[string, readonly Step[]]>([
    ['somebody has voted', [castBallot('ann', {})]],
    ['a paper was entered', [enterPaper(1, {})]],
    ['a paper was set aside', [spoilPaper(1)]],
    ['papers were counted by hand', [reconcilePaper(3, 3)]],
    ['its close is announced', [lastCall()]],
    ['it is closed', closed],
    ['it was opened again', [...closed, reopen()]],
    ['it was started again', [voidRound()]],
    ['it is shown', [...closed, closeNow(), counts(), show()]],
  ])('[S12] is not possible once %s', ([, steps]) => {
    given(paperRoundOpen(), joins('zoe'), steps).when(takeBackStart()).refuses('cannot-take-back');
  });

  test('[S12] is not in the way of those who only come in', () => {
    given(roundOpen(), joins('zoe')).when(takeBackStart()).records({ type: 'activity.taken-back' });
  });
});

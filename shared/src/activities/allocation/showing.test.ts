import { describe, expect, test } from 'vitest';
import {
  castBallot,
  closeNow,
  correct,
  counts,
  enterPaper,
  hideTotals,
  lastCall,
  show,
  showNext,
  spoilPaper,
  startActivity,
} from '../../testing/asked.ts';
import { given } from '../../testing/given.ts';
import {
  allCast,
  closed,
  counted,
  deciding,
  joined,
  paperCounted,
  paperRoundOpen,
  paperShown,
  people,
  roundOpen,
  shown,
  type Step,
} from '../../testing/meetings.ts';
import { roundOf } from '../../testing/rounds.ts';
import { phoneOf, SCREENS, seen } from '../../testing/views.ts';
import type { Viewer } from '../../session/view.ts';

const FIVE = people(5);
const insiders: Viewer[] = [SCREENS.room, SCREENS.facilitator, SCREENS.helper, SCREENS.stage, phoneOf('ann')];
const wanted = FIVE.map((name) => castBallot(name, { bus: 3, park: 2 }));

describe('hiding totals', () => {
  test('[T6] is for live totals, while the round goes on, and never the other way', () => {
    given(roundOpen({ reveal: 'live' }))
      .when(hideTotals())
      .then([{ type: 'round.tightened', round: 'a1.1' }]);
    given(roundOpen({ reveal: 'live' }), lastCall())
      .when(hideTotals())
      .records({ type: 'round.tightened' });
    given(paperRoundOpen({ reveal: 'live' }), closed)
      .when(hideTotals())
      .records({ type: 'round.tightened' });
    given(roundOpen()).when(hideTotals()).refuses('not-allowed');
    given(roundOpen({ reveal: 'live' }), hideTotals())
      .when(hideTotals())
      .refuses('not-allowed');
    given(roundOpen({ reveal: 'live' }), closed)
      .when(hideTotals())
      .refuses('closed');
  });

  test('[T6] is too late once all was shown, also while it is corrected', () => {
    given(paperRoundOpen({ reveal: 'live' }), paperShown, correct())
      .when(hideTotals())
      .refuses('closed');
  });

  test('[T6] changes the rules that were frozen in nothing else', () => {
    const live = given(roundOpen({ reveal: 'live' }));
    const before = roundOf(live.session).rules;
    live.when(hideTotals()).records({ type: 'round.tightened' });
    expect(roundOf(live.session)).toMatchObject({ rules: before, reveal: 'on-show', stage: 'open' });
  });
});

describe('showing one at a time', () => {
  test('[O5] shows the next of the funded in the order of funding, then everything', () => {
    const ready = given(roundOpen({}, FIVE), wanted, counted);
    ready.when(showNext()).then([{ type: 'round.revealed', round: 'a1.1', funded: 1 }]);
    expect(seen(ready.session, SCREENS.stage)).toMatchObject({
      outcome: { complete: false, funded: ['bus'], spentMinor: 40_000 },
      now: { activity: { revealed: 1, shown: false } },
    });
    ready.when(showNext()).then([{ type: 'round.revealed', round: 'a1.1', funded: 2 }]);
    expect(seen(ready.session, SCREENS.stage)).toMatchObject({
      outcome: { complete: false, funded: ['bus', 'park'], spentMinor: 70_000 },
    });
    ready.when(showNext()).then([{ type: 'round.shown', round: 'a1.1' }]);
    expect(seen(ready.session, SCREENS.stage)).toMatchObject({ outcome: { complete: true, funded: ['bus', 'park'] } });
    ready.when(showNext()).refuses('already-begun');
  });

  test('[O5] tells nobody anything of what is not shown yet', () => {
    const ready = given(roundOpen({}, FIVE), wanted, counted, showNext());
    for (const viewer of insiders) {
      const { outcome, tally } = seen(ready.session, viewer);
      expect(tally ?? null).toBeNull();
      expect(outcome).toMatchObject({
        ballots: 5,
        potMinor: 90_000,
        stillToTalk: [],
        tiesThatMattered: [],
        groups: null,
      });
      expect(outcome?.rows).toEqual([{ proposal: 'bus', tokens: 15, supporters: 5, weighed: 15 }]);
      expect(JSON.stringify(outcome)).not.toMatch(/park|roof/);
    }
    expect(seen(ready.session, SCREENS.newcomer)).not.toHaveProperty('outcome');
  });

  test('[O5] names no group and no tie before all is shown', () => {
    const [citizens, professionals] = [people(12).slice(0, 6), people(12).slice(6)];
    const ready = given(
      roundOpen({ voice: 'equal-groups', decision: 'both-groups' }, people(12)),
      allCast(citizens, { bus: 2, roof: 2 }, 'citizens'),
      allCast(professionals, { bus: 2, park: 2 }, 'professionals'),
      counted,
      showNext(),
    );
    const { outcome } = seen(ready.session, SCREENS.stage);
    expect(outcome).toMatchObject({ funded: ['bus'], stillToTalk: [], tiesThatMattered: [], groups: null });
    ready.when(show()).records({ type: 'round.shown' });
    expect(seen(ready.session, SCREENS.stage).outcome).toMatchObject({
      stillToTalk: [expect.any(Array)],
      tiesThatMattered: [expect.any(Array)],
      groups: { sizes: { citizens: 6, professionals: 6 } },
    });
  });

  test('[O5] waits for the close and for the count, and goes straight to everything where nothing is funded', () => {
    given(roundOpen(), lastCall()).when(showNext()).refuses('not-closed');
    given(roundOpen(), closed).when(showNext()).refuses('not-counted');
    given(roundOpen(), counted)
      .when(showNext())
      .then([{ type: 'round.shown', round: 'a1.1' }]);
  });

  test('[O5] can be cut short: all the rest at once', () => {
    given(roundOpen({}, FIVE), wanted, counted, showNext())
      .when(show())
      .then([{ type: 'round.shown', round: 'a1.1' }]);
  });

  test('[O5] [X1] leaves nothing in the record before all is shown', () => {
    const part = given(roundOpen({}, FIVE), wanted, counted, showNext());
    expect(seen(part.session, SCREENS.public).record?.parts[0]?.rounds).toMatchObject([
      { outcome: null, ballots: null },
    ]);
  });
});

describe('correcting', () => {
  const corrected = [correct(), enterPaper(1, { roof: 4 }), closeNow(), counts(), show()];
  const first = [
    ...paperRoundOpen({}, ['ann']),
    castBallot('ann', { bus: 4 }),
    enterPaper(1, { park: 4 }),
    ...paperShown,
  ];

  test('[O6] opens the paper alone, with a reason', () => {
    const shownOnce = given(first);
    expect(shownOnce.when(correct()).answered.decision).toMatchObject({
      events: [{ type: 'round.correcting', round: 'a1.1' }],
      bodies: [{ texts: { reason: { en: 'A paper was found' } } }],
    });
    expect(roundOf(shownOnce.session)).toMatchObject({ stage: 'entering', correcting: true });
    shownOnce.when(castBallot('ann', { bus: 1 })).refuses('closed');
    shownOnce.when(lastCall()).refuses('closed');
    shownOnce.when(correct()).refuses('not-closed');
    shownOnce.when(enterPaper(2, { roof: 1 })).records({ type: 'ballot.cast' });
  });

  test('[O6] leaves what was shown as it is on every screen until the next version is', () => {
    const mending = given(first);
    const screens = () =>
      insiders.map((viewer) => {
        const { tally, outcome } = seen(mending.session, viewer);
        return { tally, outcome };
      });
    const before = screens();
    for (const asked of corrected.slice(0, -1)) {
      mending.when(asked).records({});
      expect(screens()).toEqual(before);
      const [round] = seen(mending.session, SCREENS.public).record!.parts[0]!.rounds!;
      expect(round).toMatchObject({ outcome: { version: 1 }, before: [], ballots: null, papers: null, doors: null });
    }
    expect(seen(mending.session, SCREENS.room).now?.activity).toMatchObject({ notice: { what: 'correcting' } });
    mending.when(show()).records({ type: 'round.shown' });
    expect(screens()).not.toEqual(before);
    expect(seen(mending.session, SCREENS.room).now?.activity).toMatchObject({ notice: null });
  });

  test('[O6] makes a new version, and the one before stays in the record with the reason', () => {
    const done = given(first, corrected, [
      correct({ cy: 'Un arall' }),
      spoilPaper(1),
      closeNow(),
      counts(),
      showNext(),
    ]);
    expect(seen(done.session, SCREENS.stage).outcome).toMatchObject({
      version: 3,
      corrections: [{ en: 'A paper was found' }, { cy: 'Un arall' }],
      complete: true,
      ballots: 1,
      funded: ['bus'],
    });
    const [round] = seen(done.session, SCREENS.public).record!.parts[0]!.rounds!;
    expect(round?.outcome?.version).toBe(3);
    expect(round?.before).toMatchObject([
      {
        reason: { en: 'A paper was found' },
        outcome: { version: 1, corrections: [], rows: [{ tokens: 4 }, { tokens: 4 }, { tokens: 0 }] },
      },
      {
        reason: { cy: 'Un arall' },
        outcome: {
          version: 2,
          corrections: [{ en: 'A paper was found' }],
          rows: [{ tokens: 4 }, { tokens: 0 }, { tokens: 4 }],
        },
      },
    ]);
  });

  test('[O6] [O3] draws no other lot: nobody can correct until the equals fall well', () => {
    const equal = given(paperRoundOpen({}, ['ann']), castBallot('ann', { bus: 2, park: 2, roof: 2 }), paperShown);
    const { lot, funded } = seen(equal.session, SCREENS.stage).outcome!;
    for (let again = 0; again < 5; again += 1) {
      for (const asked of [correct(), closeNow(), counts(), show()]) equal.when(asked).records({});
      expect(seen(equal.session, SCREENS.stage).outcome).toMatchObject({ version: again + 2, lot, funded });
    }
  });

  test('[O6] is for what was shown whole, and where there is paper', () => {
    given(paperRoundOpen(), paperCounted).when(correct()).refuses('not-closed');
    given(paperRoundOpen(), castBallot('ann', { bus: 1 }), paperCounted, showNext())
      .when(correct())
      .refuses('not-closed');
    given(roundOpen(), shown).when(correct()).refuses('nothing-to-correct');
    given(paperRoundOpen(), paperShown)
      .when(correct({ en: ' ' }))
      .refuses('bad-text', { field: 'reason' });
    const practised = given(
      joined(['ann'], { paper: true, agenda: [deciding({ practice: true })] }),
      startActivity('a1'),
    );
    practised.when(closeNow()).records({ type: 'round.shown' });
    practised.when(counts()).records({ type: 'round.counted' });
    practised.when(correct()).refuses('nothing-to-correct');
  });

  test('[O6] has to be counted again before it is shown again', () => {
    const mending = given(first, correct(), closeNow());
    mending.when(show()).refuses('not-counted');
    mending.when(correct()).refuses('not-closed');
    mending.when(counts()).records({ type: 'round.counted' });
    mending.when(correct()).refuses('not-closed');
    mending.when(show()).records({ type: 'round.shown' });
    mending.when(show()).refuses('already-begun');
  });

  test('[O6] never lets the round be opened again', () => {
    for (const steps of [[correct()], [correct(), closeNow()], corrected]) {
      const { session } = given(first, steps);
      expect(seen(session, SCREENS.facilitator).ready?.canReopen).toBe(false);
    }
  });

  test('[O6] is offered to the facilitator while it is possible', () => {
    const can = (...steps: readonly (readonly Step[])[]) =>
      seen(given(...steps).session, SCREENS.facilitator).ready?.canCorrect;
    expect(can(first, [correct(), closeNow()])).toBe(false);
    expect([can(first), can(first, [correct()]), can(first, corrected), can(roundOpen(), shown)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

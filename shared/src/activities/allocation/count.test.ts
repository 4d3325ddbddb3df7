import { describe, expect, test } from 'vitest';
import { castBallot, counts, firstDuty, lastCall, reopen } from '../../testing/asked.ts';
import { sha256 } from '../../testing/canonical.ts';
import { given, type Given } from '../../testing/given.ts';
import { closed, roundOpen } from '../../testing/meetings.ts';
import { accepted } from '../../testing/recorded-session.ts';
import type { Counted } from './round.ts';

const people = ['ann', 'bob', 'cat', 'dan'];
const ballots = [
  castBallot('ann', { bus: 2, roof: 2 }),
  castBallot('bob', { park: 3 }),
  castBallot('cat', { roof: 1, park: 1 }),
  castBallot('dan', {}),
];

describe('the count', () => {
  test('[O4] is a fact of the entries up to the close', () => {
    const done = given(roundOpen({}, people), ballots, closed);
    const { version, id } = done.meeting.entries.at(-1)!;
    expect(countIn(done)).toStrictEqual({
      round: 'a1.1',
      upTo: version,
      ballots: 4,
      tally: [
        ['bus', 2, 1],
        ['park', 4, 2],
        ['roof', 3, 2],
      ],
      outcome: {
        rule: 'greedy',
        ruleVersion: 1,
        funded: ['park', 'roof'],
        spentMinor: 80_000,
        tiesThatMattered: [],
        lot: id,
        stillToTalk: [],
        groups: null,
        groupsTooSmall: false,
      },
    });
  });

  test('[O4] is owed as soon as the round is closed, and not before', () => {
    given(roundOpen()).when(counts()).refuses('not-closed');
    given(roundOpen(), lastCall()).when(counts()).refuses('not-closed');
    given(roundOpen(), ballots.slice(0, 2), closed).when(firstDuty).records({ type: 'round.counted', ballots: 2 });
  });

  test('[O4] is the same whoever makes it, and once', () => {
    const done = given(roundOpen({}, people), ballots, closed);
    const first = countIn(done);
    expect(countIn(done)).toEqual(first);
    done.when(counts()).nothingHappens();
  });

  test('[O4] of an earlier close means nothing after a reopening', () => {
    const done = given(roundOpen({}, people), ballots, closed);
    const early = countIn(done);
    const again = given(roundOpen({}, people), ballots, closed, reopen(), castBallot('dan', { bus: 4 }), closed);
    expect(countIn(again)).toMatchObject({
      ballots: 4,
      tally: [
        ['bus', 6, 2],
        ['park', 4, 2],
        ['roof', 3, 2],
      ],
    });
    expect(countIn(again).upTo).not.toBe(early.upTo);
    given(roundOpen(), closed, reopen()).when(counts()).refuses('not-closed');
  });

  test('[O3] settles equals by a lot from the closing entry, which anyone can draw again', () => {
    const equals = given(roundOpen({}, people), castBallot('ann', { bus: 2, park: 2, roof: 2 }), closed);
    const { id } = equals.meeting.entries.at(-1)!;
    const drawn = ['bus', 'park', 'roof'].sort((a, b) => Buffer.compare(sha256(`${id}\n${a}`), sha256(`${id}\n${b}`)));
    const { outcome } = countIn(equals);
    expect(outcome.tiesThatMattered).toEqual([drawn]);
    expect(outcome.funded[0]).toBe(drawn[0]);
    expect(outcome.lot).toBe(id);
  });

  test('[O2] of a round in which nobody chose anything funds nothing', () => {
    const blank = given(roundOpen(), castBallot('ann', {}), closed);
    expect(countIn(blank)).toMatchObject({ ballots: 1, outcome: { funded: [], spentMinor: 0, tiesThatMattered: [] } });
    expect(countIn(given(roundOpen({}, []), closed))).toMatchObject({ ballots: 0, outcome: { funded: [] } });
  });
});

function countIn(meeting: Given): Counted {
  const { events, bodies } = accepted(meeting.when(counts()).answered.decision);
  const [event, count] = [events[0], bodies?.[0]?.count];
  if (event?.type !== 'round.counted' || count === undefined) throw new Error('it was not counted');
  const { round, upTo, ballots } = event;
  return { round, upTo, ballots, ...count };
}

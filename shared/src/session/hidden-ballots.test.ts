import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Round } from '../activities/allocation/round.ts';
import { tallyVisible } from '../activities/allocation/round.ts';
import { castBallot, showNext } from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import { counted, people, roundOpen } from '../testing/meetings.ts';
import { attempt } from '../testing/attempts.ts';
import { votersEvening, type Evening } from '../testing/random-evenings.ts';
import { RecordedSession, type Answered } from '../testing/recorded-session.ts';
import { newcomersPhone, phoneOf, SCREENS, seen } from '../testing/views.ts';
import type { ReadonlySession } from './session.ts';

test('[T3] two meetings that differ in hidden ballots, papers and groups alone look the same on every screen until they are shown', () => {
  fc.assert(
    fc.property(votersEvening, (evening) => {
      for (const [one, other] of together(evening)) {
        if (isHidden(one) && isHidden(other)) expect(screensOf(one)).toEqual(screensOf(other));
        if (hasShownNothing(one) && hasShownNothing(other))
          expect(see(one, SCREENS.public)).toBe(see(other, SCREENS.public));
      }
    }),
    { numRuns: 100 },
  );
});

test('[O5] [T3] what has been shown of the funded so far tells nothing of the rest', () => {
  const compared = { same: 0, rest: 0 };
  for (const evening of fc.sample(votersEvening, { numRuns: 500, seed: 2026 })) {
    for (const [one, other] of together(evening)) {
      const [shown, otherwise] = [partOf(one), partOf(other)];
      if (shown === null || shown !== otherwise) continue;
      compared.same += 1;
      if (totalsOf(one) !== totalsOf(other)) compared.rest += 1;
      expect(withoutLot(screensOf(one))).toEqual(withoutLot(screensOf(other)));
    }
  }
  expect(Math.min(compared.same, compared.rest)).toBeGreaterThan(10);
});

test('[O5] [T3] two halls that want the same first of all and differ in the rest look the same while that alone is shown', () => {
  const few = fc.nat({ max: 3 });
  const rest = fc.record({ park: few, roof: few });
  const hall = fc.array(fc.tuple(rest, rest), { minLength: 1, maxLength: 8 });
  const shownOf = (choices: readonly object[]) => {
    const names = people(choices.length);
    const votes = choices.map((choice, at) => castBallot(names[at]!, { bus: 4, ...choice }));
    return given(roundOpen({}, names), votes, counted, showNext()).session;
  };
  fc.assert(
    fc.property(hall, (choices) => {
      const [one, other] = [shownOf(choices.map(([choice]) => choice)), shownOf(choices.map(([, choice]) => choice))];
      expect(partOf(one)).toContain('"bus"');
      expect(withoutLot(screensOf(one))).toEqual(withoutLot(screensOf(other)));
      expect(see(one, SCREENS.public)).toBe(see(other, SCREENS.public));
    }),
  );
});

test('[T3] and these meetings do differ, while it is hidden and once it is shown, also in what stands on paper and in who declared which group', () => {
  const differing = { hidden: 0, shown: 0, paper: 0, groups: 0 };
  for (const evening of fc.sample(votersEvening, { numRuns: 250, seed: 2026 })) {
    for (const [one, other] of together(evening)) {
      if (isHidden(one) && papersOf(one) !== papersOf(other)) differing.paper += 1;
      if (isHidden(one) && groupsOf(one) !== groupsOf(other)) differing.groups += 1;
      if (totalsOf(one) === totalsOf(other)) continue;
      if (isHidden(one)) differing.hidden += 1;
      if (!isShown(one) || !isShown(other)) continue;
      differing.shown += 1;
      expect(screensOf(one)).not.toEqual(screensOf(other));
    }
  }
  expect(Math.min(...Object.values(differing))).toBeGreaterThan(50);
});

test('[T3] nor does any answer tell them apart before that', () => {
  fc.assert(
    fc.property(votersEvening, (evening) => {
      for (const [one, , answered, otherwise] of together(evening)) {
        if (isHidden(one)) expect(noIn(answered)).toEqual(noIn(otherwise));
      }
    }),
    { numRuns: 100 },
  );
});

type Pair = [ReadonlySession, ReadonlySession, Answered | null, Answered | null];

/** The same evening twice, step by step: in the second everyone sends their other choice. It ends where one shows more than the other. */
function* together({ setUp, operations }: Evening): Generator<Pair> {
  const [one, other] = [new RecordedSession(), new RecordedSession()];
  for (const meeting of [one, other]) meeting.create(setUp);
  const [sent, sentOther]: [Answered[], Answered[]] = [[], []];
  for (const operation of operations) {
    const answered = attempt(one, operation, sent);
    const otherwise = attempt(other, operation, sentOther, 'other');
    if (answered !== null) sent.push(answered);
    if (otherwise !== null) sentOther.push(otherwise);
    yield [one.session, other.session, answered, otherwise];
    if (isShown(one.session) !== isShown(other.session)) return;
  }
}

/** Byte for byte what leaves, but for the record: every screen of the room, a phone that has not voted, and one that waits at the door. */
function screensOf(session: ReadonlySession): string[] {
  const { public: _record, ...inside } = SCREENS;
  const viewers = [...Object.values(inside), phoneOf('nobody'), newcomersPhone('leo')];
  return viewers.map((viewer) => withoutSeal(see(session, viewer)));
}

function see(session: ReadonlySession, viewer: Parameters<typeof seen>[1]): string {
  return JSON.stringify(seen(session, viewer));
}

/** A seal is the id of an entry, over commitments under salts that nobody else knows: another one in each meeting, and it says nothing. */
function withoutSeal(screen: string): string {
  return screen.replace(/"head":"[\w-]{43}","note":"seal (\d+) [\w-]{43}"/, '"head":"","note":"seal $1"');
}

/** The lot is the id of an entry, and so another one in each meeting; it says nothing. */
function withoutLot(screens: readonly string[]): string[] {
  return screens.map((screen) => screen.replace(/"lot":"[\w-]{43}"/, '"lot":""'));
}

function roundOf(session: ReadonlySession): Round | null {
  const state = session.activities.get(session.current ?? '');
  return state?.kind === 'allocation' ? state.round : null;
}

function isShown(session: ReadonlySession): boolean {
  return roundOf(session)?.shown === true;
}

/** Nothing of the round on stage may be seen now. */
function isHidden(session: ReadonlySession): boolean {
  const round = roundOf(session);
  return round === null || (!tallyVisible(round) && round.revealed === 0);
}

function hasShownNothing({ activities }: ReadonlySession): boolean {
  return [...activities.values()].every((state) => {
    if (state.kind !== 'allocation') return true;
    return [state.round, ...state.voided.map(({ round }) => round)].every((round) => round?.shown !== true);
  });
}

/** What has been shown of a round of which only a part has. */
function partOf(session: ReadonlySession): string | null {
  const { outcome } = seen(session, SCREENS.stage);
  return outcome === null || outcome === undefined || outcome.complete ? null : JSON.stringify(outcome.rows);
}

function totalsOf(session: ReadonlySession): string {
  return JSON.stringify([...(roundOf(session)?.tally ?? [])]);
}

function papersOf(session: ReadonlySession): string {
  const ballots = [...(roundOf(session)?.ballots.values() ?? [])];
  return JSON.stringify(ballots.filter(({ door }) => door === 'paper').map(({ alloc }) => alloc));
}

function groupsOf(session: ReadonlySession): string {
  return JSON.stringify(roundOf(session)?.sizes);
}

function noIn(answered: Answered | null): unknown {
  return answered !== null && 'refused' in answered.decision ? answered.decision : null;
}

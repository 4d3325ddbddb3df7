import { resultsCsv } from '@cyfran/server/record/csv.ts';
import { recordJson } from '@cyfran/server/record/json.ts';
import { makePack } from '@cyfran/server/record/pack/pack.ts';
import { sessionPb } from '@cyfran/server/record/pabulib.ts';
import type { Round } from '@cyfran/shared/activities/allocation/round.ts';
import type { ReadonlySession } from '@cyfran/shared/session/session.ts';
import { attempt } from '@cyfran/shared/testing/attempts.ts';
import { votersEvening, type Evening } from '@cyfran/shared/testing/random-evenings.ts';
import { RecordedSession, type Answered } from '@cyfran/shared/testing/recorded-session.ts';
import { phoneOf, SCREENS, seen } from '@cyfran/shared/testing/views.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from '../support/published.ts';

/*
 * What leaves the servers, where two meetings differ in ballots that nobody may know: the same bytes, but for what is random anyway. Ids of
 * entries and commitments are hashes over salts that nobody else has, so each stands for all.
 */

test('[T3] [X1] [X4] no file of a record, nor its journal, tells two meetings apart that differ in ballots which were never shown', async () => {
  let compared = 0;
  for (const evening of fc.sample(votersEvening, { numRuns: 70, seed: 2026 })) {
    const [one, other] = playedTwice(evening);
    if (!isHidden(one.session) || !isHidden(other.session)) continue;
    compared += totalsOf(one.session) === totalsOf(other.session) ? 0 : 1;
    expect(await filesOf(one)).toEqual(await filesOf(other));
  }
  expect(compared).toBeGreaterThan(12);
});

test('[T5] [X2] no screen, no file and no journal of a meeting holds what only one person may know', async () => {
  for (const evening of fc.sample(votersEvening, { numRuns: 30, seed: 7 })) {
    const [meeting] = playedTwice(evening);
    const files = await filesOf(meeting, false);
    const screens = Object.values({ ...SCREENS, bystander: phoneOf('nobody') }).map((viewer) =>
      JSON.stringify(seen(meeting.session, viewer)),
    );
    const salts = meeting.entries.flatMap(({ salt, events }) =>
      salt !== undefined && events.some(({ type }) => type === 'ballot.cast') ? [salt] : [],
    );
    const told = [...files.values(), ...screens].join('\n');
    expect(salts.filter((salt) => told.includes(`\t${salt}\t`))).toEqual([]);
    const seats = [...meeting.session.seats];
    expect(seats.length).toBeGreaterThan(0);
    // A place in the meeting stands in the journal's public part, and never beside a ballot.
    const lines = (files.get('record.jsonl') ?? '').split('\n').filter((line) => line.includes('"ballot.cast"'));
    expect(seats.filter((seat) => lines.some((line) => line.includes(seat)))).toEqual([]);
  }
});

/** The same evening twice: in the second everybody sends their other choice. It ends before anything is shown. */
function playedTwice({ setUp, operations }: Evening): readonly [RecordedSession, RecordedSession] {
  const both = [new RecordedSession(), new RecordedSession()] as const;
  for (const meeting of both) meeting.create({ ...setUp, mode: 'private' });
  const sent: readonly [Answered[], Answered[]] = [[], []];
  for (const operation of operations) {
    if (['show', 'showNext', 'goOn'].includes(operation.do)) continue;
    both.forEach((meeting, side) => {
      const answered = attempt(meeting, operation, sent[side]!, side === 0 ? 'one' : 'other');
      if (answered !== null) sent[side]!.push(answered);
    });
  }
  return both;
}

/** Every file that anyone could have of it, had it ended here, without what is random. */
async function filesOf(meeting: RecordedSession, isPlain = true): Promise<ReadonlyMap<string, string>> {
  const { record, publication } = seen({ ...meeting.session, state: 'closed' }, SCREENS.public);
  if (record === undefined || publication === undefined || publication === null) throw new Error('it has ended');
  const { files } = await makePack({ record, ...(await partsOf(meeting, publication)) });
  const texts = [...files].filter(([name]) => !/\.(docx|xlsx|mjs)$|^manifest/.test(name));
  const plain = (text: string) =>
    isPlain ? text.replace(/[\w+/-]{43,}=*/g, '#').replace(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g, '#') : text;
  const all = texts.map(([name, bytes]) => [name, plain(Buffer.from(bytes).toString())] as const);
  const alone = [resultsCsv(record), recordJson(record), sessionPb(record, 0)].map((text) => plain(text ?? 'none'));
  return new Map([...all, ['alone', alone.join('\n')]]);
}

function roundsOf({ activities }: ReadonlySession): Round[] {
  return [...activities.values()].flatMap((state) =>
    state.kind === 'allocation'
      ? [...state.voided.map(({ round }) => round), ...(state.round === null ? [] : [state.round])]
      : [],
  );
}

function isHidden(session: ReadonlySession): boolean {
  return roundsOf(session).every(({ shown, revealed, reveal }) => !shown && revealed === 0 && reveal === 'on-show');
}

function totalsOf(session: ReadonlySession): string {
  return JSON.stringify(roundsOf(session).map(({ tally }) => [...tally]));
}

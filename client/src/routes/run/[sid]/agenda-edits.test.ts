import { decidingRound, practiceRound } from '@cyfran/shared/activities/templates.ts';
import { agendaOf } from '@cyfran/shared/session/set-up.ts';
import { describe, expect, test } from 'vitest';
import { bringBack, change, insertNext, itemsOf, move, skip, type Items, type Show } from './agenda-edits.ts';

const agenda = agendaOf([
  practiceRound(),
  { kind: 'talk', minutes: 20 },
  { kind: 'break', minutes: 10 },
  decidingRound(),
]);
/** Practice is over, people talk. */
const show: Show = { agenda, started: ['a1', 'a2'] };
const order = (items: Items | null) => items?.map(({ activity }) => activity);

describe('the run of show while the meeting is under way', () => {
  test('parts that have not begun change places; none goes before what has begun, or past the end', () => {
    expect(order(move(show, 'a4', -1))).toEqual(['a1', 'a2', 'a4', 'a3']);
    expect(order(move(show, 'a3', 1))).toEqual(['a1', 'a2', 'a4', 'a3']);
    expect(move(show, 'a3', -1)).toBeNull();
    expect(move(show, 'a4', 1)).toBeNull();
    expect(move(show, 'a2', 1)).toBeNull();
  });

  test('a part that is skipped keeps its place, and comes back to it', () => {
    const skipped = skip(show, 'a3');
    expect(skipped.map((item) => item.skipped)).toEqual([false, false, true, false]);
    const again = { ...show, agenda: agenda.map((item) => ({ ...item, skipped: item.activity === 'a3' })) };
    expect(bringBack(again, 'a3')).toEqual(itemsOf(agenda));
  });

  test('a skipped part that the meeting has passed comes back as the next one', () => {
    const passed = agenda.map((item) => ({ ...item, skipped: item.activity === 'a2' }));
    expect(order(bringBack({ agenda: passed, started: ['a1', 'a3'] }, 'a2'))).toEqual(['a1', 'a3', 'a2', 'a4']);
  });

  test('a new part comes next and has no name yet', () => {
    const items = insertNext(show, { kind: 'talk', minutes: 5 }, { en: 'What is missing?' });
    expect(order(items)).toEqual(['a1', 'a2', null, 'a3', 'a4']);
    expect(items[2]).toEqual({
      activity: null,
      plan: { kind: 'talk', minutes: 5 },
      text: { en: 'What is missing?' },
      skipped: false,
    });
  });

  test('before anything has begun a new part comes first', () => {
    expect(order(insertNext({ agenda, started: [] }, { kind: 'how', minutes: 5 }, {}))?.[0]).toBeNull();
  });

  test('other minutes and words leave everything else of a part as it was', () => {
    expect(change(show, 'a4', 30, { cy: 'Y rownd olaf' })[3]).toEqual({
      ...agenda[3],
      plan: { ...decidingRound(), minutes: 30 },
      text: { cy: 'Y rownd olaf' },
    });
  });

  test('the list as it was takes back any of these changes', () => {
    expect(itemsOf(agenda)).toEqual(agenda);
  });
});

import { describe, expect, test } from 'vitest';
import { endMeeting, openJoining } from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import { joined, roundOpen, setUp, shown } from '../testing/meetings.ts';
import { writeDecision } from '../testing/planned.ts';
import { SCREENS, seen } from '../testing/views.ts';
import { Request } from './commands.ts';

const WHY = { cy: 'Roedd enw yn anghywir', en: 'A name was wrong' };

describe('what the room decided', () => {
  test('[O7] stands in its own words, with who does what by when', () => {
    const done = given(roundOpen(), shown).when(
      writeDecision({
        statement: { cy: 'Y bws', en: 'The bus' },
        actions: [
          { what: { en: 'Order it' }, who: { en: 'The council' }, until: '2027-01-31' },
          { what: { cy: 'Dweud wrth bawb' }, who: {}, until: null },
        ],
      }),
    );
    expect(done.answered.decision).toMatchObject({
      events: [{ type: 'decision.written', edition: 1, until: ['2027-01-31', null] }],
      bodies: [
        {
          texts: {
            statement: { cy: 'Y bws', en: 'The bus' },
            'what.0': { en: 'Order it' },
            'who.0': { en: 'The council' },
            'what.1': { cy: 'Dweud wrth bawb' },
          },
        },
      ],
    });
    expect(seen(done.meeting.session, SCREENS.stage).decision).toEqual({
      edition: 1,
      at: '2026-11-23T12:00:00Z',
      statement: { cy: 'Y bws', en: 'The bus' },
      actions: [
        { what: { en: 'Order it' }, who: { en: 'The council' }, until: '2027-01-31' },
        { what: { cy: 'Dweud wrth bawb' }, who: {}, until: null },
      ],
      reason: null,
    });
  });

  test('[O7] written again needs a reason, and every edition stays in the record', () => {
    const decided = given(joined([]), writeDecision());
    decided.when(writeDecision()).refuses('reason-missing');
    decided
      .when(writeDecision({ statement: { en: 'Only the bus' }, reason: WHY }))
      .records({ type: 'decision.written', edition: 2 });
    decided.when(writeDecision({ statement: { en: 'Only the park' } })).refuses('reason-missing');
    decided.when(endMeeting()).records({ type: 'session.closed' });
    decided.when(writeDecision({ statement: { en: 'Only the park' }, reason: WHY })).records({ edition: 3 });
    expect(seen(decided.session, SCREENS.public).record?.decisions).toMatchObject([
      { edition: 1, statement: { en: 'The bus and the park' }, reason: null },
      { edition: 2, statement: { en: 'Only the bus' }, reason: WHY },
      { edition: 3, statement: { en: 'Only the park' }, reason: WHY },
    ]);
  });

  test('[O7] has words that can be read, and says which cannot', () => {
    const open = given(setUp(), openJoining());
    const bad = { en: 'turned\u202E' };
    open.when(writeDecision({ statement: {} })).refuses('bad-text', { field: 'statement' });
    open.when(writeDecision({ statement: bad })).refuses('bad-text', { field: 'statement' });
    const action = { what: { en: 'Order it' }, who: {}, until: null };
    open.when(writeDecision({ actions: [action, { ...action, what: {} }] })).refuses('bad-text', { field: 'what.1' });
    open.when(writeDecision({ actions: [action, { ...action, who: bad }] })).refuses('bad-text', { field: 'who.1' });
    open.when(writeDecision({ actions: [] })).records({ type: 'decision.written' });
    open.when(writeDecision({ reason: {} })).refuses('bad-text', { field: 'reason' });
  });

  test('[O7] is long enough for a room, with its days as days', () => {
    const sent = { type: 'WriteDecision', statement: { en: 'a'.repeat(2000) }, actions: [], reason: null, seen: 1 };
    const action = { what: { en: 'Order it' }, who: {}, until: '2027-01-31' };
    expect(Request.safeParse(sent).success).toBe(true);
    expect(Request.safeParse({ ...sent, actions: [action] }).success).toBe(true);
    for (const wrong of [
      { ...sent, statement: { en: 'a'.repeat(2001) } },
      { ...sent, actions: [{ ...action, until: 'Monday' }] },
      { ...sent, actions: Array.from({ length: 51 }, () => action) },
    ]) {
      expect(Request.safeParse(wrong).success).toBe(false);
    }
  });
});

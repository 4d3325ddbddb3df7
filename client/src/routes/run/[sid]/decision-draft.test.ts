import type { WrittenDecision } from '@cyfran/shared/session/session.ts';
import { describe, expect, test } from 'vitest';
import { checkDecision, draftDecision, keptDraft, newAction } from './decision-draft.ts';

const written: WrittenDecision = {
  edition: 1,
  at: '2026-11-23T20:00:00Z',
  statement: { cy: 'Ariannwn yr ardd.', en: 'We fund the garden.' },
  actions: [{ what: { en: 'Buy seeds' }, who: {}, until: '2026-12-01' }],
  reason: null,
};

describe('the decision in words', () => {
  test('the first time needs what was decided, and no reason', () => {
    const draft = draftDecision(null);
    expect(checkDecision(draft, false)).toEqual({ problems: [{ in: 'statement' }] });
    draft.statement.cy = ' Ariannwn yr ardd. ';
    expect(checkDecision(draft, false)).toEqual({
      command: { type: 'WriteDecision', statement: { cy: 'Ariannwn yr ardd.' }, actions: [], reason: null },
    });
  });

  test('written again, it starts from what stands and needs a reason', () => {
    const draft = draftDecision(written);
    expect(checkDecision(draft, true)).toEqual({ problems: [{ in: 'reason' }] });
    draft.reason.en = 'The date was wrong';
    draft.actions[0]!.until = '';
    expect(checkDecision(draft, true)).toEqual({
      command: {
        type: 'WriteDecision',
        statement: written.statement,
        actions: [{ what: { en: 'Buy seeds' }, who: {}, until: null }],
        reason: { en: 'The date was wrong' },
      },
    });
  });

  test('an action that nobody filled in is left out; one without what is to be done is asked about', () => {
    const draft = draftDecision(written);
    draft.actions.push(newAction(draft.actions), { ...newAction(draft.actions), key: 9, who: { cy: 'Siân', en: '' } });
    expect(draft.actions.map(({ key }) => key)).toEqual([1, 2, 9]);
    expect(checkDecision(draft, false)).toEqual({ problems: [{ in: 'action', action: 3 }] });
    draft.actions.pop();
    expect(checkDecision(draft, false)).toMatchObject({ command: { actions: [{ what: { en: 'Buy seeds' } }] } });
  });

  test('what was typed comes back after a reload, but not over what somebody else has written since', () => {
    const kept = JSON.parse(JSON.stringify({ over: 1, draft: draftDecision(written) })) as unknown;
    expect(keptDraft(kept, written)).toEqual(draftDecision(written));
    expect(keptDraft(kept, { ...written, edition: 2 })).toBeNull();
    expect(keptDraft(kept, null)).toBeNull();
    expect(keptDraft(null, null)).toBeNull();
  });
});

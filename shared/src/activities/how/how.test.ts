import { describe, expect, test } from 'vitest';
import { seatOf, startActivity } from '../../testing/asked.ts';
import { given } from '../../testing/given.ts';
import { deciding, how, joined } from '../../testing/meetings.ts';
import { answerQuestions, raiseQuestion } from '../../testing/planned.ts';
import { SCREENS, seen } from '../../testing/views.ts';

const begun = [...joined(['ann', 'bob'], { agenda: [how, deciding()] }), startActivity('a1')];

describe('how we will decide', () => {
  test('[K2] lets each person say that they have a question, and take it down again', () => {
    const asking = given(begun);
    const open = () => seen(asking.session, SCREENS.stage).questions?.open;
    asking.when(raiseQuestion('ann')).then([{ type: 'question.raised', activity: 'a1', seat: seatOf('ann') }]);
    asking.when(raiseQuestion('ann')).refuses('already-begun');
    asking.when(raiseQuestion('bob')).records({ type: 'question.raised' });
    expect(open()).toBe(2);
    asking.when(raiseQuestion('ann', false)).then([{ type: 'question.lowered', activity: 'a1', seat: seatOf('ann') }]);
    asking.when(raiseQuestion('ann', false)).refuses('already-begun');
    expect(open()).toBe(1);
  });

  test('[K2] closes every question when they were answered, and every phone hears of it', () => {
    const asking = given(begun, raiseQuestion('ann'), raiseQuestion('bob'));
    expect(seen(asking.session, SCREENS.room).now?.activity).toEqual({ kind: 'how', answered: 0 });
    asking.when(answerQuestions()).then([{ type: 'questions.answered', activity: 'a1' }]);
    expect(seen(asking.session, SCREENS.room)).toMatchObject({
      now: { what: 'questions.answered', activity: { kind: 'how', answered: 1 } },
      questions: { open: 0 },
    });
    asking.when(raiseQuestion('ann')).records({ type: 'question.raised' });
    asking.when(answerQuestions()).records({ type: 'questions.answered' });
    expect(seen(asking.session, SCREENS.room).now?.activity).toEqual({ kind: 'how', answered: 2 });
  });

  test('[K2] holds nobody up: the meeting may go on with questions open', () => {
    given(begun, raiseQuestion('ann')).when(startActivity('a2')).records({ type: 'round.opened' });
  });
});

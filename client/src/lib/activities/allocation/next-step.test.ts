import { describe, expect, test } from 'vitest';
import { allocationSteps, commandOf, isHeld } from './next-step.ts';

const at = { activity: 'a2', round: 'a2.1', leftMs: 0, reason: { en: 'The lights went out' } };
const round = (stage: 'open' | 'last-call' | 'closed', more: { shown?: boolean; practice?: boolean } = {}) => ({
  round: 'a2.1',
  stage,
  shown: false,
  practice: false,
  ...more,
});

describe('the one button of a round', () => {
  test('practice is simply ended, and the meeting may then move on', () => {
    expect(allocationSteps(round('open', { practice: true }), null).primary).toBe('endPractice');
    expect(allocationSteps(round('closed', { practice: true, shown: true }), null)).toEqual({
      primary: null,
      others: [],
      over: true,
    });
  });

  test('a deciding round goes last call, close, show', () => {
    expect(allocationSteps(round('open'), null).primary).toBe('lastCall60');
    expect(allocationSteps(round('last-call'), null).primary).toBe('closeNow');
    expect(allocationSteps(round('closed'), { counted: true, canReopen: true }).primary).toBe('show');
    expect(allocationSteps(round('closed', { shown: true }), { counted: true, canReopen: false }).over).toBe(true);
  });

  test('nothing is shown before it is counted, and the meeting does not move on unseen', () => {
    for (const ready of [null, { counted: false, canReopen: true }]) {
      expect(allocationSteps(round('closed'), ready)).toMatchObject({ primary: null, over: false });
    }
  });

  test('reopening is offered only while nobody has seen a total', () => {
    expect(allocationSteps(round('closed'), { counted: true, canReopen: true }).others).toEqual(['reopen']);
    expect(allocationSteps(round('closed'), { counted: true, canReopen: false }).others).toEqual([]);
    expect(allocationSteps(round('last-call'), null).others).toEqual(['moreTime60', 'moreTime120']);
  });

  test('what cannot be taken back is held', () => {
    expect((['closeNow', 'show'] as const).every(isHeld)).toBe(true);
    expect((['endPractice', 'lastCall60', 'moreTime60', 'reopen'] as const).some(isHeld)).toBe(false);
  });
});

describe('what a button sends', () => {
  test('more time comes on top of what is left, in whole seconds, and no more than a last call can last', () => {
    const seconds = (step: 'moreTime60' | 'moreTime120', leftMs: number) => {
      const command = commandOf(step, { ...at, leftMs });
      return command.type === 'LastCall' ? command.seconds : null;
    };
    expect(seconds('moreTime60', 24_400)).toBe(84);
    expect(seconds('moreTime120', -3000)).toBe(120);
    expect(seconds('moreTime120', 880_000)).toBe(900);
  });

  test('each names its round', () => {
    expect(commandOf('lastCall120', at)).toEqual({ type: 'LastCall', activity: 'a2', round: 'a2.1', seconds: 120 });
    expect(commandOf('endPractice', at)).toEqual({ type: 'CloseNow', activity: 'a2', round: 'a2.1' });
    expect(commandOf('show', at)).toEqual({ type: 'Show', activity: 'a2', round: 'a2.1' });
    expect(commandOf('reopen', at)).toEqual({ type: 'Reopen', activity: 'a2', round: 'a2.1', reason: at.reason });
  });
});

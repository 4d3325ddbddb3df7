import { describe, expect, test } from 'vitest';
import { allocationSteps, commandOf, isHeld, isReasoned, type RoundNow } from './next-step.ts';

const at = { activity: 'a2', round: 'a2.1', leftMs: 0, reason: { en: 'The lights went out' } };
const round = (stage: RoundNow['stage'], more: Partial<RoundNow> = {}): RoundNow => ({
  round: 'a2.1',
  stage,
  shown: false,
  practice: false,
  deciding: true,
  reveal: 'on-show',
  revealed: 0,
  notice: null,
  ...more,
});
const counted = { counted: true, canReopen: false, canCorrect: false };

describe('the one button of a round', () => {
  test('practice is simply ended, and the meeting may then move on', () => {
    const practice = { practice: true, deciding: false };
    expect(allocationSteps(round('open', practice), null)).toMatchObject({ primary: 'endPractice', mends: [] });
    expect(allocationSteps(round('closed', { ...practice, shown: true }), null)).toEqual({
      primary: null,
      others: [],
      mends: [],
      over: true,
    });
  });

  test('a deciding round goes last call, close, the first result, the next ones; then the meeting may move on', () => {
    expect(allocationSteps(round('open'), null).primary).toBe('lastCall60');
    expect(allocationSteps(round('last-call'), null).primary).toBe('closeNow');
    expect(allocationSteps(round('closed'), counted)).toMatchObject({ primary: 'showFirst', others: ['show'] });
    expect(allocationSteps(round('closed', { revealed: 2 }), counted)).toMatchObject({ primary: 'showNext' });
    expect(allocationSteps(round('closed', { shown: true, revealed: 3 }), counted).over).toBe(true);
  });

  test('a round that decides nothing is shown at once', () => {
    expect(allocationSteps(round('closed', { deciding: false }), counted)).toMatchObject({
      primary: 'showStanding',
      others: [],
    });
  });

  test('where papers are taken, the paper is closed after the phones', () => {
    expect(allocationSteps(round('entering'), { ...counted, counted: false })).toMatchObject({
      primary: 'closePaper',
      over: false,
    });
  });

  test('nothing is shown before it is counted, and the meeting does not move on unseen', () => {
    for (const ready of [null, { ...counted, counted: false }]) {
      expect(allocationSteps(round('closed'), ready)).toMatchObject({ primary: null, others: [], over: false });
    }
  });

  test('a correction goes from the papers to a new result, and only then may the meeting move on', () => {
    const notice = { what: 'correcting', reason: { en: 'One paper was read wrongly' } } as const;
    const shown = { shown: true, revealed: 1, notice };
    expect(allocationSteps(round('entering', shown), counted)).toMatchObject({ primary: 'closePaper', mends: [] });
    expect(allocationSteps(round('closed', shown), counted)).toMatchObject({ primary: 'showCorrected', over: false });
    expect(allocationSteps(round('closed', shown), null)).toMatchObject({ primary: null, over: false });
    expect(allocationSteps(round('closed', shown), { ...counted, canCorrect: true })).toMatchObject({
      primary: null,
      over: true,
    });
  });
});

describe('when something goes wrong', () => {
  test('a round that was opened too early is taken back while nobody has sent, and voided after', () => {
    const fresh = { counted: false, canReopen: false, canCorrect: false };
    expect(allocationSteps(round('open'), { ...fresh, canTakeBack: true }).mends).toEqual(['takeBackStart']);
    expect(allocationSteps(round('open'), fresh).mends).toEqual(['voidRound']);
  });

  test('a last call can be withdrawn, and live totals hidden while people vote', () => {
    expect(allocationSteps(round('last-call'), null).mends).toEqual(['withdrawLastCall', 'voidRound']);
    expect(allocationSteps(round('open', { reveal: 'live' }), null).mends).toContain('hideTotals');
    expect(allocationSteps(round('closed', { reveal: 'live' }), counted).mends).not.toContain('hideTotals');
  });

  test('reopening is offered only while nobody has seen a total', () => {
    expect(allocationSteps(round('closed'), { ...counted, canReopen: true }).mends).toContain('reopen');
    expect(allocationSteps(round('closed'), counted).mends).not.toContain('reopen');
  });

  test('after the end a paper can still be corrected, and nothing is voided', () => {
    const ready = { ...counted, canCorrect: true };
    expect(allocationSteps(round('closed', { shown: true }), ready, true).mends).toEqual(['correct']);
    expect(allocationSteps(round('closed', { shown: true }), ready).mends).toEqual(['correct', 'voidRound']);
  });
});

describe('how a button is pressed', () => {
  test('what cannot be taken back is held; once something is shown, the next is a simple press', () => {
    expect(
      (['closeNow', 'closePaper', 'showFirst', 'show', 'showStanding', 'showCorrected'] as const).every(isHeld),
    ).toBe(true);
    expect((['endPractice', 'lastCall60', 'moreTime60', 'showNext', 'reopen'] as const).some(isHeld)).toBe(false);
  });

  test('opening again, starting again and correcting ask for a reason', () => {
    expect((['reopen', 'voidRound', 'correct'] as const).every(isReasoned)).toBe(true);
    expect((['show', 'closeNow', 'takeBackStart'] as const).some(isReasoned)).toBe(false);
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

  test('each names its round, and its reason where it has one', () => {
    const named = { activity: 'a2', round: 'a2.1' };
    expect(commandOf('lastCall120', at)).toEqual({ type: 'LastCall', ...named, seconds: 120 });
    expect(commandOf('endPractice', at)).toEqual({ type: 'CloseNow', ...named });
    expect(commandOf('closePaper', at)).toEqual({ type: 'CloseNow', ...named });
    expect(commandOf('showFirst', at)).toEqual({ type: 'ShowNext', ...named });
    expect(commandOf('show', at)).toEqual({ type: 'Show', ...named });
    expect(commandOf('voidRound', at)).toEqual({ type: 'VoidRound', ...named, reason: at.reason });
    expect(commandOf('correct', at)).toEqual({ type: 'Correct', ...named, reason: at.reason });
    expect(commandOf('takeBackStart', at)).toEqual({ type: 'TakeBackStart', activity: 'a2' });
  });
});

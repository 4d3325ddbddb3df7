import type { Request } from '@cyfran/shared/session/commands.ts';
import { decidingRound } from '@cyfran/shared/activities/templates.ts';

const SALT = 'AAAAAAAAAAAAAAAAAAAAAA';

/** One right message of every kind that a person may send, about this round and on this ruling. */
export function oneOfEach(seen: number, round = 'a1.1'): readonly Request[] {
  const activity = round.slice(0, round.indexOf('.'));
  const aim = { activity, round } as const;
  const reason = { cy: 'Daeth bws yn hwyr', en: 'A bus came late' };
  const alloc: [string, number][] = [
    ['bridge', 1],
    ['roof', 2],
  ];
  return [
    { type: 'Join' },
    { type: 'LetIn', seats: ['p-0123456789abcdef'] },
    { type: 'TurnAway', seat: 'p-0000000000000000' },
    { type: 'OpenJoining', seen },
    { type: 'StartActivity', activity: 'a2', seen },
    { type: 'TakeBackStart', activity, seen },
    { type: 'EndMeeting', seen },
    { type: 'SetAgenda', items: [{ activity, plan: decidingRound(), text: { en: 'Choose' }, skipped: false }], seen },
    {
      type: 'WriteDecision',
      statement: { en: 'We build it' },
      actions: [{ what: { en: 'Ask' }, who: { en: 'Ann' }, until: '2026-12-01' }],
      reason: null,
      seen,
    },
    { type: 'CastBallot', ...aim, alloc, group: 'citizens', replaces: 0, salt: SALT },
    { type: 'LastCall', ...aim, seconds: 60, seen },
    { type: 'WithdrawLastCall', ...aim, seen },
    { type: 'CloseNow', ...aim, seen },
    { type: 'Reopen', ...aim, reason, seen },
    { type: 'VoidRound', ...aim, reason, seen },
    { type: 'HideTotals', ...aim, seen },
    { type: 'ShowNext', ...aim, seen },
    { type: 'Show', ...aim, seen },
    { type: 'Correct', ...aim, reason, seen },
    { type: 'EnterPaper', ...aim, serial: 7, card: 'BCDFGHJK', alloc, group: 'citizens', salt: SALT },
    { type: 'SpoilPaper', ...aim, serial: 7, why: 'unreadable' },
    { type: 'ReconcilePaper', ...aim, issued: 10, unused: 3 },
    { type: 'RaiseQuestion', activity, raised: true },
    { type: 'AnswerQuestions', activity, seen },
    { type: 'SetTimer', activity, seconds: 60, seen },
  ];
}

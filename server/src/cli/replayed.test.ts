import { describe, expect, test } from 'vitest';
import { parsePabulib } from '@cyfran/shared/pabulib/parse.ts';
import { countOffline, toReplayed, type Replayed } from './replayed.ts';

/** An election of three projects; `votes`: the rows below the voter's number. */
function election(type: string, votes: readonly string[], meta: readonly string[] = [], projects = PROJECTS) {
  const points = type === 'cumulative';
  return parsePabulib(
    [
      ...['META', 'key;value', 'budget;100', `vote_type;${type}`, ...meta],
      ...['PROJECTS', 'project_id;cost;name', ...projects],
      ...['VOTES', points ? 'voter_id;vote;points' : 'voter_id;vote'],
      ...votes.map((vote, nth) => `${String(nth)};${vote}`),
    ].join('\n'),
  );
}
const PROJECTS = ['a;60;Ash', 'b;50;Beech', 'c;40;'];
const rule = ({ setUp }: Replayed) => setUp.agenda[0]?.plan;
const totals = ({ totals: all }: Replayed) => [...all].map(([id, { tokens, supporters }]) => [id, tokens, supporters]);

describe('an election as a meeting', () => {
  test('takes points for tokens, as many as the file gives', () => {
    const replayed = toReplayed(
      election('cumulative', ['a,b;3,1', 'c;2', 'b,a;0,1'], ['max_sum_points;5', 'max_points;3']),
    );
    expect(rule(replayed)).toMatchObject({ tokens: 5, cap: 3, reveal: 'live' });
    expect(totals(replayed)).toEqual([
      ['a', 4, 2],
      ['b', 1, 1],
      ['c', 2, 1],
    ]);
    expect(rule(toReplayed(election('cumulative', ['a,b;3,1'])))).toMatchObject({ tokens: 4, cap: 4 });
  });

  test('takes an approval for one token, once for each project, and one choice for one token in all', () => {
    const approvals = toReplayed(election('approval', ['a,b,a', 'c', '']));
    expect(rule(approvals)).toMatchObject({ tokens: 2, cap: 1 });
    expect(approvals.ballots).toEqual([
      [
        ['a', 1],
        ['b', 1],
      ],
      [['c', 1]],
      [],
    ]);
    expect(rule(toReplayed(election('approval', ['a'], ['max_length;3'])))).toMatchObject({ tokens: 3, cap: 1 });
    expect(rule(toReplayed(election('choose-1', ['a', 'b'])))).toMatchObject({ tokens: 1, cap: 1 });
  });

  test('takes some of the voters evenly out of the file, and then leaves its columns alone', () => {
    const votes = Array.from({ length: 10 }, (_, nth) => (nth < 5 ? 'a' : 'b'));
    const some = toReplayed(election('choose-1', votes), 4);
    expect(some.ballots.map(([line]) => line?.[0])).toEqual(['a', 'a', 'b', 'b']);
    expect(some.given).toBeNull();
    expect(toReplayed(election('choose-1', votes)).given?.size).toBe(3);
  });

  test('names what has no name by its id, and is refused where a meeting could not hold it', () => {
    expect(toReplayed(election('choose-1', ['a'])).setUp.proposals[2]).toMatchObject({
      name: { en: 'c' },
      costMinor: 4000,
    });
    const many = Array.from({ length: 201 }, (_, nth) => `p${String(nth)};1;`);
    expect(() => toReplayed(election('choose-1', ['p1'], [], many))).toThrow('at most 200 proposals, the file has 201');
    expect(() => toReplayed(election('choose-1', ['a'], [], ['a;0;Free']))).toThrow('"a" costs nothing');
    expect(() => toReplayed(election('scoring', ['a']))).toThrow('not "scoring"');
    expect(() => toReplayed(election('choose-1', []))).toThrow('the file has no votes');
    expect(() => toReplayed(election('choose-1', ['a']), 2)).toThrow('2 people were asked for, the file has 1 voters');
  });
});

test('counted offline, the most tokens come first while the money lasts, and equals by lot', () => {
  const asked = election('cumulative', ['a;1', 'b;3', 'c;2']);
  expect(countOffline(asked, toReplayed(asked), 'lot')).toEqual(['b', 'c']);
  const equal = election('choose-1', ['a', 'b', 'c']);
  const lots = ['one', 'two', 'three', 'four', 'five'].map((lot) => countOffline(equal, toReplayed(equal), lot).join());
  expect(new Set(lots).size).toBeGreaterThan(1);
});

import { expect, test } from 'vitest';
import { parsePabulib } from './parse.ts';
import { profileOf } from './profile.ts';

function profile(
  type: string,
  votes: readonly string[],
  utility: 'additive' | 'borda' | 'cardinality' | 'cost',
  more = '',
) {
  const file = [
    ...['META', 'key;value', 'budget;100', `vote_type;${type}`, ...(more === '' ? [] : [more])],
    ...['PROJECTS', 'project_id;cost', 'a;10', 'b;20', 'c;0'],
    ...['VOTES', 'voter_id;vote;points', ...votes],
  ];
  return profileOf(parsePabulib(file.join('\n')), utility).proposals.map(({ voters, worth, total, support }) => ({
    ...{ voters: [...voters], worth: [...worth], total, support },
  }));
}

test('a project named twice in a ballot counts once, with its last points', () => {
  expect(profile('approval', ['1;a,a,b;', '2;b,a;'], 'cost').slice(0, 2)).toEqual([
    { voters: [0, 1], worth: [1000, 1000], total: 2000, support: 2 },
    { voters: [0, 1], worth: [2000, 2000], total: 4000, support: 2 },
  ]);
  expect(profile('cumulative', ['1;a,b,a;5,2,1'], 'additive')[0]).toEqual({
    voters: [0],
    worth: [1],
    total: 1,
    support: 1,
  });
});

test('points below zero weigh against a project, and make nobody a supporter', () => {
  expect(profile('scoring', ['1;a,b;4,-3', '2;a;-1'], 'additive').slice(0, 2)).toEqual([
    { voters: [0], worth: [4], total: 3, support: 3 },
    { voters: [], worth: [], total: -3, support: -3 },
  ]);
  expect(profile('scoring', ['1;a;4', '2;b;1'], 'additive', 'default_score;2')[0]).toMatchObject({
    voters: [0, 1],
    worth: [4, 2],
  });
});

test('an order gives its first as many points as it has lines, or one less where the last is worth nothing', () => {
  expect(profile('ordinal', ['1;b,a;'], 'additive').slice(0, 2)).toMatchObject([{ worth: [1] }, { worth: [2] }]);
  expect(profile('ordinal', ['1;b,a;'], 'borda').slice(0, 2)).toMatchObject([{ voters: [] }, { worth: [1] }]);
});

test('what costs nothing is worth as much as anything to those who back it, where the cost is what is worth', () => {
  expect(profile('approval', ['1;c;'], 'cost')[2]).toMatchObject({ voters: [0], worth: [1] });
});

import { expect, test } from 'vitest';
import { paperSum } from './paper-sum.ts';

const papers = { round: 'a2.1', entered: [1, 2, 5], spoiled: [[3, 'blank']] as const, issued: 10, unused: 6 };

test('every paper that was handed out was entered, set aside, or came back', () => {
  expect(paperSum(papers)).toEqual({ sum: 'right' });
});

test('a paper that nobody has seen again is missing', () => {
  expect(paperSum({ ...papers, unused: 4 })).toEqual({ sum: 'missing', papers: 2 });
});

test('more papers than were handed out are named too', () => {
  expect(paperSum({ ...papers, issued: 9 })).toEqual({ sum: 'more', papers: 1 });
});

test('before anybody has counted by hand, nothing is wrong', () => {
  expect(paperSum({ ...papers, issued: null })).toEqual({ sum: 'not-counted' });
  expect(paperSum({ ...papers, unused: null })).toEqual({ sum: 'not-counted' });
});

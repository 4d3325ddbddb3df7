import { helperEn } from '@cyfran/shared/i18n/helper.en.ts';
import { expect, test } from 'vitest';
import { checkPaper, emptyPaper, printedSerial, readSerial, totalOf, type PaperForm } from './paper-form.ts';

const RULES = {
  tokens: 10,
  cap: 4,
  asksGroup: false,
  proposals: [
    { proposal: 'roof', name: 'Roof' },
    { proposal: 'bus', name: 'Bus' },
  ],
};
const keyed = (changes: Partial<PaperForm>): PaperForm => ({ ...emptyPaper(), serial: '42', ...changes });
const problems = (form: PaperForm, rules = RULES) => {
  const checked = checkPaper(form, rules);
  return 'problems' in checked ? checked.problems.map(({ field, say }) => [field, say(helperEn.errors)]) : [];
};

test('a paper keyed as it reads is a ballot in the order that the server wants', () => {
  expect(checkPaper(keyed({ serial: '0042', digits: { roof: '4', bus: ' 3 ' } }), RULES)).toEqual({
    paper: {
      serial: 42,
      card: null,
      group: null,
      alloc: [
        ['bus', 3],
        ['roof', 4],
      ],
    },
  });
});

test('a blank paper is a ballot, and 0 is the same as nothing', () => {
  expect(checkPaper(keyed({ digits: { roof: '0', bus: '' } }), RULES)).toMatchObject({ paper: { alloc: [] } });
});

test('a card is read with its spaces and dashes, in any case', () => {
  expect(checkPaper(keyed({ card: 'bcdf-ghjk' }), RULES)).toMatchObject({ paper: { card: 'BCDFGHJK' } });
  expect(problems(keyed({ card: 'BCDF' }))).toEqual([['card', helperEn.errors.card]]);
});

test('each thing that is wrong is said at its field', () => {
  expect(problems(keyed({ serial: 'x', digits: { roof: '5', bus: 'two' } }))).toEqual([
    ['serial', helperEn.errors.serial],
    ['digits-roof', 'At most 4 tokens for Roof'],
    ['digits-bus', 'Enter a whole number for Bus'],
  ]);
  expect(problems(keyed({ digits: { roof: '4', bus: '4' } }), { ...RULES, tokens: 7 })).toEqual([
    ['digits-roof', 'The paper gives 8 tokens, and a person has 7'],
  ]);
});

test('the group is asked only where the vote reads it', () => {
  expect(problems(keyed({}), { ...RULES, asksGroup: true })).toEqual([['group', helperEn.errors.group]]);
  expect(checkPaper(keyed({ group: 'citizens' }), RULES)).toMatchObject({ paper: { group: null } });
  const asked = checkPaper(keyed({ group: 'undeclared' }), { ...RULES, asksGroup: true });
  expect(asked).toMatchObject({ paper: { group: 'undeclared' } });
});

test('numbers of papers', () => {
  expect(['', '0', '00042', '123456', '4.2', '-3'].map(readSerial)).toEqual([null, null, 42, null, null, null]);
  expect([7, 42, 12_345].map(printedSerial)).toEqual(['0007', '0042', '12345']);
  expect(totalOf(keyed({ digits: { roof: '4', bus: 'x' } }))).toBe(4);
});

import { expect, test } from 'vitest';
import { withField } from './fields.ts';

test('a field stands in one column: choosing it elsewhere moves it', () => {
  expect(withField(['name.en', 'cost', null], 2, 'cost')).toEqual(['name.en', null, 'cost']);
  expect(withField(['name.en', 'cost'], 0, null)).toEqual([null, 'cost']);
});

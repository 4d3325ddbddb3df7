import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('nothing needs to be set', () => {
  expect(readConfig({ PATH: '/bin', CYFRAN_URL: '' })).toMatchObject({
    PORT: 3000,
    CYFRAN_HOST: '0.0.0.0',
    CYFRAN_DATA: 'data',
    CYFRAN_PROXY_HOPS: 0,
    CYFRAN_LOG: 'warn',
  });
});

test('an address is kept without its last slash', () => {
  expect(readConfig({ CYFRAN_URL: 'https://budget.example/' }).CYFRAN_URL).toBe('https://budget.example');
});

test.each([
  ['PORT', 'three thousand'],
  ['PORT', '70000'],
  ['CYFRAN_URL', 'budget.example'],
  ['CYFRAN_URL', 'ftp://budget.example'],
  ['CYFRAN_PROXY_HOPS', '-1'],
  ['CYFRAN_LOG', 'loud'],
])('a setting that is not understood is named: %s=%s', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: `));
});

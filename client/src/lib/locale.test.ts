import { describe, expect, test } from 'vitest';
import { preferredLocale } from './locale.ts';

describe('the language of a page', () => {
  test('is what was chosen here before, whatever the browser asks for', () => {
    expect(preferredLocale('cy', 'en-GB,en;q=0.9')).toBe('cy');
  });

  test.for([
    ['cy-GB,cy;q=0.9,en;q=0.8', 'cy'],
    ['en;q=0.5, cy;q=0.9', 'cy'],
    ['pl, en-GB;q=0.7', 'en'],
    ['cy;q=0, pl', 'en'],
    ['cy;q=nonsense', 'en'],
    ['pl', 'en'],
    [null, 'en'],
  ] as const)('for a browser that asks for %s is %s', ([acceptLanguage, locale]) => {
    expect(preferredLocale(undefined, acceptLanguage)).toBe(locale);
  });

  test('forgets a cookie that names no language of ours', () => {
    expect(preferredLocale('xx"><script>', 'cy')).toBe('cy');
  });
});

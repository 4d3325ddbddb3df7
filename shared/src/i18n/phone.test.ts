import { describe, expect, test } from 'vitest';
import { phoneCy } from './phone.cy.ts';
import { phoneEn } from './phone.en.ts';

// One number for each of the six Welsh forms.
const NUMBERS = [0, 1, 2, 3, 6, 20];

/** Every text of a catalogue by its key: functions are asked with each number, with words and with facts. */
function spoken(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}.${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'object' && value !== null) return spoken(value, here);
    const say = value as (...asked: unknown[]) => string;
    const facts = { asked: 7, has: 5, cap: 4, what: 'voters' };
    const asked = here.startsWith('.refusals') ? [facts] : NUMBERS;
    return asked.map((first): [string, string] => [here, say(first, 7, 5, 4, 3)]);
  });
}

describe.for([
  ['English', phoneEn],
  ['Welsh', phoneCy],
] as const)('the words of the phone in %s', ([, words]) => {
  test('are never empty, and never print what is missing', () => {
    for (const [key, text] of spoken(words)) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test('use the printer’s apostrophe', () => {
    expect(spoken(words).filter(([, text]) => text.includes("'"))).toEqual([]);
  });
});

test('people read of proposals, never of projects', () => {
  const projects = [...spoken(phoneEn), ...spoken(phoneCy)].filter(([, text]) =>
    /project|b?prosiect|phrosiect/i.test(text),
  );
  expect(projects).toEqual([]);
});

test('both languages say the same things', () => {
  const keys = (words: object) => spoken(words).map(([key]) => key);
  expect(keys(phoneCy)).toEqual(keys(phoneEn));
});

test('Welsh is not English', () => {
  const english = new Map(spoken(phoneEn));
  const same = spoken(phoneCy).filter(([key, text]) => english.get(key) === text && /[a-z]{3}/i.test(text));
  expect(same.map(([key]) => key)).toEqual([]);
});

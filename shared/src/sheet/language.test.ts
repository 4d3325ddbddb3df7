import { describe, expect, test } from 'vitest';
import { languageOf } from './language.ts';

describe('the language of texts', () => {
  test.for([
    ['Gardd y pentref', 'cy'],
    ['Meinciau ger yr afon', 'cy'],
    ['Llwybr i’r ysgol a’r neuadd', 'cy'],
    ['Côr cymunedol', 'cy'],
    ['The village garden', 'en'],
    ['A path to the school', 'en'],
    ['Llanfair village hall: repair of the roof', 'en'],
    ['Wi-Fi', null],
    ['', null],
  ] as const)('“%s” is %s', ([text, language]) => {
    expect(languageOf([text])).toBe(language);
  });
});

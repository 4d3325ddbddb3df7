import { plural } from './plural.ts';

/** Words of the page on which anyone recounts a meeting and finds their receipt. This is the type that the Welsh must satisfy. */
export const checkEn = {
  step: 'Check',
  title: 'Recount it yourself',
  lead: 'Your own browser reads the whole record of this meeting and checks it, step by step. Nothing that you type here is sent anywhere.',
  back: 'Back to the record',
  notYet: 'This can be done when the meeting has ended.',
  reading: 'Reading the record and checking it …',
  failedTitle: 'It could not be checked here',
  failed: 'Load the page again, or take the pack of files and check it on a computer: README.txt in it says how.',
  holds: 'The record holds.',
  doesNot: 'The record does not hold.',
  doesNotMore:
    'Something in it was changed, or is not as it should be. Keep this page and ask the people who ran the meeting.',
  unreadable: 'This record cannot be read.',
  states: { ok: 'Right', failed: 'Wrong', unchecked: 'Not checked' },
  checks: 'Every check',
  more: 'What was checked',
  kept: (seals: number, receipts: number) =>
    `Held against what this device kept: ${plural('en', seals, { one: '1 seal', other: `${seals} seals` })}, ${plural('en', receipts, { one: '1 receipt', other: `${receipts} receipts` })}.`,
  keptNone:
    'This device kept no seal and no receipt of this meeting. Compare the seal below with a photo of the big screen.',
  seal: 'Seal of this record',
  entries: (n: number) => plural('en', n, { one: '1 entry', other: `${n} entries` }),
  findTitle: 'Find your receipt',
  find: 'The code on your receipt',
  findHint: 'Twelve letters and digits, such as MQTC-CDZB-QA19. The first eight are enough.',
  go: 'Find it',
  short: 'Type at least the first eight letters of the code.',
  none: 'No ballot in this record has that code. Look at it once more: 0 is a zero, 1 is a one.',
  found: {
    counts: 'It is in the record, and it counted.',
    replaced: 'It is in the record. A later one of the same person counted in its place.',
    practice: 'It is in the record. It was practice and counted for nothing.',
  },
  vote: 'Vote',
  when: 'Recorded',
  chose: 'Chose',
  choseHere: 'Chose (from this phone’s own copy; the record does not publish it)',
  hidden: 'The record does not publish what it chose.',
  blank: 'no tokens on anything',
  several: 'More than one ballot chose exactly this with this code.',
};
export type CheckWords = typeof checkEn;

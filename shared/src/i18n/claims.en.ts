/**
 * What Cyfran may claim of a meeting's record, and what it may not: the same words at set-up, on phones, in the record and in its files.
 * Source: RECORD.md, section 1. This is the type that the Welsh must satisfy.
 */
export const claimsEn = {
  banner: 'For advisory and participatory-budget decisions. Not a statutory secret ballot.',
  modes: {
    pseudonymous: {
      label: 'The list of ballots, by code',
      hint: 'Anyone can add it up, and everyone can find their own choices in it. Whoever knows a person’s code sees their choices.',
    },
    private: {
      label: 'Only totals',
      hint: 'Nobody sees what a code stands for. From ten ballots on, the choices are listed in mixed order, without codes.',
    },
  },
  title: 'What this record can prove, and what it cannot',
  sure: 'It can',
  not: 'It cannot',
  pseudonymous: {
    sure: [
      'Your choices were recorded as you sent them: your code is in the list, with what it chose.',
      'The totals are the sum of the ballots: anyone can add up the list.',
      'Only people who had joined could send, and of each the last choices count.',
      'Nothing can be changed unnoticed, as long as somebody kept a receipt or a photo of the meeting seal.',
    ],
    not: [
      'It does not hide how you chose: whoever knows your code sees it, and in a small hall people may guess.',
      'It does not keep anyone from pressing you: your code shows how you chose. Until the vote closes you can send again.',
      'It cannot tell whether one person came in twice, nor whether your own phone is honest.',
    ],
  },
  private: {
    sure: [
      'Your ballot was recorded: your phone works out your code again, and the code is in the record.',
      'Only people who had joined could send, and of each the last choices count.',
      'Nothing can be changed unnoticed, as long as somebody kept a receipt or a photo of the meeting seal.',
      'Other people, and whoever runs the meeting, cannot see how you chose.',
    ],
    not: [
      'That the totals are the sum of the ballots is taken on trust, or checked by an auditor: codes and choices are not published together.',
      'Whoever runs the server could find out how you chose, until the key that joins people to ballots is destroyed.',
      'It does not keep anyone from looking over your shoulder. A code shows only that you took part.',
      'It cannot tell whether one person came in twice, nor whether your own phone is honest.',
    ],
  },
  /** Where totals move while people vote. */
  live: 'In a round whose totals move while people vote, somebody who watches closely may see what a single ballot did.',
  few: 'With fewer than ten ballots nothing but totals is published.',
  tooFew: 'too few to show',
};
export type ClaimsWords = typeof claimsEn;

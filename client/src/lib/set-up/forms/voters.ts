import type { Admission } from '@cyfran/shared/session/set-up.ts';
import type { Form } from '../form.ts';
import { keptText, tellText, textProblems, typedText, type TwoTexts } from '../two-texts.ts';

/** Who may vote, how people come in, and whether ballots on paper are taken. */
export interface Voters {
  voters: TwoTexts;
  admission: Admission;
  paper: boolean;
}

export const votersForm: Form<Voters> = {
  name: 'voters',
  fields: ['voters', 'admission', 'paper'],
  read: ({ voters, admission, paper }) => ({ voters: typedText(voters), admission, paper }),
  problems: ({ voters }) => textProblems('voters', voters, 280, (words) => words.voters.votersLegend),
  write: (setUp, { voters, admission, paper }) => ({ ...setUp, voters: keptText(voters), admission, paper }),
  tell: ({ voters, admission, paper }, { voters: words }) => [
    { field: 'voters', label: words.votersLegend, lines: tellText(voters) },
    { field: 'admission', label: words.admissionLegend, lines: [words.admissions[admission].label] },
    { field: 'paper', label: words.paperLegend, lines: [words.papers[paper ? 'yes' : 'no'].label] },
  ],
};

import type { ImportWords } from '@cyfran/shared/i18n/import.en.ts';
import type { PabulibError } from '@cyfran/shared/pabulib/fault.ts';
import type { Place } from '@cyfran/shared/sheet/read-sheet.ts';
import type { RowProblem, RowWarning } from '@cyfran/shared/sheet/reading.ts';

/** Where a row is: "Row 7", with its line in the file where the two are not the same. */
export function sayPlace(words: ImportWords, { row, line }: Place): string {
  return row === line ? words.row(row) : words.rowAndLine(row, line);
}

/** Why a row is left out. `currency`: the meeting's. */
export function sayProblem(words: ImportWords, problem: RowProblem, currency: string): string {
  const { problems } = words;
  switch (problem.reason) {
    case 'cost-unclear':
    case 'cost-too-small':
    case 'cost-too-large':
      return problems[problem.reason](problem.found);
    case 'cost-currency':
      return problems[problem.reason](problem.found, currency);
    case 'too-long':
      return problems[problem.reason](words.fields[problem.field], problem.letters, problem.most);
    case 'id-twice':
      return problems[problem.reason](problem.found, saidFirst(words, problem.first));
    default:
      return problems[problem.reason]();
  }
}

/** What to look at in a row that is imported. */
export function sayWarning(words: ImportWords, warning: RowWarning): string {
  const { warnings } = words;
  switch (warning.reason) {
    case 'letters-lost':
      return warnings['letters-lost'](warning.found);
    case 'name-twice':
      return warnings['name-twice'](saidFirst(words, warning.first));
    case 'name-cut':
      return warnings['name-cut']();
  }
}

/** Why a `.pb` file could not be read. */
export function sayPabulibError({ pabulibFault }: ImportWords, { line, fault, what }: PabulibError): string {
  const said = pabulibFault[fault](what);
  return `${pabulibFault.lead} ${line === 0 ? said.slice(0, 1).toUpperCase() + said.slice(1) : pabulibFault.line(line, said)}.`;
}

function saidFirst(words: ImportWords, first: Place | null): string {
  return first === null ? '' : sayPlace(words, first);
}

import {
  decidedRounds,
  decidedTogether,
  type FundedLine,
  type UnfundedLine,
} from '@cyfran/shared/activities/allocation/decided.ts';
import type { SessionRecord } from '@cyfran/shared/session/record.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import { writeCsv } from '@cyfran/shared/sheet/write-csv.ts';
import { decimalAmount } from './amount.ts';
import { LANGUAGES, lackedSentence, WORDS, type Language } from './reasons.ts';

const HEADER = [
  ...['Rhif / Number', 'Id', 'Enw (Cymraeg)', 'Name (English)'],
  ...['Cost', 'Arian / Currency', 'Tocynnau / Tokens', 'Pobl / People'],
  ...['Wedi’i ariannu', 'Funded', 'Rheswm', 'Reason'],
];
const FUNDED: Readonly<Record<Language, readonly [yes: string, no: string]>> = { cy: ['ie', 'na'], en: ['yes', 'no'] };

/**
 * What was decided as a table for spreadsheets, proposals in the order of the wall: names and reasons in both languages, costs as decimals
 * with a point. Safe to open: no cell runs as a formula. `null` before anything was shown.
 */
export function resultsCsv(record: SessionRecord): string | null {
  const rows = resultsRows(record);
  return rows === null ? null : writeCsv(rows.map((cells) => cells.map(String)));
}

/** The same, as texts and numbers. */
export function resultsRows({ setUp, parts }: SessionRecord): (string | number)[][] | null {
  const decided = decidedTogether(decidedRounds(parts));
  if (decided === null) return null;
  const funded = new Map(decided.funded.map((line) => [line.proposal, line]));
  const without = new Map(decided.notFunded.map((line) => [line.proposal, line]));
  const rows = setUp.proposals.flatMap(({ proposal, name }, index) => {
    const line = funded.get(proposal) ?? without.get(proposal);
    if (line === undefined) return [];
    const names = [name.cy ?? '', name.en ?? ''];
    const numbers = [decimalAmount(setUp.currency, line.costMinor), setUp.currency, line.tokens, line.supporters];
    return [[index + 1, proposal, ...names, ...numbers, ...fateOf(line, setUp)]];
  });
  return [HEADER, ...rows];
}

function fateOf(line: FundedLine | UnfundedLine, setUp: SetUp): string[] {
  const isFunded = !('lacked' in line);
  const answers = LANGUAGES.map((language) => FUNDED[language][isFunded ? 0 : 1]);
  const reasons = LANGUAGES.map((language) => {
    if (!isFunded) return lackedSentence(language, line.lacked, setUp);
    return line.share === 0 ? '' : WORDS[language].results.fromLeft;
  });
  return [...answers, ...reasons];
}

import { wholeNumber } from './whole-number.ts';

/** The largest number that a paper ballot can have. */
const LAST_SERIAL = 99_999;
/** The most ballots in one go: more would make a browser think for long. */
const MOST_BALLOTS = 300;

/** Which ballots to print, or which of the two numbers is wrong. `most`: how many may be asked for. */
export interface SerialRange {
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly wrong: 'from' | 'to' | 'tooMany' | null;
  readonly most: number;
}

/** Reads the first and the last number of the ballots as somebody typed them. */
export function serialRange(typedFrom: string, typedTo: string): SerialRange {
  const wrong = (what: SerialRange['wrong']): SerialRange => ({ range: null, wrong: what, most: MOST_BALLOTS });
  const from = wholeNumber(typedFrom, 1, LAST_SERIAL);
  if (from === null) return wrong('from');
  const to = wholeNumber(typedTo, from, LAST_SERIAL);
  if (to === null) return wrong('to');
  if (to - from >= MOST_BALLOTS) return wrong('tooMany');
  return { range: { from, to }, wrong: null, most: MOST_BALLOTS };
}

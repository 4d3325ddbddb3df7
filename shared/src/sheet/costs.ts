import { parseMoney, type ParsedMoney } from './parse-money.ts';

/** A currency by its ISO 4217 code, and how many decimals its minor unit stands at. */
export interface Currency {
  readonly code: string;
  readonly digits: number;
}

/** How a column writes amounts: 12,500.50 or 12.500,50. Spaces and apostrophes part thousands in both. */
export const AMOUNT_STYLES = ['point', 'comma'] as const;
export type AmountStyle = (typeof AMOUNT_STYLES)[number];

/** A cost in whole minor units, or why there is none; `currency`: it is in another one. */
export type Cost =
  | { readonly ok: true; readonly minor: number }
  | { readonly ok: false; readonly why: (ParsedMoney & { ok: false })['why'] | 'currency' };

/** How people write a currency beside its code. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  GBP: ['£'],
  EUR: ['€'],
  USD: ['US$', '$'],
  CAD: ['CA$', 'C$', '$'],
  AUD: ['AU$', 'A$', '$'],
  NZD: ['NZ$', '$'],
  CHF: ['SFr.', 'SFr', 'Fr.', 'Fr'],
  SEK: ['kr.', 'kr'],
  NOK: ['kr.', 'kr'],
  DKK: ['kr.', 'kr'],
  PLN: ['zł'],
  CZK: ['Kč'],
};

/** `12.500`: thousands to some, three decimals to others. */
const EITHER_WAY = /^\d{1,3}[.,]\d{3}$/;

/** Only one reading: both signs, or the same one twice. */
const SURELY_COMMA = /\..*,|\..*\./;

/**
 * How a column writes its amounts. `comma` only where some amount cannot be read otherwise and all can be read so; else `point`.
 */
export function guessStyle(cells: readonly string[], currency: Currency): AmountStyle {
  const amounts = cells.map((cell) => bareAmount(cell, currency.code)).filter((bare) => /^\d/.test(bare));
  const onlyComma = amounts.some((bare) => !EITHER_WAY.test(bare) && !reads(bare, currency, 'point'));
  return onlyComma && amounts.every((bare) => reads(bare, currency, 'comma')) ? 'comma' : 'point';
}

/**
 * Reads the costs of a whole column, in its own order. `style: null` decides it from the column; where the column writes amounts in
 * both ways, those that could be either (`12,500`) are `unclear` too.
 */
export function readCosts(cells: readonly string[], currency: Currency, style: AmountStyle | null): Cost[] {
  const used = style ?? guessStyle(cells, currency);
  const bare = cells.map((cell) => bareAmount(cell, currency.code));
  const isMixed = style === null && used === 'point' && bare.some((one) => SURELY_COMMA.test(one));
  return bare.map((one) => (isMixed && EITHER_WAY.test(one) ? unclear : readCost(one, currency, used)));
}

/** Whether a cell holds an amount of money in some currency, written in some way: good enough to find the column of costs. */
export function isAmount(cell: string): boolean {
  const bare = bareAmount(cell, '').replace(/^(\p{Sc}|[a-z]{3}(?![a-z]))\s*|\s*(\p{Sc}|(?<![a-z])[a-z]{3})$/giu, '');
  return /^(?!0\d)\d/.test(bare) && (EITHER_WAY.test(bare) || parses(bare, 2) || parses(swapped(bare), 2));
}

const unclear: Cost = { ok: false, why: 'unclear' };

function readCost(bare: string, currency: Currency, style: AmountStyle): Cost {
  if (/^[-–—]*$/.test(bare)) return { ok: false, why: 'missing' };
  if (isOtherCurrency(bare)) return { ok: false, why: 'currency' };
  if (/^[-–—(]\s*\d/.test(bare)) return { ok: false, why: 'too-small' };
  return reads(bare, currency, style) ? parseMoney(inPointStyle(bare, style), currency.digits) : unclear;
}

/** The amount without its currency's own signs and the dash of `12.500,-`. */
function bareAmount(cell: string, code: string): string {
  let bare = (/\p{No}/u.test(cell) ? cell : cell.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .replaceAll('\u2212', '-')
    .trim();
  for (const sign of [code, ...(SIGNS[code] ?? [])].filter((one) => one !== '')) {
    bare = without(bare, sign.toLowerCase());
  }
  return bare.replace(/(?<=\d)[.,][-–—]{1,2}$/, '');
}

/** Takes a sign from the front, from behind a minus, and from the end, where no other letter touches it. */
function without(bare: string, sign: string): string {
  let rest = bare;
  const minus = /^[-–—(]\s*/.exec(rest)?.[0] ?? '';
  if (startsWithSign(rest.slice(minus.length), sign)) rest = minus + rest.slice(minus.length + sign.length).trimStart();
  if (rest.toLowerCase().endsWith(sign) && !/\p{L}/u.test(rest.at(-sign.length - 1) ?? '')) {
    rest = rest.slice(0, -sign.length).trimEnd();
  }
  return rest;
}

function startsWithSign(text: string, sign: string): boolean {
  return text.toLowerCase().startsWith(sign) && !/\p{L}/u.test(text[sign.length] ?? '');
}

function isOtherCurrency(bare: string): boolean {
  if (!/\d/.test(bare)) return false;
  const found = /^[-–—(]?\s*([^\d\s.,'’()-]+)|([^\d\s,'’()-]+)$/u.exec(bare);
  const sign = (found?.[1] ?? found?.[2] ?? '').toLowerCase();
  if (sign === '') return false;
  const known = Object.entries(SIGNS)
    .flat(2)
    .map((one) => one.toLowerCase());
  return /\p{Sc}/u.test(sign) || known.includes(sign);
}

/** "max 500" is no amount, though its word has the length of a currency's code. */
function reads(bare: string, { digits }: Currency, style: AmountStyle): boolean {
  return !/[\p{L}\p{Sc}]/u.test(bare) && parses(inPointStyle(bare, style), digits);
}

function parses(bare: string, digits: number): boolean {
  const parsed = parseMoney(bare, digits);
  return parsed.ok || parsed.why === 'too-small' || parsed.why === 'too-large';
}

function inPointStyle(bare: string, style: AmountStyle): string {
  return style === 'comma' ? swapped(bare) : bare;
}

function swapped(bare: string): string {
  return bare.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
}

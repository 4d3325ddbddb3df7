import { simplestEvening } from '@cyfran/shared/activities/templates.ts';
import type { Hall } from '@cyfran/shared/i18n/hall.en.ts';
import type { NewSession } from '@cyfran/shared/session/create.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import { minorDigits } from '#lib/parts/money.ts';
import { parseMoney } from './parse-money.ts';

/** A text as it is being typed, in both languages. */
export interface TwoTexts {
  cy: string;
  en: string;
}

/** One row of the form. `key` names it as long as the form stands, and is never sent. */
export interface DraftProposal {
  readonly key: number;
  readonly name: TwoTexts;
  cost: string;
}

/** The form as it is being typed: nothing in it has to be right yet. */
export interface Draft {
  title: TwoTexts;
  purpose: TwoTexts;
  voters: TwoTexts;
  amount: string;
  currency: string;
  proposals: DraftProposal[];
  reveal: 'on-show' | 'live';
  tokens: string;
  cap: string;
}

/** What is wrong, with the id of the field, or of the group of fields, that mends it. */
export interface Problem {
  readonly field: string;
  readonly say: (words: Hall['host']['errors']) => string;
}

const LONGEST = { title: 120, purpose: 600, voters: 280, name: 160 } as const;
export const CURRENCIES = ['GBP', 'EUR', 'USD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'CAD', 'AUD', 'NZD'];

/** The form before anyone has typed. */
export function emptyDraft(): Draft {
  return {
    title: { cy: '', en: '' },
    purpose: { cy: '', en: '' },
    voters: { cy: '', en: '' },
    amount: '',
    currency: 'GBP',
    proposals: [emptyProposal([]), { ...emptyProposal([]), key: 2 }],
    reveal: 'on-show',
    tokens: '10',
    cap: '4',
  };
}

/** One more row, under a key that no row of the form has. */
export function emptyProposal(others: readonly DraftProposal[]): DraftProposal {
  return { key: Math.max(0, ...others.map(({ key }) => key)) + 1, name: { cy: '', en: '' }, cost: '' };
}

/** A draft kept on this device; an empty one if what is kept is none. */
export function readDraft(kept: unknown): Draft {
  const empty = emptyDraft();
  if (typeof kept !== 'object' || kept === null) return empty;
  const read = kept as Partial<Draft>;
  return { ...empty, ...read, proposals: read.proposals?.length ? read.proposals : empty.proposals };
}

/** The draft as the server takes it, or all that is wrong with it, in the order of the page. */
export function checkDraft(draft: Draft): { readonly session: NewSession } | { readonly problems: readonly Problem[] } {
  const rows = draft.proposals.map((row, index) => ({ ...row, n: index + 1 })).filter((row) => !isBlank(row));
  const problems = [
    ...checkText('title', draft.title, LONGEST.title, (words) => words.title),
    ...checkText('purpose', draft.purpose, LONGEST.purpose, (words) => words.purpose),
    ...checkText('voters', draft.voters, LONGEST.voters, (words) => words.voters),
    ...checkAmount(draft),
    ...(rows.length === 0 ? noProposals(draft) : rows.flatMap((row) => checkRow(row, draft.currency))),
    ...checkTokens(draft),
  ];
  if (problems.length > 0) return { problems };
  const digits = minorDigits(draft.currency);
  const minor = (typed: string) => {
    const parsed = parseMoney(typed, digits);
    return parsed.ok ? parsed.minor : 0;
  };
  return {
    session: {
      title: cleanText(draft.title),
      purpose: cleanText(draft.purpose),
      voters: cleanText(draft.voters),
      currency: draft.currency,
      potMinor: minor(draft.amount),
      proposals: rows.map(({ n, name, cost }) => ({
        proposal: `p${String(n)}`,
        name: cleanText(name),
        costMinor: minor(cost),
      })),
      agenda: simplestEvening(draft.reveal, Number(draft.tokens), Number(draft.cap)),
    },
  };
}

/** What stands in one language only. It warns; it never stops anyone. */
export function missingTexts(draft: Draft): { texts: ('title' | 'purpose' | 'voters')[]; proposals: number } {
  const one = (text: TwoTexts) => (clean(text.cy) === '') !== (clean(text.en) === '');
  return {
    texts: (['title', 'purpose', 'voters'] as const).filter((field) => one(draft[field])),
    proposals: draft.proposals.filter(({ name }) => one(name)).length,
  };
}

/** A typed text as meetings keep it: composed, no unseen characters, no space around it; line ends stay. */
function clean(typed: string): string {
  return typed
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
    .replace(/ +/g, ' ')
    .normalize('NFC')
    .trim();
}

function cleanText({ cy, en }: TwoTexts): Text {
  const [welsh, english] = [clean(cy), clean(en)];
  return { ...(welsh === '' ? {} : { cy: welsh }), ...(english === '' ? {} : { en: english }) };
}

function isBlank({ name, cost }: DraftProposal): boolean {
  return clean(name.cy) === '' && clean(name.en) === '' && cost.trim() === '';
}

function checkText(id: string, text: TwoTexts, max: number, missing: Problem['say']): Problem[] {
  if (clean(text.cy) === '' && clean(text.en) === '') return [{ field: id, say: missing }];
  return (['cy', 'en'] as const)
    .filter((language) => clean(text[language]).length > max)
    .map((language) => ({ field: `${id}-${language}`, say: (words) => words.tooLong(max) }));
}

function checkAmount({ amount, currency }: Draft): Problem[] {
  const parsed = parseMoney(amount, minorDigits(currency));
  if (parsed.ok) return [];
  const { why } = parsed;
  return [
    {
      field: 'amount',
      say: (words) => {
        if (why === 'missing') return words.amountMissing;
        if (why === 'unclear') return words.amountUnclear;
        return why === 'too-small' ? words.amountTooSmall : words.amountTooLarge;
      },
    },
  ];
}

function noProposals({ proposals }: Draft): Problem[] {
  return [{ field: `proposal-${String(proposals[0]?.key ?? 1)}`, say: (words) => words.proposals }];
}

function checkRow({ key, n, name, cost }: DraftProposal & { readonly n: number }, currency: string): Problem[] {
  const named = checkText(`proposal-${String(key)}`, name, LONGEST.name, (words) => words.name(n));
  const parsed = parseMoney(cost, minorDigits(currency));
  if (parsed.ok) return named;
  const say: Problem['say'] = (words) => (parsed.why === 'missing' ? words.costMissing(n) : words.costUnclear(n));
  return [...named, { field: `proposal-${String(key)}-cost`, say }];
}

function checkTokens({ tokens, cap }: Draft): Problem[] {
  const whole = (typed: string, max: number) =>
    /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= max;
  const problems: Problem[] = [];
  if (!whole(tokens, 100)) problems.push({ field: 'tokens', say: (words) => words.tokens });
  else if (!whole(cap, Number(tokens))) problems.push({ field: 'cap', say: (words) => words.cap });
  return problems;
}

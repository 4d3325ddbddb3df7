/** The largest amount that a session takes, in minor units. */
const MOST_MINOR = 1_000_000_000_000;

/** What was typed as money: whole minor units, or why it is none. */
export type ParsedMoney =
  | { readonly ok: true; readonly minor: number }
  | { readonly ok: false; readonly why: 'missing' | 'unclear' | 'too-small' | 'too-large' };

/**
 * Reads an amount as people type it ("12,500", "£12,500.50", "12 500"), exactly, as whole minor units; `digits` is how many
 * decimals the currency has. What could mean two amounts ("12.500", "12,50") is `unclear`, never guessed.
 */
export function parseMoney(typed: string, digits: number): ParsedMoney {
  // "500²" has a footnote: normalised it would read 5002.
  if (/\p{No}/u.test(typed)) return { ok: false, why: 'unclear' };
  const bare = typed
    .normalize('NFKC')
    .replace(/^\s*(\p{Sc}|[a-z]{3}(?![a-z]))?\s*/iu, '')
    .replace(/\s*(\p{Sc}|(?<![a-z])[a-z]{3})?\s*$/iu, '');
  if (bare === '') return { ok: false, why: typed.trim() === '' ? 'missing' : 'unclear' };
  const [, whole, , fraction = ''] = /^(\d+|\d{1,3}(?:([ ,'’])\d{3}(?:\2\d{3})*))(?:\.(\d+))?$/.exec(bare) ?? [];
  if (whole === undefined || fraction.length > digits) return { ok: false, why: 'unclear' };
  const text = whole.replace(/\D/g, '') + fraction.padEnd(digits, '0');
  const minor = Number(text.replace(/^0+/, '').slice(0, 16));
  if (minor > MOST_MINOR) return { ok: false, why: 'too-large' };
  return minor < 1 ? { ok: false, why: 'too-small' } : { ok: true, minor };
}

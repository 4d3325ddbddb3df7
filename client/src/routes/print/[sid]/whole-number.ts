/** A whole number as somebody typed it, from `least` to `most`; `null` for anything else. */
export function wholeNumber(typed: string, least: number, most: number): number | null {
  const digits = typed.trim();
  if (!/^\d{1,9}$/.test(digits)) return null;
  const number = Number(digits);
  return number >= least && number <= most ? number : null;
}

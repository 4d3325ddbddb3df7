/** In how many columns so many rows stand on the big screen: one up to 7, two up to 14, then more. Never a second page. */
export function columnsFor(rows: number): number {
  if (rows <= 7) return 1;
  if (rows <= 14) return 2;
  return rows <= 30 ? 3 : 4;
}

/** How long a bar is, from 0 to 1 of the longest; zero while nobody has sent a token. */
export function lengthOf(
  { tokens }: { readonly tokens: number },
  rows: readonly { readonly tokens: number }[],
): number {
  return tokens / Math.max(1, ...rows.map((row) => row.tokens));
}

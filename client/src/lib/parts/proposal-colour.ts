const PALETTE = 8;

/** A proposal's colour, the same everywhere: eight in turn. `hatched` from the ninth on, so that no two look the same. */
export function colourOf(number: number): { readonly fill: string; readonly hatched: boolean } {
  return { fill: `var(--proposal-${((number - 1) % PALETTE) + 1})`, hatched: number > PALETTE };
}

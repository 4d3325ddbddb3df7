/** `CardCode` of shared, without its schema: a test holds the two together. */
const CARD = /^[BCDFGHJKLMNPQRSTVWXZ2-9]{8}$/;

/**
 * The card in what a person typed or a scanner read: spaces and dashes ignored, letters raised, of a whole link only what stands after its
 * `#`. `null` where it can be no card.
 */
export function cardIn(typed: string): string | null {
  const text = typed
    .slice(typed.lastIndexOf('#') + 1)
    .replace(/[\s-]/g, '')
    .toUpperCase();
  return CARD.test(text) ? text : null;
}

/** A card's characters as they are read aloud and copied: `ABCD EFGH`. */
export function cardText(card: string): string {
  return `${card.slice(0, 4)} ${card.slice(4)}`;
}

/** Where the skip link goes: no card. */
const OF_THE_PAGE = '#main';

/** What stands after the `#` of the address, taken out of it at once: a card is a key, and an address is seen and shared. */
export function takeFragment(): string {
  const { hash, pathname, search } = location;
  if (hash === '' || hash === OF_THE_PAGE) return '';
  // Kit's own state of this page stays as it is; only the address changes.
  history.replaceState(history.state, '', pathname + search);
  return hash.slice(1);
}

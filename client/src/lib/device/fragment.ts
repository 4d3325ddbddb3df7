/** Where the skip link goes: no secret, and no card. */
const OF_THE_PAGE = '#main';

/** Whether something that this page should take stands after the `#` of the address. */
export function hasFragment(): boolean {
  return location.hash !== '' && location.hash !== OF_THE_PAGE;
}

/** What stands after the `#` of the address, taken out of it at once: it is a key, and an address is seen and shared. */
export function takeFragment(): string {
  if (!hasFragment()) return '';
  const { hash, pathname, search } = location;
  // Kit's own state of this page stays as it is; only the address changes.
  history.replaceState(history.state, '', pathname + search);
  return hash.slice(1);
}

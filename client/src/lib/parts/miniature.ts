import { getContext, setContext } from 'svelte';

const KEY = Symbol('miniature');

/** What stands below shows a screen small, inside another page: it takes neither the page's title nor its focus. */
export function setMiniature(): void {
  setContext(KEY, true);
}

export function isMiniature(): boolean {
  return getContext(KEY) === true;
}

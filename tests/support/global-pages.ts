import { buildPages } from '@cyfran/client/build-pages.ts';

/** A server under test serves the pages as they are now. */
export async function setup(): Promise<void> {
  await buildPages();
}

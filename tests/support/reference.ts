import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Real elections are not in the repository: `CYFRAN_REFERENCE` says where they are, by default beside the checkout. */
export const REFERENCE = resolve(ROOT, process.env.CYFRAN_REFERENCE ?? '../shared/data');

/** A small election of our own: an invented village, 6 proposals, 24 people. */
export const VILLAGE = join(ROOT, 'tests/fixtures/village.pb');

/** More of them, with other kinds of votes: approval, approval within the money, one choice. */
export const INVENTED = ['green', 'pot', 'one'].map((name) => join(ROOT, `tests/fixtures/${name}.pb`));

/** The path of a real Pabulib file, or `null` where the reference data is absent: the test then says so by name. */
export function referenceFile(name: string): string | null {
  const path = join(REFERENCE, 'pabulib/files', name);
  return existsSync(path) ? path : null;
}

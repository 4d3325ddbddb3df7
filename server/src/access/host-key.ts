import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Secret } from '@cyfran/shared/words/ids.ts';
import { newSecret } from './credentials.ts';

/** The key that opens meetings on this server: made once, kept in `<folder>/host.key` for its owner alone, the same at every start. */
export function hostKey(folder: string): Secret {
  const path = join(folder, 'host.key');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const key = newSecret();
    writeFileSync(path, `${key}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  }
}

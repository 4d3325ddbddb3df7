import type { SessionId } from '@cyfran/shared/words/ids.ts';
import { type Genesis, InvalidEntry } from './journal.ts';
import { BadLine, formatGenesis } from './line.ts';

/** Line 0 of a session's journal, LF included, and its id. Throws `InvalidEntry` if it could not be read back. */
export function firstLine(sid: SessionId, genesis: Genesis): ReturnType<typeof formatGenesis> {
  if (genesis.sid !== sid) throw new InvalidEntry('the genesis of another session');
  try {
    return formatGenesis(genesis);
  } catch (error) {
    throw error instanceof BadLine
      ? new InvalidEntry('the first line could not be read back', { cause: error })
      : error;
  }
}

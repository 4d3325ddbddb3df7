import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import { refuse, type Refusal } from '@cyfran/shared/words/refusal.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { sha256 } from '../access/credentials.ts';
import { handleCommand } from './handle-command.ts';
import { placedByLot } from './lot.ts';
import type { Meeting } from './meeting.ts';

/**
 * Keeps a set-up whole, new proposals at places drawn by lot. The same save sent again, as its answer was lost, is one save.
 * Refuses: `moved-on` when somebody saved since `seen`, `already-begun` where it changes what is fixed by now, and as `saved`.
 */
export async function saveSetUp(
  meeting: Meeting,
  asked: { readonly seen: Version; readonly setUp: SetUp },
): Promise<Refusal | null> {
  const { seen, setUp } = asked;
  const proposals = placedByLot(meeting.session.setUp.proposals, setUp.proposals);
  const done = await handleCommand(
    meeting,
    `setup:${sha256(JSON.stringify(asked))}`,
    { type: 'SaveSetUp', setUp: { ...setUp, proposals }, seen },
    { role: 'facilitator' },
  );
  if ('refused' in done) return done;
  const { ruling } = meeting.session;
  return ruling.version === done.version ? null : refuse('moved-on', { by: ruling.by, what: ruling.what });
}

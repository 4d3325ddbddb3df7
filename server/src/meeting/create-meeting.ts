import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { create, type Origin } from '@cyfran/shared/session/create.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import type { Secret, SessionCode, SessionId } from '@cyfran/shared/words/ids.ts';
import type { Refusal } from '@cyfran/shared/words/refusal.ts';
import { newSecret, newSessionCode, newSessionId } from '../access/credentials.ts';
import type { AccessStore, SessionRow } from '../access/access-store.ts';
import { Signer } from '../record/signer.ts';
import { addLink } from './links.ts';
import { placedByLot } from './lot.ts';
import type { Ground } from './meeting.ts';

/** What a host gets once: the secrets of the links are not kept, only their hashes. */
export interface CreatedMeeting {
  readonly sid: SessionId;
  readonly code: SessionCode;
  readonly facilitator: Secret;
  readonly stage: Secret;
}

/**
 * Keeps a set-up, however much of it is missing, as a draft: keys and code first, then its journal, then the first entry, with the
 * proposals' order drawn by lot; a rehearsal has the order of its draft. Cut off in between, it leaves a session that nobody has a link to.
 * Refuses as `create`.
 */
export async function createMeeting(
  setUp: SetUp,
  ground: Ground,
  access: AccessStore,
  origin: Origin = {},
): Promise<CreatedMeeting | Refusal> {
  const sid = newSessionId();
  const proposals = origin.rehearsal === true ? setUp.proposals : placedByLot([], setUp.proposals);
  const decision = create(sid, { ...setUp, proposals }, origin);
  if ('refused' in decision) return decision;
  const now = ground.clock.now();
  // The session's key pair is made with it, so that line 0 of its journal is final.
  const { privateKey } = generateKeyPairSync('ed25519');
  const row = {
    ...{ sid, createdAt: now, linkKey: randomBytes(32), cardKey: randomBytes(32) },
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
  const code = await takeCode(access, row);
  const facilitator = await addLink(access, sid, 'facilitator');
  const stage = await addLink(access, sid, 'stage');
  await ground.journal.create(sid, new Signer(row).genesis);
  await ground.journal.append(sid, [
    { ...decision, cmd: `create:${sid}`, by: 'facilitator', at: now, salt: newSecret() },
  ]);
  return { sid, code, facilitator, stage };
}

async function takeCode(access: AccessStore, row: Omit<SessionRow, 'code'>): Promise<SessionCode> {
  for (;;) {
    const code = newSessionCode();
    if (await access.addSession({ ...row, code })) return code;
  }
}

import type { Secret, SessionId } from '@cyfran/shared/words/ids.ts';
import type { AccessStore, LinkRole } from '../access/access-store.ts';
import { newSecret, sha256 } from '../access/credentials.ts';

/** A new link's secret, told once: only its hash is kept. Links that were made before go on opening. */
export async function addLink(access: AccessStore, sid: SessionId, role: LinkRole): Promise<Secret> {
  const secret = newSecret();
  await access.addKey(sid, sha256(secret), role);
  return secret;
}

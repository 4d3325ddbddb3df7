import { Auth, PROTOCOL_VERSION, type ConnectRefused } from '@cyfran/shared/protocol.ts';
import type { Hash, SeatId } from '@cyfran/shared/words/ids.ts';
import { sha256 } from '../access/credentials.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { Gate } from '../meeting/gate.ts';

/** Who a connection is for. A newcomer's `hash` (of the phone's own secret) becomes the key to a seat. */
export type Admitted =
  | { readonly meeting: Meeting; readonly role: 'facilitator' | 'stage' }
  | { readonly meeting: Meeting; readonly role: 'participant'; readonly seat: SeatId }
  | { readonly meeting: Meeting; readonly role: 'newcomer'; readonly hash: Hash };

/**
 * Decides who a connection is for, from its `auth` alone.
 * Refuses: `invalid`, `reload`, `too-fast`, `unknown-session`, `unknown-secret`, `session-ended` for newcomers. Rules S1, S4, L5.
 */
export async function admit(
  auth: unknown,
  address: string,
  { meetings, access, limiter }: Gate,
): Promise<Admitted | ConnectRefused> {
  if (isOtherVersion(auth)) return { reason: 'reload' };
  const parsed = Auth.safeParse(auth);
  if (!parsed.success) return { reason: 'invalid' };
  const { code, sid, secret } = parsed.data;
  const hash = secret === undefined ? null : sha256(secret);
  const known = sid === undefined ? null : await meetings.bySid(sid);
  const meeting = known ?? (code === undefined ? null : await meetings.byCode(code));

  const opened = meeting === null || hash === null ? null : await access.findKey(meeting.sid, hash);
  if (meeting !== null && opened !== null && opened.role !== 'participant') return { meeting, role: opened.role };
  if (meeting !== null && opened?.role === 'participant' && meeting.session.seats.has(opened.seat)) {
    return { meeting, role: 'participant', seat: opened.seat };
  }
  // From here on there is no valid secret: the address is limited, before it can tell a right code from a wrong one.
  const retryAfterMs = await limiter.mayTry(address);
  if (retryAfterMs > 0) return { reason: 'too-fast', retryAfterMs };
  if (meeting === null) {
    await limiter.wrongCode(address);
    return { reason: 'unknown-session' };
  }
  if (code === undefined || hash === null) return { reason: 'unknown-secret' };
  return meeting.session.state === 'closed' ? { reason: 'session-ended' } : { meeting, role: 'newcomer', hash };
}

/** Asked before the rest is parsed: another version's `auth` may look different. */
function isOtherVersion(auth: unknown): boolean {
  return (
    typeof auth === 'object' &&
    auth !== null &&
    'v' in auth &&
    typeof auth.v === 'number' &&
    auth.v !== PROTOCOL_VERSION
  );
}

import { Auth, PROTOCOL_VERSION, type ConnectRefused } from '@cyfran/shared/protocol.ts';
import type { CardCode, Hash, SeatId } from '@cyfran/shared/words/ids.ts';
import type { Pass } from '@cyfran/shared/words/roles.ts';
import type { Opened } from '../access/access-store.ts';
import { sha256 } from '../access/credentials.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { Gate } from '../meeting/gate.ts';

/**
 * A person at a phone or a tablet. `hash`: of the phone's own secret, which is or becomes a key to a seat. `seat`: theirs, `null` before
 * one was drawn; until it has joined, they are a newcomer who comes with `pass`.
 */
export interface Person {
  readonly meeting: Meeting;
  readonly role: 'person';
  readonly hash: Hash;
  readonly seat: SeatId | null;
  readonly pass: Pass;
  readonly door: 'phone' | 'tablet';
}

/** Who a connection is for. */
export type Admitted = { readonly meeting: Meeting; readonly role: 'facilitator' | 'helper' | 'stage' } | Person;

type SeatKey = Extract<Opened, { role: 'participant' }>;

/** What a connection brings to a meeting. `door`: `null` where it names a tablet that nobody looks after. */
interface Knock {
  readonly meeting: Meeting;
  readonly hash: Hash | null;
  readonly opened: Opened | null;
  readonly door: 'phone' | 'tablet' | null;
  readonly card: CardCode | undefined;
  readonly hasCode: boolean;
}

/**
 * Decides who a connection is for, from its `auth` alone.
 * Refuses: `invalid`, `reload`, `too-fast`, `unknown-session`, `unknown-secret`, `unknown-card`, `session-ended` (fact: `sid`) for
 * newcomers. Rules S1, S4, L5.
 */
export async function admit(auth: unknown, address: string, gate: Gate): Promise<Admitted | ConnectRefused> {
  if (isOtherVersion(auth)) return { reason: 'reload' };
  const parsed = Auth.safeParse(auth);
  if (!parsed.success) return { reason: 'invalid' };
  const knock = await understood(parsed.data, gate);
  const known = knock === null ? null : byKey(knock);
  if (known !== null) return known;
  // From here on there is no valid secret: the address is limited, before it can tell a right code from a wrong one.
  const retryAfterMs = await gate.limiter.mayTry(address);
  if (retryAfterMs > 0) return { reason: 'too-fast', retryAfterMs };
  const come: Person | ConnectRefused = knock === null ? { reason: 'unknown-session' } : await newcomer(knock, gate);
  if ('reason' in come && (come.reason === 'unknown-session' || come.reason === 'unknown-card')) {
    await gate.limiter.wrongCode(address);
  }
  return come;
}

async function understood(
  { code, sid, secret, card, tablet }: Auth,
  { meetings, access }: Gate,
): Promise<Knock | null> {
  const known = sid === undefined ? null : await meetings.bySid(sid);
  const meeting = known ?? (code === undefined ? null : await meetings.byCode(code));
  if (meeting === null) return null;
  const hash = secret === undefined ? null : sha256(secret);
  const opened = hash === null ? null : await access.findKey(meeting.sid, hash);
  const link = tablet === undefined ? null : await access.findKey(meeting.sid, sha256(tablet));
  const door = tablet === undefined ? 'phone' : link?.role === 'tablet' ? 'tablet' : null;
  return { meeting, hash, opened, door, card, hasCode: code !== undefined };
}

/** Who this secret already is: a link's role, or the person in a seat. The card that it came with is not asked again. */
function byKey({ meeting, hash, opened, door, card }: Knock): Admitted | null {
  if (opened === null || hash === null || opened.role === 'tablet') return null;
  if (opened.role !== 'participant') return { meeting, role: opened.role };
  if (door === null || !meeting.session.seats.has(opened.seat)) return null;
  if (card !== undefined && meeting.cardHash(card) !== opened.via) return null;
  return person(meeting, hash, opened, door);
}

/** Somebody with the code, a card or a tablet, or somebody who still waits at the door. */
async function newcomer(knock: Knock, gate: Gate): Promise<Person | ConnectRefused> {
  const { meeting, hash, opened, door, card, hasCode } = knock;
  const ownKey = opened?.role === 'participant' ? opened : null;
  // A link's own secret seats nobody: whoever sits at a tablet has one of their own.
  const isLink = opened !== null && ownKey === null;
  if (hash === null || door === null || isLink || (!hasCode && door !== 'tablet')) return { reason: 'unknown-secret' };
  const key = card === undefined ? ownKey : await keyByCard(meeting, hash, card, gate);
  if (card !== undefined && key === null) return { reason: 'unknown-card' };
  const come = person(meeting, hash, key, door);
  const isSeated = come.seat !== null && meeting.session.seats.has(come.seat);
  const hasEnded = meeting.session.state === 'closed' && !isSeated;
  return hasEnded ? { reason: 'session-ended', facts: { sid: meeting.sid } } : come;
}

/** The phone's own secret becomes a further key to the card's seat. */
async function keyByCard(meeting: Meeting, hash: Hash, code: CardCode, { access }: Gate): Promise<SeatKey | null> {
  const via = meeting.cardHash(code);
  const found = await access.cards.find(meeting.sid, via);
  if (found === null) return null;
  await access.bindKey(meeting.sid, hash, found.seat, via);
  return { role: 'participant', ...found, via };
}

function person(meeting: Meeting, hash: Hash, key: SeatKey | null, door: Person['door']): Person {
  return { meeting, role: 'person', hash, seat: key?.seat ?? null, pass: passOf(key, door), door };
}

function passOf(key: SeatKey | null, door: Person['door']): Pass {
  if (key?.card === 'issued') return 'card';
  if (key?.card === 'test') return 'test-card';
  return door === 'tablet' ? 'tablet' : 'code';
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

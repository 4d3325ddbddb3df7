import type { Door } from '@cyfran/shared/words/door.ts';
import type { Group } from '@cyfran/shared/words/groups.ts';
import type { Allocation, BallotBody } from '@cyfran/shared/ballots/ballot.ts';
import type { Body } from '@cyfran/shared/record/body.ts';
import type { Entry, Header } from '@cyfran/shared/session/entry.ts';

const HEADER = new RegExp(
  '^{"at":"(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?Z)","body":"([\\w-]{43})","by":"([\\w-]{12})",' +
    '"cmd":"([\\w-]{16}\\.[1-9]\\d{0,8})","events":\\[{"credential":"([\\w-]{12})","replaces":(0|[1-9]\\d{0,8}),' +
    '"round":"(a[1-9]\\d{0,3}\\.[1-9]\\d{0,3})","type":"ballot\\.cast"}\\],"v":1}$',
);
/** A proposal's id in plain ASCII, without what JSON would escape. */
const LINE = '\\["[!#-+\\--:<-\\[\\]-~]{1,64}",[1-9]\\d{0,5}\\]';
const BODY = new RegExp(
  `^\\[{"ballot":{"alloc":(\\[(?:${LINE}(?:,${LINE})*)?\\]),"door":"(phone|tablet)",` +
    '(?:"group":"(citizens|professionals|undeclared)",)?"round":"(a[1-9]\\d{0,3}\\.[1-9]\\d{0,3})"}}\\]$',
);
const SALT = /^[\w-]{22}$/;
const MOST_LINES = 200;

/**
 * What the stored texts of a ballot from a phone or a tablet say, or `null` for all else: then the schemas decide. Nearly all of a journal
 * is such ballots, and a restart waits for them: this takes a fifth of the time. A test holds it equal to the schemas.
 */
export function ballotIn(header: string, salt: string, body: string): Omit<Entry, 'version' | 'id'> | null {
  const head = HEADER.exec(header);
  if (head === null || !SALT.test(salt)) return null;
  const content = BODY.exec(body);
  if (content === null) return null;
  const [, at = '', commit = '', by = '', cmd = '', credential = '', replaces, round = ''] = head;
  const [, lines = '', door, group, of = ''] = content;
  const alloc = JSON.parse(lines) as Allocation;
  if (alloc.length > MOST_LINES) return null;
  const ballot = { round: of, alloc, door: door as Door, ...(group === undefined ? {} : { group: group as Group }) };
  return {
    at,
    cmd,
    by,
    events: [{ type: 'ballot.cast', round, credential, replaces: Number(replaces) }],
    commit,
    salt,
    bodies: [{ ballot }],
  };
}

/**
 * The bodies of a ballot, alone in its entry, as canonical JSON; `null` for all else. Only what `ballotIn` then reads back may be stored: it
 * finds every letter that JSON would have spelled otherwise.
 */
export function ballotBodyText(bodies: readonly (Body | null)[]): string | null {
  const [body = null] = bodies;
  const ballot = body?.ballot;
  if (bodies.length !== 1 || body === null || ballot === undefined || !hasOnly(body, 1)) return null;
  const { alloc, door, group, round } = ballot;
  if (!hasOnly(ballot, group === undefined ? 3 : 4)) return null;
  // In the order that canonical JSON has.
  const inOrder: BallotBody = group === undefined ? { alloc, door, round } : { alloc, door, group, round };
  return JSON.stringify([{ ballot: inOrder }]);
}

/** The header of such an entry as canonical JSON; `null` for all else. */
export function ballotHeaderText({ at, body, by, cmd, events, v }: Header): string | null {
  const [event] = events;
  if (events.length !== 1 || event?.type !== 'ballot.cast' || !hasOnly(event, 4)) return null;
  const { credential, replaces, round, type } = event;
  return JSON.stringify({ at, body, by, cmd, events: [{ credential, replaces, round, type }], v });
}

/** Whether an object has so many values and no more. */
function hasOnly(object: object, most: number): boolean {
  return Object.values(object).filter((value) => value !== undefined).length === most;
}

import type { Accepted } from '../activities/activity.ts';
import type { SessionId } from '../words/ids.ts';
import { refuse, type Refusal } from '../words/refusal.ts';
import type { Event } from './events.ts';
import type { SetUp } from './set-up.ts';
import { firstBadText, textsOf } from './texts.ts';

/** Bytes of texts in one set-up, so that an entry stays below the MiB that a journal takes at once. */
const MOST_BYTES_OF_TEXT = 950_000;

/** What a session began as: a copy of another meeting, and perhaps a rehearsal of it. */
export interface Origin {
  readonly copyOf?: SessionId;
  readonly rehearsal?: true;
}

/**
 * Decides the first entry of a session's journal: it exists, as a draft with this set-up, however much of it is still missing.
 * Refuses: as `saved`. Rules S2, S3, S17.
 */
export function create(sid: SessionId, setUp: SetUp, origin: Origin = {}): Accepted<Event> | Refusal {
  const decision = saved(setUp);
  if ('refused' in decision) return decision;
  const { event, body } = decision;
  const created: Event = { type: 'session.created', sid, ...origin };
  return { guards: [['ruling', 0]], events: [created, event], bodies: [null, body] };
}

/** The event that keeps a set-up. Refuses: `bad-text` (fact: `field`), `duplicate-proposal`, `unknown-activity`, `too-large`. Rule S2. */
export function saved(
  setUp: SetUp,
): Refusal | { readonly event: Event; readonly body: { texts: ReturnType<typeof textsOf> } } {
  const texts = textsOf(setUp);
  const bad = firstBadText(texts);
  if (bad !== null) return refuse('bad-text', { field: bad });
  if (bytesOf(JSON.stringify(texts)) > MOST_BYTES_OF_TEXT) return refuse('too-large');
  const {
    currency,
    potMinor,
    admission,
    paper,
    mode,
    linkDays,
    questionsUntil,
    day,
    bookedMinutes,
    proposals,
    agenda,
  } = setUp;
  const ids = proposals.map(({ proposal }) => proposal);
  if (new Set(ids).size < ids.length) return refuse('duplicate-proposal');
  if (new Set(agenda.map(({ activity }) => activity)).size < agenda.length) return refuse('unknown-activity');
  const event: Event = {
    type: 'set-up.saved',
    ...{ currency, potMinor, admission, paper, mode, linkDays, questionsUntil, day, bookedMinutes },
    proposals: proposals.map(({ proposal, costMinor }) => [proposal, costMinor]),
    agenda: agenda.map(({ activity, plan, skipped }) => ({ activity, plan, skipped })),
  };
  return { event, body: { texts } };
}

/** The length of a well-formed text in UTF-8. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Half of a pair is two of its four bytes; any other letter beyond U+07FF has three.
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}

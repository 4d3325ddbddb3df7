import type { Field } from '@cyfran/shared/session/mending.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import type { Text } from '@cyfran/shared/words/text.ts';

/** What came of asking: an answer, or why not. `unreachable`: none came, so nobody knows whether it was done. */
export type Answer<T> = { readonly ok: true; readonly got: T } | { readonly ok: false; readonly reason: string };

export type SessionState = 'draft' | 'open' | 'closed';

/** A meeting as the host's list has it. */
export interface ListedMeeting {
  readonly sid: string;
  readonly code: string;
  readonly title: Text;
  readonly state: SessionState;
  readonly createdAt: string;
  /** The meeting that it was copied from. */
  readonly copyOf: string | null;
  /** Whether it tries that one out with robots. */
  readonly rehearsal: boolean;
}

/** A set-up as the server has it. `seen`: the ruling it stands at, to be sent along when saving. */
export interface MeetingOnServer {
  readonly sid: string;
  readonly code: string;
  readonly joinUrl: string;
  readonly state: SessionState;
  /** The meeting that this one tries out. */
  readonly rehearsalOf: string | null;
  readonly seen: number;
  readonly setUp: SetUp;
  /** What can still be changed. */
  readonly changeable: readonly Field[];
}

/** What is answered when a set-up is saved. */
export type SavedSetUp = Pick<MeetingOnServer, 'seen' | 'setUp' | 'changeable'>;

/** What the server tells once of a new meeting: of the secrets it keeps only the hashes. */
export interface CreatedMeeting {
  readonly sid: string;
  readonly code: string;
  readonly facilitator: string;
  readonly stage: string;
  readonly joinUrl: string;
}

export type LinkRole = 'facilitator' | 'helper' | 'stage' | 'tablet';

/** A fresh link: told once. */
export interface FreshLink {
  readonly role: LinkRole;
  readonly secret: string;
  readonly url: string;
}

/** What the host's pages ask of the server. */
export interface HostCalls {
  sessions(): Promise<Answer<{ readonly sessions: readonly ListedMeeting[] }>>;
  create(setUp: SetUp, copyOf: string | null): Promise<Answer<CreatedMeeting>>;
  /** Makes a meeting out of a draft's set-up and sends robots there, `pace` times as fast as people. */
  rehearse(sid: string, robots: number, pace: number): Promise<Answer<CreatedMeeting>>;
  /** Sends the robots home and deletes the rehearsal. */
  clearRehearsal(sid: string): Promise<Answer<object>>;
  /** Deletes a draft or a rehearsal. */
  remove(sid: string): Promise<Answer<object>>;
  setUp(sid: string): Promise<Answer<MeetingOnServer>>;
  save(sid: string, seen: number, setUp: SetUp): Promise<Answer<SavedSetUp>>;
  link(sid: string, role: LinkRole): Promise<Answer<FreshLink>>;
}

/** The server of this page, asked with a secret: the host's key, or that of one meeting's facilitator. */
export function hostCalls(secret: string, send: typeof fetch = (...asked) => fetch(...asked)): HostCalls {
  const ask = <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer<T>> =>
    answerOf<T>(() =>
      send(`/api/sessions${path}`, {
        method,
        headers: {
          authorization: `Bearer ${secret}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  return {
    sessions: () => ask('GET', ''),
    create: (setUp, copyOf) => ask('POST', copyOf === null ? '' : `?copyOf=${copyOf}`, setUp),
    rehearse: (sid, robots, pace) => ask('POST', `/${sid}/rehearsals`, { robots, pace }),
    clearRehearsal: (sid) => ask('DELETE', `/${sid}/rehearsal`),
    remove: (sid) => ask('DELETE', `/${sid}`),
    setUp: (sid) => ask('GET', `/${sid}/set-up`),
    save: (sid, seen, setUp) => ask('PUT', `/${sid}/set-up`, { seen, setUp }),
    link: (sid, role) => ask('POST', `/${sid}/links`, { role }),
  };
}

async function answerOf<T>(send: () => Promise<Response>): Promise<Answer<T>> {
  let response: Response;
  let body: unknown;
  try {
    response = await send();
    body = await bodyOf(response);
  } catch {
    // fetch throws only when no answer came, or half of one.
    return { ok: false, reason: 'unreachable' };
  }
  if (response.ok && body !== null) return { ok: true, got: body as T };
  return { ok: false, reason: BY_STATUS[response.status] ?? reasonIn(body) };
}

/** Statuses that say it all, also where something between here and the server wrote the answer. */
const BY_STATUS: Readonly<Record<number, string>> = { 401: 'unknown-secret', 413: 'too-large', 507: 'storage-full' };

/** An answer that a proxy wrote as a page is no object of ours. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function reasonIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'reason' in body && typeof body.reason === 'string'
    ? body.reason
    : 'internal';
}

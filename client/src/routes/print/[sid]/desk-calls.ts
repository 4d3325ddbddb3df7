import type { MeetingToPrint } from '#lib/print/from-set-up.ts';

/** A card as the server knows it: its code is nowhere to be read again. */
export interface KnownCard {
  readonly number: number;
  readonly state: 'issued' | 'test' | 'void';
  /** Whether somebody has come in with it. */
  readonly used: boolean;
}

/** A card that was just made: the only time that its code is told. */
export interface MadeCard {
  readonly number: number;
  readonly code: string;
}

/** What came of asking: an answer, or why not. `unreachable`: none came, so nobody knows whether it was done. */
export type Answer<T> = { readonly ok: true; readonly got: T } | { readonly ok: false; readonly reason: string };

/** What the print page asks of the server. */
export interface DeskCalls {
  setUp(): Promise<Answer<MeetingToPrint>>;
  cards(): Promise<Answer<{ readonly cards: readonly KnownCard[] }>>;
  make(count: number, test: boolean): Promise<Answer<{ readonly cards: readonly MadeCard[] }>>;
  replace(number: number): Promise<Answer<MadeCard>>;
  takeOut(number: number): Promise<Answer<unknown>>;
}

/** The server of this page, asked as this meeting's facilitator. */
export function deskCalls(sid: string, secret: string, send: typeof fetch = fetch): DeskCalls {
  const ask = <T>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer<T>> =>
    answerOf<T>(
      send(`/api/sessions/${sid}/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${secret}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  return {
    setUp: () => ask('GET', 'set-up'),
    cards: () => ask('GET', 'cards'),
    make: (count, test) => ask('POST', 'cards', { count, test }),
    replace: (number) => ask('POST', `cards/${String(number)}/replace`),
    takeOut: (number) => ask('POST', `cards/${String(number)}/void`),
  };
}

async function answerOf<T>(sent: Promise<Response>): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await sent;
  } catch {
    // fetch throws only when no answer came.
    return { ok: false, reason: 'unreachable' };
  }
  const body = await bodyOf(response);
  if (response.ok) return { ok: true, got: body as T };
  if (response.status === 401) return { ok: false, reason: 'unknown-secret' };
  return { ok: false, reason: reasonIn(body) };
}

/** An answer without a body, or one that a proxy wrote as a page, is no object of ours. */
async function bodyOf(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
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

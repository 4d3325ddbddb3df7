import type { Answer } from '#lib/set-up/calls.ts';

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

/** What is asked of the server about a meeting's cards. */
export interface DeskCalls {
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
    cards: () => ask('GET', 'cards'),
    make: (count, test) => ask('POST', 'cards', { count, test }),
    replace: (number) => ask('POST', `cards/${String(number)}/replace`),
    takeOut: (number) => ask('POST', `cards/${String(number)}/void`),
  };
}

async function answerOf<T>(sent: Promise<Response>): Promise<Answer<T>> {
  let response: Response;
  let text: string;
  try {
    response = await sent;
    text = await response.text();
  } catch {
    // fetch throws only when no answer came, or half of one.
    return { ok: false, reason: 'unreachable' };
  }
  const body = parsed(text);
  if (response.ok && body !== null) return { ok: true, got: body as T };
  return { ok: false, reason: BY_STATUS[response.status] ?? reasonIn(body) };
}

/** Statuses that say it all, also where something between here and the server wrote the answer. */
const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'unknown-secret',
  413: 'too-large',
  502: 'unreachable',
  504: 'unreachable',
  507: 'storage-full',
};

/** An answer that a proxy wrote as a page is no object of ours. */
function parsed(text: string): object | null {
  try {
    return JSON.parse(text) as object | null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function reasonIn(body: object | null): string {
  return body !== null && 'reason' in body && typeof body.reason === 'string' ? body.reason : 'internal';
}

import type { Hall } from '@cyfran/shared/i18n/hall.en.ts';
import type { NewSession } from '@cyfran/shared/session/create.ts';

/** What the server gives once: the secrets of the links, of which it keeps only the hashes. */
export interface CreatedLinks {
  readonly sid: string;
  readonly code: string;
  readonly facilitator: string;
  readonly stage: string;
  readonly joinUrl: string;
}

export type SentSetUp =
  | { readonly kind: 'created'; readonly links: CreatedLinks }
  | { readonly kind: 'wrong-key' }
  | { readonly kind: 'failed'; readonly problem: keyof Hall['host']['problems'] };

/** Sets up the meeting on the server, with the host's key. */
export async function sendSetUp(session: NewSession, key: string): Promise<SentSetUp> {
  let response: Response;
  try {
    response = await fetch('/api/sessions', {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(session),
    });
  } catch {
    // fetch throws only when no answer came.
    return { kind: 'failed', problem: 'unreachable' };
  }
  if (response.ok) return { kind: 'created', links: (await response.json()) as CreatedLinks };
  if (response.status === 401) return { kind: 'wrong-key' };
  if (response.status === 400) return { kind: 'failed', problem: 'text' };
  return { kind: 'failed', problem: response.status === 507 ? 'full' : 'other' };
}

import type { SessionRecord } from '@cyfran/shared/session/record.ts';

/** The record that Express put on the request before it handed it to the pages; `null` where there is none. */
export function recordIn(platform: { readonly req: object } | undefined): SessionRecord | null {
  const request: { readonly cyfran?: { readonly record?: SessionRecord } } = platform?.req ?? {};
  return request.cyfran?.record ?? null;
}

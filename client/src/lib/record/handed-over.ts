import { error } from '@sveltejs/kit';
import type { SessionRecord } from '@cyfran/shared/session/record.ts';

/** The record that Express put on the request before it handed it to the pages; `null` where there is none. */
function recordIn(platform: { readonly req: object } | undefined): SessionRecord | null {
  const request: { readonly cyfran?: { readonly record?: SessionRecord } } = platform?.req ?? {};
  return request.cyfran?.record ?? null;
}

/** The record comes with the request: no page asks for it over the network. Throws the 404 of a record that is not there. */
export function loadRecord({ platform }: { readonly platform: { readonly req: object } | undefined }): {
  record: SessionRecord;
} {
  const record = recordIn(platform);
  if (record === null) error(404, 'no such record');
  return { record };
}

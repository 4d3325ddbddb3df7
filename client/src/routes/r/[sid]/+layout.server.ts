import type { SessionRecord } from '@cyfran/shared/session/record.ts';
import { error } from '@sveltejs/kit';
import { recordIn } from '#lib/record/handed-over.ts';
import type { LayoutServerLoad } from './$types';

/** The record comes with the request: no page asks for it over the network. */
export const load: LayoutServerLoad = ({ platform }): { record: SessionRecord } => {
  const record = recordIn(platform);
  if (record === null) error(404, 'no such record');
  return { record };
};

import { normaliseCode, SessionCode } from '@cyfran/shared/words/ids.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** One address for each code however it was typed; what can be no code goes back to the form, which says so. */
export const load: PageServerLoad = ({ params }): { code: string } => {
  const code = normaliseCode(params.code);
  if (!SessionCode.safeParse(code).success) {
    const problem = new URLSearchParams({ code: params.code.slice(0, 40), problem: 'unknown-session' });
    redirect(303, `/?${problem.toString()}`);
  }
  if (code !== params.code) redirect(303, `/s/${code}`);
  return { code };
};

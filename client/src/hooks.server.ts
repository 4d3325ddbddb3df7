import type { Handle } from '@sveltejs/kit/hooks';
import { LOCALE_COOKIE, preferredLocale } from '#lib/locale.ts';
import { allowOwnSocket } from '#lib/socket-source.ts';

const CSP = 'content-security-policy';

/** Chooses the language of the page and lets it open its own socket. */
export const handle: Handle = async ({ event, resolve }) => {
  const { cookies, locals, request, url } = event;
  const locale = preferredLocale(cookies.get(LOCALE_COOKIE), request.headers.get('accept-language'));
  locals.locale = locale;

  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%cyfran.lang%', locale),
  });

  const policy = response.headers.get(CSP);
  if (policy !== null) {
    response.headers.set(CSP, allowOwnSocket(policy, url));
    response.headers.append('vary', 'accept-language, cookie');
  }
  return response;
};

const PLAIN_HOST = /^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:.]+\](:\d+)?$/;

/**
 * A page's content security policy with the socket of its own host named in `connect-src`; unchanged for a host that could
 * not stand in a policy. Older WebKit does not read `'self'` as covering `ws:`.
 */
export function allowOwnSocket(policy: string, url: URL): string {
  if (!PLAIN_HOST.test(url.host)) return policy;
  const scheme = url.protocol === 'https:' ? 'wss' : 'ws';
  return policy.replace("connect-src 'self'", `connect-src 'self' ${scheme}://${url.host}`);
}

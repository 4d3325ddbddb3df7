import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from our own pages: a present Origin's host must equal Host. An absent one passes (browsers send none on
 * a same-origin polling GET), because authority is the secret in `auth`, never a cookie.
 */
export function sameOrigin({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  if (headers.origin === undefined) return true;
  if (!URL.canParse(headers.origin)) return false;
  return new URL(headers.origin).host === headers.host;
}

/** The address that a connection comes from, read behind `hops` trusted proxies; 0 reads the socket. For limits only, never logged. */
export function addressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, hops: number): string {
  const direct = socket.remoteAddress ?? 'unknown';
  if (hops === 0) return direct;
  const chain = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const forwarded = chain.at(-hops)?.trim() ?? '';
  return forwarded === '' ? direct : forwarded;
}

/** Whether a request was made on this machine itself: a proxy on it says for whom it asks. */
export function isFromHere({ socket, headers }: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  const from = socket.remoteAddress ?? '';
  return /^(::ffff:)?127\./.test(from) || from === '::1' || (from !== '' && from === socket.localAddress);
}

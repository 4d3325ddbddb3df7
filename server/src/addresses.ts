import { networkInterfaces } from 'node:os';

const HOME_OR_HALL = /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** This machine's address for phones on the same network; `localhost` when it has none. Read anew each time, as a laptop moves. */
export function localAddress(): string {
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  return own.find((address) => HOME_OR_HALL.test(address)) ?? own[0] ?? 'localhost';
}

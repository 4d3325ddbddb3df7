import type { Log } from '@cyfran/server/log.ts';

const nothing = () => undefined;

/** Says faults only: a measured run must not measure its own log. */
export const silent: Log = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: (facts, what) => {
    console.error(what, facts);
  },
};

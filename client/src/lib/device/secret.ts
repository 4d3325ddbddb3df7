import type { Keep } from '#lib/live/keep.ts';

/** Under which names this device keeps the secrets of links. */
export const HOST_KEY = 'cyfran.host';
export const runKey = (sid: string): string => `cyfran.run.${sid}`;
export const helpKey = (sid: string): string => `cyfran.help.${sid}`;
export const stageKey = (sid: string): string => `cyfran.stage.${sid}`;

/**
 * The secret of a link: from its fragment, which is taken out of the address bar at once and kept on this device; else the one
 * kept before under `name`; else `null`.
 */
export function takeSecret(keep: Keep, name: string): string | null {
  const given = location.hash.slice(1);
  if (given === '') {
    const known = keep.read(name);
    return typeof known === 'string' ? known : null;
  }
  keep.write(name, given);
  // Kit's own state of this page stays as it is; only the address changes.
  history.replaceState(history.state, '', location.pathname + location.search);
  return given;
}

import { kept } from './kept.ts';

/**
 * The secret of a link: from its fragment, which is taken out of the address bar at once and kept on this device; else the one
 * kept before under `name`; else `null`.
 */
export function takeSecret(name: string): string | null {
  const given = location.hash.slice(1);
  if (given === '') return kept.get(name);
  kept.set(name, given);
  // Kit's own state of this page stays as it is; only the address changes.
  history.replaceState(history.state, '', location.pathname + location.search);
  return given;
}

export const HOST_KEY = 'cyfran.host';
export const runKey = (sid: string): string => `cyfran.run.${sid}`;
export const stageKey = (sid: string): string => `cyfran.stage.${sid}`;

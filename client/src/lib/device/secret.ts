import type { Keep } from '#lib/live/keep.ts';
import { takeFragment } from './fragment.ts';

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
  const given = takeFragment();
  if (given === '') {
    const known = keep.read(name);
    return typeof known === 'string' ? known : null;
  }
  keep.write(name, given);
  return given;
}

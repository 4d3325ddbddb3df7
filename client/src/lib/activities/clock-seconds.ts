/** The longest clock that a part may have, in seconds. */
const LONGEST_SECONDS = 36_000;

/** More minutes on top of what is left, in whole seconds as `SetTimer` takes them; from now where the time is up. */
export function secondsWith(minutes: number, leftMs: number): number {
  return Math.min(LONGEST_SECONDS, Math.round(Math.max(0, leftMs) / 1000) + minutes * 60);
}

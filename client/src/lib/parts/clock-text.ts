/** Time left as a clock shows it, `1:05`; a begun second counts whole, so that it says 0:00 only when the time is up. */
export function clockText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A time of day on this device's clock, `20:47`. `at`: milliseconds since 1970. */
export function timeOfDay(at: number): string {
  const time = new Date(at);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}

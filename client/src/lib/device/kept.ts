/** What this device keeps for us, as text. `null` where the browser keeps nothing (a private window, a full disk). */
export interface Kept {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** The browser's own storage. A browser that keeps nothing still runs the meeting, until it is reloaded. */
export const kept: Kept = {
  get: (key) => orNull(() => localStorage.getItem(key)),
  set: (key, value) => void orNull(() => localStorage.setItem(key, value)),
  remove: (key) => void orNull(() => localStorage.removeItem(key)),
};

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    // Storage is forbidden or full: that is an answer, not a fault of ours.
    return null;
  }
}

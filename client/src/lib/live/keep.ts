/** What a phone remembers between page loads: small JSON values by key. */
export interface Keep {
  /** `null` when there is none, or it cannot be read. */
  read(key: string): unknown;
  write(key: string, value: unknown): void;
  remove(key: string): void;
}

/** A `Keep` over a `Storage` such as `localStorage`. What is refused (private window, full) is remembered until the page goes. */
export function keepIn(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Keep {
  const unkept = new Map<string, string>();
  return {
    read(key) {
      try {
        return JSON.parse(unkept.get(key) ?? storage.getItem(key) ?? 'null') as unknown;
      } catch (error) {
        if (isOurs(error)) return null;
        throw error;
      }
    },
    write(key, value) {
      const text = JSON.stringify(value);
      try {
        storage.setItem(key, text);
        unkept.delete(key);
      } catch (error) {
        if (!isOurs(error)) throw error;
        unkept.set(key, text);
      }
    },
    remove(key) {
      unkept.delete(key);
      storage.removeItem(key);
    },
  };
}

/** The browser's own storage; where it is switched off altogether, the page's memory. */
export function browserKeep(): Keep {
  try {
    return keepIn(window.localStorage);
  } catch (error) {
    if (isOurs(error)) return memoryKeep();
    throw error;
  }
}

/** A `Keep` that forgets with the page. */
export function memoryKeep(): Keep {
  const kept = new Map<string, string>();
  return keepIn({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });
}

/** Storage that is full or forbidden, or a value that somebody else wrote. */
function isOurs(error: unknown): boolean {
  return error instanceof DOMException || error instanceof SyntaxError;
}

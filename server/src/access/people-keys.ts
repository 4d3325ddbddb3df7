import type { SessionId } from '@cyfran/shared/words/ids.ts';

/** Where what is known about one session's people stands in Redis: apart from its journal, for another Redis user if so wished. */
export function peopleKeys(sid: SessionId) {
  const under = (name: string) => `people:{${sid}}:${name}`;
  return {
    session: under('session'),
    keys: under('keys'),
    cards: under('cards'),
    numbers: under('numbers'),
    papers: under('papers'),
  } as const;
}

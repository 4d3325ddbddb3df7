import type { SessionId } from '@cyfran/shared/words/ids.ts';

/** Where one session's journal stands in Redis: all of it under one hash tag, so that it would be on one shard of a cluster. */
export interface JournalKeys {
  /** Version of the newest entry; its being there is the session's being there. */
  readonly head: string;
  /** Line 0, as on disk. */
  readonly genesis: string;
  /** A stream: entry `n` has the id `n-0` and its header as `h`. */
  readonly entries: string;
  /** Salt, a tab and body of an entry by its version: apart from the stream, as they can be erased. */
  readonly bodies: string;
  /** Per outbox `n version owner` of its last command. */
  readonly outboxes: string;
  /** Per key the version at which it last moved. */
  readonly moved: string;
  /** Written for its own sake. */
  readonly asked: string;
  /** The channel that says how far the journal is. */
  readonly channel: string;
}

/** The set of all sessions. Its members may have no journal: then their making was broken off. */
export const SESSIONS = 'journal:sessions';

export function journalKeys(sid: SessionId): JournalKeys {
  const under = (name: string) => `journal:{${sid}}:${name}`;
  return {
    head: under('head'),
    genesis: under('genesis'),
    entries: under('entries'),
    bodies: under('bodies'),
    outboxes: under('outboxes'),
    moved: under('moved'),
    asked: under('asked'),
    channel: under('new'),
  };
}

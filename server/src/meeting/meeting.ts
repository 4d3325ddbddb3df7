import type { Context } from '@cyfran/shared/activities/activity.ts';
import type { ReadonlySession } from '@cyfran/shared/session/session.ts';
import type { SessionId } from '@cyfran/shared/words/ids.ts';
import { credentialsOf, sha256Hex } from '../access/credentials.ts';
import type { SessionRow } from '../access/access-store.ts';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import { Replica } from './replica.ts';

/** What a meeting stands on. */
export interface Ground {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
}

/** One session as this node holds it: its folded state, and what deciding needs beside it. */
export class Meeting {
  readonly sid: SessionId;
  readonly code: string;
  readonly ground: Ground;
  readonly replica: Replica;
  readonly credentialOf: Context['credentialOf'];

  constructor({ sid, code, linkKey }: SessionRow, ground: Ground) {
    this.sid = sid;
    this.code = code;
    this.ground = ground;
    this.credentialOf = credentialsOf(linkKey);
    this.replica = new Replica(sid, ground.journal);
  }

  get session(): ReadonlySession {
    return this.replica.session;
  }

  /** What `decide` needs from outside, at this moment. */
  context(): Context {
    return { at: this.ground.clock.now(), credentialOf: this.credentialOf, sha256Hex };
  }
}

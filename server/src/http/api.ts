import { SessionId, type Secret } from '@cyfran/shared/words/ids.ts';
import { refuse } from '@cyfran/shared/words/refusal.ts';
import type { RequestHandler } from 'express';
import { sameSecret, sha256 } from '../access/credentials.ts';
import { addressOf } from '../access/origin.ts';
import type { Gate } from '../meeting/gate.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { answering, type Answer, type Asked } from './asked.ts';

interface ApiParts {
  readonly hostKey: Secret;
  readonly gate: Gate;
  readonly proxyHops: number;
}

/** Who may ask what over HTTP: judged before anything that was sent is read. */
export class Api {
  readonly #hostKey: Secret;
  readonly #gate: Gate;
  readonly #proxyHops: number;

  constructor({ hostKey, gate, proxyHops }: ApiParts) {
    this.#hostKey = hostKey;
    this.#gate = gate;
    this.#proxyHops = proxyHops;
  }

  /** For whoever holds the host's key. */
  host(answer: (asked: Asked) => Promise<Answer>): RequestHandler {
    return answering((asked) => (this.#isHost(asked) ? answer(asked) : this.wrongSecret(asked)));
  }

  /** For whoever holds the host's key, or a facilitator's link of the session in the path. */
  session(answer: (meeting: Meeting, asked: Asked) => Promise<Answer>): RequestHandler {
    return answering(async (asked) => {
      const sid = SessionId.safeParse(asked.request.params.sid);
      const meeting = sid.success ? await this.#gate.meetings.bySid(sid.data) : null;
      const isHost = this.#isHost(asked);
      if (meeting === null) return isHost ? refuse('unknown-session') : this.wrongSecret(asked);
      return isHost || (await this.#isFacilitator(meeting, asked)) ? answer(meeting, asked) : this.wrongSecret(asked);
    });
  }

  /** A secret that opens nothing slows its address down: for others like it, never for one that is right. */
  async wrongSecret({ request }: Asked): Promise<Answer> {
    const retryAfterMs = await this.#gate.limiter.wrongSecret(addressOf(request, this.#proxyHops));
    return retryAfterMs > 0 ? { ...refuse('too-fast'), retryAfterMs } : refuse('unknown-secret');
  }

  #isHost({ secret }: Asked): boolean {
    return sameSecret(secret, this.#hostKey);
  }

  async #isFacilitator({ sid }: Meeting, { secret }: Asked): Promise<boolean> {
    const opened = await this.#gate.access.findKey(sid, sha256(secret));
    return opened?.role === 'facilitator';
  }
}

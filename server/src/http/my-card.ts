import { SessionCode } from '@cyfran/shared/words/ids.ts';
import { refuse } from '@cyfran/shared/words/refusal.ts';
import { Router } from 'express';
import { z } from 'zod';
import { sha256 } from '../access/credentials.ts';
import { addressOf } from '../access/origin.ts';
import { newMovingCard } from '../meeting/cards.ts';
import type { Gate } from '../meeting/gate.ts';
import type { Api } from './api.ts';
import { answering } from './asked.ts';

const Mine = z.strictObject({ code: SessionCode });

/**
 * `POST /api/my-card` `{ code }` with a phone's own secret: `{ card }`, eight letters that move its seat to another phone, in the place of
 * those before. 401 for a secret without a seat that has joined.
 */
export function myCardRoutes(api: Api, { meetings, access, limiter }: Gate, proxyHops: number): Router {
  const router = Router();
  router.post(
    '/api/my-card',
    answering(async (asked) => {
      const body = await asked.body(Mine);
      if ('refused' in body) return body;
      const meeting = await meetings.byCode(body.sent.code);
      const key = meeting === null ? null : await access.findKey(meeting.sid, sha256(asked.secret));
      if (meeting !== null && key?.role === 'participant' && meeting.session.seats.has(key.seat)) {
        const retryAfterMs = await limiter.command(key.seat);
        if (retryAfterMs > 0) return { ...refuse('too-fast'), retryAfterMs };
        return { status: 200, json: { card: await newMovingCard(meeting, access, key.seat) } };
      }
      if (meeting !== null) return api.wrongSecret(asked);
      const address = addressOf(asked.request, proxyHops);
      const retryAfterMs = await limiter.mayTry(address);
      if (retryAfterMs > 0) return { ...refuse('too-fast'), retryAfterMs };
      await limiter.wrongCode(address);
      return refuse('unknown-session');
    }),
  );
  return router;
}

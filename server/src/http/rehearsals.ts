import { refuse } from '@cyfran/shared/words/refusal.ts';
import { Router } from 'express';
import { z } from 'zod';
import type { Rehearsals } from '../robots/rehearsals.ts';
import type { Api } from './api.ts';

/** `pace`: so many times as fast as people are. */
const Rehearsal = z.strictObject({ robots: z.int().min(5).max(500), pace: z.int().min(1).max(100) });

/**
 * Trying a meeting out with robots, for its hosts. `POST /api/sessions/:sid/rehearsals { robots, pace }` on a draft: 201 as for a new meeting;
 * refuses as `Rehearsals.begin`. `DELETE /api/sessions/:sid/rehearsal` on the rehearsal itself: 200 `{}`; 403 `not-allowed` where the
 * meeting is meant.
 */
export function rehearsalRoutes(api: Api, rehearsals: Rehearsals, joinUrlOf: (code: string) => string): Router {
  const router = Router();
  router.post(
    '/api/sessions/:sid/rehearsals',
    api.session(async (draft, asked) => {
      const body = await asked.body(Rehearsal);
      if ('refused' in body) return body;
      const created = await rehearsals.begin(draft, body.sent.robots, body.sent.pace);
      if ('refused' in created) return created;
      return { status: 201, json: { ...created, joinUrl: joinUrlOf(created.code) } };
    }),
  );
  router.delete(
    '/api/sessions/:sid/rehearsal',
    api.session(async (meeting) => {
      if (!meeting.session.rehearsal) return refuse('not-allowed');
      await rehearsals.clear(meeting);
      return { status: 200, json: {} };
    }),
  );
  return router;
}

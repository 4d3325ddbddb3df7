import { NewSession } from '@cyfran/shared/session/create.ts';
import type { Secret } from '@cyfran/shared/words/ids.ts';
import { json, Router } from 'express';
import type { AccessStore } from '../access/access-store.ts';
import { sameSecret } from '../access/credentials.ts';
import { StorageFull } from '../journal/journal.ts';
import { createMeeting } from '../meeting/create-meeting.ts';
import type { Ground } from '../meeting/meeting.ts';

const LARGEST_SETUP = '512kb';

/**
 * `POST /api/sessions` with the host's key as bearer and a `NewSession`: sets up a meeting.
 * 201 `{ sid, code, facilitator, stage, joinUrl }`; 401 without the key; 400 `{ reason, facts }`; 507 when the disk is full.
 */
export function sessionRoutes(
  key: Secret,
  ground: Ground,
  access: AccessStore,
  joinUrlOf: (code: string) => string,
): Router {
  const router = Router();
  router.post('/api/sessions', (request, response, next) => {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (sameSecret(given, key)) next();
    else response.status(401).json({ ok: false, reason: 'unknown-secret' });
  });
  router.post('/api/sessions', json({ limit: LARGEST_SETUP }), async (request, response) => {
    const asked = NewSession.safeParse(request.body);
    if (!asked.success) {
      const field = asked.error.issues[0]?.path.join('.') ?? '';
      response.status(400).json({ ok: false, reason: 'invalid', facts: { field } });
      return;
    }
    try {
      const created = await createMeeting(asked.data, ground, access);
      if ('refused' in created) response.status(400).json({ ok: false, reason: created.refused, facts: created.facts });
      else response.status(201).json({ ...created, joinUrl: joinUrlOf(created.code) });
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error;
      response.status(507).json({ ok: false, reason: 'storage-full' });
    }
  });
  return router;
}

import { erasable } from '@cyfran/shared/session/erasing.ts';
import { Version } from '@cyfran/shared/words/units.ts';
import { Router } from 'express';
import { z } from 'zod';
import { newSecret } from '../access/credentials.ts';
import { handleCommand } from '../meeting/handle-command.ts';
import type { Api } from './api.ts';

const Erase = z.strictObject({ version: Version.min(1), why: z.enum(['request', 'moderation', 'law']) });

/**
 * What was written in a meeting and can go, for its hosts. `GET`: `{ texts: [{ version, what }] }`, by the entry and what it recorded. `POST
 * { version, why }`: 200 `{ version }` of the entry that says so; what was written goes from every screen and from the disk in a moment.
 * Refuses: `bad-text` where nothing is written, `already-begun` where it still stands.
 */
export function erasingRoutes(api: Api): Router {
  const router = Router();
  const path = '/api/sessions/:sid/texts';
  router.get(
    path,
    api.session(({ session }) => Promise.resolve({ status: 200, json: { texts: erasable(session) } })),
  );
  router.post(
    path,
    api.session(async (meeting, asked) => {
      const body = await asked.body(Erase);
      if ('refused' in body) return body;
      const command = { type: 'EraseTexts', ...body.sent } as const;
      const done = await handleCommand(meeting, `erase:${newSecret()}`, command, { role: 'facilitator' });
      return 'refused' in done ? done : { status: 200, json: { version: done.version } };
    }),
  );
  return router;
}

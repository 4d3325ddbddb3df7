import { changeableIn } from '@cyfran/shared/session/mending.ts';
import { rehearsedBy } from '@cyfran/shared/session/session.ts';
import { SetUp } from '@cyfran/shared/session/set-up.ts';
import { Version } from '@cyfran/shared/words/units.ts';
import { Router } from 'express';
import { z } from 'zod';
import { saveSetUp } from '../meeting/save-set-up.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { Api } from './api.ts';

/** `seen`: the ruling on the screen from which it is saved. */
const Save = z.strictObject({ seen: Version, setUp: SetUp });

/**
 * A meeting's set-up, whole, for its hosts. `GET` gives `{ sid, code, joinUrl, state, rehearsalOf, seen, setUp, changeable }`, the last the
 * fields that can still be changed. `PUT` of `{ seen, setUp }` answers with `seen`, `setUp` and `changeable` as they are then: 409 `moved-on` when somebody
 * else saved since, 409 `already-begun` where another field was changed.
 */
export function setUpRoutes(api: Api, joinUrlOf: (code: string) => string): Router {
  const router = Router();
  router.get(
    '/api/sessions/:sid/set-up',
    api.session((meeting) => {
      const { sid, code, session } = meeting;
      const { state } = session;
      const json = { sid, code, joinUrl: joinUrlOf(code), state, rehearsalOf: rehearsedBy(session), ...kept(meeting) };
      return Promise.resolve({ status: 200, json });
    }),
  );
  router.put(
    '/api/sessions/:sid/set-up',
    api.session(async (meeting, asked) => {
      const body = await asked.body(Save);
      if ('refused' in body) return body;
      const refused = await saveSetUp(meeting, body.sent);
      return refused ?? { status: 200, json: kept(meeting) };
    }),
  );
  return router;
}

function kept({ session }: Meeting) {
  return { seen: session.ruling.version, setUp: session.setUp, changeable: changeableIn(session) };
}

import { SetUp } from '@cyfran/shared/session/set-up.ts';
import { SessionId } from '@cyfran/shared/words/ids.ts';
import { refuse } from '@cyfran/shared/words/refusal.ts';
import { Router } from 'express';
import type { Gate } from '../meeting/gate.ts';
import { createMeeting } from '../meeting/create-meeting.ts';
import type { Ground, Meeting } from '../meeting/meeting.ts';
import type { Rehearsals } from '../robots/rehearsals.ts';
import type { Api } from './api.ts';

/**
 * Meetings of this server, for whoever holds the host's key. `POST /api/sessions` with a whole `SetUp`, however much of it is missing: 201
 * `{ sid, code, facilitator, stage, joinUrl }`; `?copyOf=SID` says that it began as a copy of that meeting of this server. `GET /api/sessions`: `{ sessions }`, newest first. `DELETE /api/sessions/SID`:
 * 200 `{}`, with what rehearses it; 409 `already-begun` once joining is open, for what people have done is not removed, unless it was a
 * rehearsal; 409 `moved-on` when somebody changed it just now.
 */
export function sessionRoutes(
  api: Api,
  ground: Ground,
  gate: Gate,
  rehearsals: Rehearsals,
  joinUrlOf: (code: string) => string,
): Router {
  const router = Router();
  router.post(
    '/api/sessions',
    api.host(async (asked) => {
      const body = await asked.body(SetUp);
      if ('refused' in body) return body;
      const copyOf = SessionId.optional().safeParse(asked.request.query.copyOf);
      const original = copyOf.data === undefined ? null : await gate.meetings.bySid(copyOf.data);
      if (!copyOf.success || (copyOf.data !== undefined && original === null)) return refuse('unknown-session');
      const created = await createMeeting(
        body.sent,
        ground,
        gate.access,
        original === null ? {} : { copyOf: original.sid },
      );
      if ('refused' in created) return created;
      return { status: 201, json: { ...created, joinUrl: joinUrlOf(created.code) } };
    }),
  );
  router.get(
    '/api/sessions',
    api.host(async () => {
      const meetings = await gate.meetings.all();
      return { status: 200, json: { sessions: meetings.map(inList) } };
    }),
  );
  router.delete(
    '/api/sessions/:sid',
    api.host(async (asked) => {
      const sid = SessionId.safeParse(asked.request.params.sid);
      const meeting = sid.success ? await gate.meetings.bySid(sid.data) : null;
      if (meeting === null) return refuse('unknown-session');
      if (meeting.session.rehearsal) {
        await rehearsals.clear(meeting);
        return { status: 200, json: {} };
      }
      if (meeting.session.state !== 'draft') return refuse('already-begun');
      if (!(await gate.meetings.remove(meeting))) return refuse('moved-on');
      await rehearsals.clearOf(meeting.sid);
      return { status: 200, json: {} };
    }),
  );
  return router;
}

function inList({ sid, code, createdAt, session }: Meeting): object {
  const { state, setUp, copyOf, rehearsal } = session;
  return { sid, code, title: setUp.title, state, copyOf, rehearsal, createdAt: new Date(createdAt).toISOString() };
}

import { Router } from 'express';
import { z } from 'zod';
import type { AccessStore, LinkRole } from '../access/access-store.ts';
import { addLink } from '../meeting/links.ts';
import type { Api } from './api.ts';

const NewLink = z.strictObject({ role: z.enum(['facilitator', 'helper', 'stage', 'tablet']) });

/** Where each link leads. */
const PAGE: Readonly<Record<LinkRole, string>> = {
  facilitator: 'run',
  helper: 'help',
  stage: 'stage',
  tablet: 'tablet',
};

/** `POST /api/sessions/:sid/links` `{ role }`: a further link, told this once as 201 `{ role, secret, url }`. Those before go on opening. */
export function linkRoutes(api: Api, access: AccessStore, publicUrl: () => string): Router {
  const router = Router();
  router.post(
    '/api/sessions/:sid/links',
    api.session(async ({ sid }, asked) => {
      const body = await asked.body(NewLink);
      if ('refused' in body) return body;
      const { role } = body.sent;
      const secret = await addLink(access, sid, role);
      // What stands after the # is never sent to a server, so it is in nobody's log.
      return { status: 201, json: { role, secret, url: `${publicUrl()}/${PAGE[role]}/${sid}#${secret}` } };
    }),
  );
  return router;
}

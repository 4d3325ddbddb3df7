import { Router, type RequestHandler } from 'express';
import { isFromHere } from '../access/origin.ts';
import { sameSecret } from '../access/credentials.ts';
import type { Measures } from '../measures.ts';

/** `/metrics` for Prometheus: for programs on this machine, and for whoever brings the key for it. To all others there is no such page. */
export function metricsRoutes(measures: Measures, key: string | undefined): Router {
  const router = Router();
  const answer: RequestHandler = async (request, response, next) => {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const mayAsk = isFromHere(request) || (key !== undefined && sameSecret(given, key));
    if (!mayAsk) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-store');
    response.type(measures.contentType).send(await measures.text());
  };
  router.get('/metrics', answer);
  return router;
}

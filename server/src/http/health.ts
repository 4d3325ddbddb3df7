import { Router } from 'express';

/** `/healthz`: the process answers. `/readyz`: it can also record; 503 while it cannot. */
export function healthRoutes(ready: () => boolean): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  router.get('/readyz', (_request, response) => {
    response.status(ready() ? 200 : 503).json({ ok: ready() });
  });
  return router;
}

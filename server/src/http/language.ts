import { Router } from 'express';

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** `GET /lang/cy?to=/…`: remembers the language for pages without JavaScript and goes back there. */
export function languageRoutes(): Router {
  const router = Router();
  router.get(['/lang/cy', '/lang/en'], (request, response) => {
    const { to } = request.query;
    response.cookie('cyfran-lang', request.path.slice(-2), { maxAge: YEAR_MS, sameSite: 'lax', path: '/' });
    // Only a path of ours: `//host` and `/\host` would leave the site.
    response.redirect(303, typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/');
  });
  return router;
}

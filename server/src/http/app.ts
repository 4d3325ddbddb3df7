import type { Secret } from '@cyfran/shared/words/ids.ts';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Gate } from '../meeting/gate.ts';
import type { Ground } from '../meeting/meeting.ts';
import { healthRoutes } from './health.ts';
import { joinRoutes } from './join.ts';
import { languageRoutes } from './language.ts';
import { securityHeaders } from './security-headers.ts';
import { sessionRoutes } from './sessions.ts';

/** What the web side is made of. */
export interface AppParts {
  readonly ground: Ground;
  readonly gate: Gate;
  readonly hostKey: Secret;
  readonly pages: RequestHandler;
  readonly proxyHops: number;
  readonly ready: () => boolean;
  readonly joinUrlOf: (code: string) => string;
}

/** Everything over HTTP: headers, health, joining, setting up, pages. Pages come last and own their content security policy. */
export function createApp({ ground, gate, hostKey, pages, proxyHops, ready, joinUrlOf }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  if (proxyHops > 0) app.set('trust proxy', proxyHops);
  app.use(securityHeaders());
  app.use(healthRoutes(ready));
  app.use(joinRoutes(gate, proxyHops));
  app.use(languageRoutes());
  app.use(sessionRoutes(hostKey, ground, gate.access, joinUrlOf));
  app.use(pages);
  app.use(lastResort(ground));
  return app;
}

/** A person gets a plain sentence, never a stack; the log gets the error. */
function lastResort({ log }: Ground): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error }, 'request failed');
    if (response.headersSent) next(error);
    else response.status(status).json({ ok: false, reason: status >= 500 ? 'internal' : 'invalid' });
  };
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

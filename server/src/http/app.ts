import type { Secret } from '@cyfran/shared/words/ids.ts';
import type { RefusalReason } from '@cyfran/shared/words/refusal.ts';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Gate } from '../meeting/gate.ts';
import type { Ground } from '../meeting/meeting.ts';
import type { Rehearsals } from '../robots/rehearsals.ts';
import { Api } from './api.ts';
import { backupRoutes } from './backup.ts';
import { cardRoutes } from './cards.ts';
import { erasingRoutes } from './erasing.ts';
import { healthRoutes } from './health.ts';
import { joinRoutes } from './join.ts';
import { languageRoutes } from './language.ts';
import { linkRoutes } from './links.ts';
import { metricsRoutes } from './metrics.ts';
import { myCardRoutes } from './my-card.ts';
import { recordRoutes } from './record.ts';
import { rehearsalRoutes } from './rehearsals.ts';
import { securityHeaders } from './security-headers.ts';
import { sessionRoutes } from './sessions.ts';
import { setUpRoutes } from './set-up.ts';

/** What the web side is made of. */
export interface AppParts {
  readonly ground: Ground;
  readonly gate: Gate;
  readonly rehearsals: Rehearsals;
  readonly hostKey: Secret;
  readonly pages: RequestHandler;
  readonly proxyHops: number;
  readonly ready: () => boolean;
  readonly metricsKey: string | undefined;
  /** The address that phones use, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly joinUrlOf: (code: string) => string;
}

/** Everything over HTTP: headers, health, joining, setting up, pages. Pages come last and own their content security policy. */
export function createApp(parts: AppParts): Express {
  const { ground, gate, rehearsals, hostKey, pages, proxyHops, ready, publicUrl, joinUrlOf } = parts;
  const app = express();
  app.disable('x-powered-by');
  if (proxyHops > 0) app.set('trust proxy', proxyHops);
  app.use(securityHeaders());
  app.use(healthRoutes(ready));
  app.use(metricsRoutes(ground.measures, parts.metricsKey));
  app.use(joinRoutes(gate, proxyHops));
  app.use(languageRoutes());
  app.use(recordRoutes(gate));
  const api = new Api({ hostKey, gate, proxyHops });
  app.use(sessionRoutes(api, ground, gate, rehearsals, joinUrlOf));
  app.use(setUpRoutes(api, joinUrlOf));
  app.use(rehearsalRoutes(api, rehearsals, joinUrlOf));
  app.use(linkRoutes(api, gate.access, publicUrl));
  app.use(cardRoutes(api, gate.access));
  app.use(erasingRoutes(api));
  app.use(myCardRoutes(api, gate, proxyHops));
  app.use(
    backupRoutes(api, { journal: ground.journal, access: gate.access, hostKey, over: () => gate.meetings.over() }),
  );
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
    else response.status(status).json({ ok: false, reason: reasonFor(status) });
  };
}

function reasonFor(status: number): RefusalReason {
  if (status === 413) return 'too-large';
  return status >= 500 ? 'internal' : 'invalid';
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Secret } from '@cyfran/shared/words/ids.ts';
import type { RequestHandler } from 'express';
import type { AccessStore } from './access/access-store.ts';
import { memoryLimiter, type Limiter } from './access/limiter.ts';
import { Counting } from './counting/counting.ts';
import { createApp } from './http/app.ts';
import { openLive } from './live/live.ts';
import type { Folded } from './meeting/folded.ts';
import { Measures } from './measures.ts';
import { Meetings } from './meeting/meetings.ts';
import type { Ground } from './meeting/meeting.ts';
import { alone, type Neighbours } from './nodes/neighbours.ts';
import { Rehearsals } from './robots/rehearsals.ts';

/** Whoever holds the line at the end, with half a request or without a word, must not keep the server from stopping. */
const HANG_UP_AFTER_MS = 1000;

/** What a server is made of. `folded`: what was read of the journal already. `publicUrl`: the address that phones use, without a slash at the end; asked when a meeting is opened. */
export interface ServerParts extends Omit<Ground, 'counting' | 'neighbours' | 'measures'> {
  readonly access: AccessStore;
  readonly folded: Folded;
  readonly pages: RequestHandler;
  readonly hostKey: Secret;
  readonly publicUrl: () => string;
  readonly proxyHops: number;
  /** By default for a node that is alone. */
  readonly limiter?: Limiter;
  readonly neighbours?: Neighbours;
  readonly measures?: Measures;
  readonly metricsKey?: string | undefined;
}

/** One running node: pages, HTTP and live on one port. */
export interface CyfranServer {
  /** Folds what is on disk, then listens. Resolves with the port. */
  listen(port: number, host: string): Promise<number>;
  /** Says goodbye to every screen and stops; what was not answered yet is asked again by the phones, and then finds its answer. The journal and the access store are the caller's to close. */
  close(): Promise<void>;
}

/** Puts a node together; nothing of it is global. */
export function createServer({
  journal,
  clock,
  log,
  access,
  folded,
  pages,
  hostKey,
  publicUrl,
  proxyHops,
  limiter = memoryLimiter(),
  neighbours = alone,
  measures = new Measures(),
  metricsKey,
}: ServerParts): CyfranServer {
  const counting = new Counting();
  const ground: Ground = { journal, clock, counting, neighbours, measures, log };
  const meetings = new Meetings(ground, access, folded);
  const gate = { meetings, access, limiter };
  const joinUrlOf = (code: string) => `${publicUrl()}/s/${code}`;
  let ready = false;
  const isReady = () => ready && journal.writable;
  let address: AddressInfo | null = null;
  const rehearsals = new Rehearsals(ground, gate, () => urlOf(address));
  const app = createApp({
    ground,
    gate,
    rehearsals,
    hostKey,
    pages,
    proxyHops,
    publicUrl,
    joinUrlOf,
    metricsKey,
    ready: isReady,
  });
  const http = createHttpServer(
    { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 1000 },
    (request, response) => {
      app(request, response);
    },
  );
  const live = openLive(http, gate, { log, measures, proxyHops, joinUrlOf });
  return {
    async listen(port, host) {
      await meetings.openAll();
      await rehearsals.clearOld();
      await listening(http, port, host);
      address = http.address() as AddressInfo;
      ready = true;
      return address.port;
    },
    async close() {
      ready = false;
      await rehearsals.close();
      const cancel = clock.after(HANG_UP_AFTER_MS, () => {
        http.closeAllConnections();
      });
      await live.close();
      cancel();
      await meetings.close();
      await counting.stop();
    },
  };
}

function listening(http: HttpServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve();
    });
  });
}

/** How this machine reaches its own server. */
function urlOf(address: AddressInfo | null): string {
  if (address === null) throw new Error('the server does not listen yet');
  const isAny = address.address === '::' || address.address === '0.0.0.0';
  const host = isAny ? 'localhost' : address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${String(address.port)}`;
}

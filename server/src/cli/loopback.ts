import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { RedisStore } from '../access/redis-store.ts';
import { Sealer } from '../access/sealer.ts';
import type { Config } from '../config.ts';
import { systemCode } from '../journal/files.ts';
import { RedisLink } from '../redis/link.ts';

/** Why a command did nothing, as a sentence for whoever typed it. */
export class CannotDo extends Error {
  override readonly name = 'CannotDo';
}

/** The running server, as a command on the same machine reaches it. */
export interface RunningServer {
  readonly url: string;
  readonly hostKey: string;
}

/** Where the running server must be by these settings, and its key. Throws `CannotDo` where there is no data folder. */
export async function serverOf(config: Config): Promise<RunningServer> {
  const { PORT, CYFRAN_HOST } = config;
  const host = ['0.0.0.0', '::'].includes(CYFRAN_HOST) ? '127.0.0.1' : CYFRAN_HOST;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${String(PORT)}`;
  return { url, hostKey: config.CYFRAN_REDIS_URL === undefined ? onDisk(config) : await inRedis(config) };
}

function onDisk({ CYFRAN_DATA }: Config): string {
  try {
    return readFileSync(join(CYFRAN_DATA, 'host.key'), 'utf8').trim();
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    throw new CannotDo(`${CYFRAN_DATA} is no data folder of Cyfran. Set CYFRAN_DATA to the one of the server.`);
  }
}

async function inRedis(config: Config): Promise<string> {
  const url = config.CYFRAN_REDIS_PEOPLE_URL ?? config.CYFRAN_REDIS_URL ?? '';
  const store = new RedisStore(
    await RedisLink.open(url, 'command', pino({ level: 'silent' })),
    new Sealer(config.CYFRAN_MASTER_KEY),
  );
  try {
    return await store.hostKey();
  } finally {
    store.close();
  }
}

/** What the server answered. */
export interface Answered {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

/** Asks the running server, as its host. `null` where nothing answers there. Throws `CannotDo` where what answers has another key. */
export async function ask(
  { url, hostKey }: RunningServer,
  method: 'GET' | 'POST',
  path: string,
  sent?: object,
): Promise<Answered | null> {
  const headers = { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' };
  const body = sent === undefined ? null : JSON.stringify(sent);
  const response = await fetch(url + path, { method, headers, body }).catch((error: unknown) => {
    if (error instanceof TypeError) return null;
    throw error;
  });
  if (response === null) return null;
  if (response.status === 401)
    throw new CannotDo(
      `What answers at ${url} does not use this data folder. Set PORT and CYFRAN_DATA to the server’s.`,
    );
  const json: unknown = await response.json().catch(() => null);
  if (typeof json !== 'object' || json === null) throw new CannotDo(`What answers at ${url} is no Cyfran.`);
  return { status: response.status, json: json as Answered['json'] };
}

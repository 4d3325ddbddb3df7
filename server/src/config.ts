import { z } from 'zod';

const PAGES = new URL('../../client/build/', import.meta.url).pathname;

/** Every setting, from the environment. An empty value counts as not set. */
const Config = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address to listen on; by default all, so that phones on the same network can join. */
  CYFRAN_HOST: z.string().default('0.0.0.0'),
  CYFRAN_DATA: z.string().default('data'),
  /** A Redis that several nodes share; nothing is then kept in a data folder. */
  CYFRAN_REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** The same Redis for another of its users, who alone may read what is known about people. */
  CYFRAN_REDIS_PEOPLE_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** How many replicas must have an entry before it is acknowledged. */
  CYFRAN_REDIS_REPLICAS: z.coerce.number().int().min(0).max(5).default(0),
  /** What the keys of sessions in Redis are sealed with: the same for all nodes. */
  CYFRAN_MASTER_KEY: z.string().min(16, 'should be at least 16 characters').optional(),
  /** The address that phones use, when it is not this machine's own: behind a proxy, or with a name. */
  CYFRAN_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** How many proxies in front to believe about addresses and https. */
  CYFRAN_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  /** With this key `/metrics` can be read from another machine. */
  CYFRAN_METRICS_KEY: z.string().min(16, 'should be at least 16 characters').optional(),
  CYFRAN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  CYFRAN_PAGES: z.string().default(PAGES),
});
export type Config = z.infer<typeof Config>;

/** Reads the settings. Throws an `Error` whose message names the setting and what was expected. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Config.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${issue?.path.join('.') ?? 'settings'}: ${issue?.message ?? 'not understood'}`);
}

import { createHash } from 'node:crypto';
import { ErrorReply } from '@redis/client';
import type { RedisLink, Words } from './link.ts';

/** Something that Redis does in one piece. */
export interface Script {
  readonly source: string;
  readonly sha: string;
}

export function script(source: string): Script {
  return { source, sha: createHash('sha1').update(source).digest('hex') };
}

/** Runs a script; its source is sent only where Redis does not know it yet, as after a restart. Throws as `RedisLink.ask`. */
export async function run<Reply>(
  link: RedisLink,
  { source, sha }: Script,
  keys: readonly string[],
  words: Words = [],
): Promise<Reply> {
  try {
    return await link.ask<Reply>(['EVALSHA', sha, keys.length, ...keys, ...words]);
  } catch (error) {
    if (!(error instanceof ErrorReply && error.message.startsWith('NOSCRIPT'))) throw error;
    return link.ask<Reply>(['EVAL', source, keys.length, ...keys, ...words]);
  }
}

import { ErrorReply } from '@redis/client';
import { StorageFull, Unsure } from './journal.ts';
import { Unanswered } from '../redis/link.ts';

/** What Redis answers. Throws `StorageFull` where it has no room, `Unsure` where nobody knows whether it was done. */
export async function inOwnWords<Reply>(asked: Promise<Reply>): Promise<Reply> {
  try {
    return await asked;
  } catch (error) {
    throw understood(error);
  }
}

export function understood(error: unknown): Error {
  if (error instanceof Unanswered) return new Unsure(error.message, { cause: error });
  if (!(error instanceof ErrorReply)) return error instanceof Error ? error : new Error(String(error));
  // Its memory or its disk is full.
  if (/^(OOM|MISCONF)/.test(error.message)) return new StorageFull('Redis has no room', { cause: error });
  // It is not the one that may be written to.
  if (/^(READONLY|NOREPLICAS)/.test(error.message)) return new Unsure(error.message, { cause: error });
  return error;
}

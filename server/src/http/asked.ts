import { refuse, type Refusal, type RefusalReason } from '@cyfran/shared/words/refusal.ts';
import { json, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import { sameOrigin } from '../access/origin.ts';
import { passing } from '../meeting/passing.ts';

/** What is answered: this as JSON, or a polite no. `retryAfterMs`: with `too-fast`. */
export type Answer =
  { readonly status: 200 | 201; readonly json: object } | (Refusal & { readonly retryAfterMs?: number });

/** A set-up of two hundred proposals with long texts in both languages is two thirds of it; the journal takes no more than 1 MiB at once. */
const LARGEST_BODY = '900kb';
const parseJson = json({ limit: LARGEST_BODY });

const STATUS: Readonly<Partial<Record<RefusalReason, number>>> = {
  'unknown-secret': 401,
  'not-allowed': 403,
  'unknown-session': 404,
  'unknown-card': 404,
  'moved-on': 409,
  'already-begun': 409,
  'session-ended': 409,
  'too-large': 413,
  'too-fast': 429,
  internal: 500,
  busy: 503,
  'storage-full': 507,
};

/** One request to the API. */
export class Asked {
  readonly request: Request;
  /** The bearer's secret; empty where there is none. */
  readonly secret: string;
  readonly #response: Response;

  constructor(request: Request, response: Response) {
    this.request = request;
    this.#response = response;
    this.secret = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  }

  /** What was sent, read only now that its sender is known. Refuses: `invalid` (fact: `field`). Throws as `express.json`. */
  async body<Schema extends z.ZodType>(schema: Schema): Promise<{ readonly sent: z.infer<Schema> } | Refusal> {
    await new Promise<void>((resolve, reject) => {
      parseJson(this.request, this.#response, (error?: Error) => {
        if (error === undefined) resolve();
        else reject(error);
      });
    });
    const parsed = schema.safeParse(this.request.body);
    if (parsed.success) return { sent: parsed.data };
    return refuse('invalid', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  }
}

/**
 * Answers requests of our own pages, and of programs, with what `answer` gives. A secret is the only authority, and what it opens is kept
 * by nobody on the way. A full disk is said as such.
 */
export function answering(answer: (asked: Asked) => Promise<Answer>): RequestHandler {
  return async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    const given: Answer = sameOrigin(request)
      ? await inWords(answer(new Asked(request, response)))
      : refuse('not-allowed');
    if ('json' in given) {
      response.status(given.status).json(given.json);
      return;
    }
    const { refused: reason, facts, retryAfterMs } = given;
    if (retryAfterMs !== undefined) response.setHeader('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
    response.status(STATUS[reason] ?? 400).json({ ok: false, reason, facts, retryAfterMs });
  };
}

async function inWords(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    const reason = passing(error);
    if (reason === null) throw error;
    return refuse(reason);
  }
}

import { recordCy } from '@cyfran/shared/i18n/record.cy.ts';
import { recordEn } from '@cyfran/shared/i18n/record.en.ts';
import type { SessionRecord } from '@cyfran/shared/session/record.ts';
import { SessionId } from '@cyfran/shared/words/ids.ts';
import { Router, type Request, type Response } from 'express';
import type { Gate } from '../meeting/gate.ts';
import { resultsCsv } from '../record/csv.ts';
import { recordJson } from '../record/json.ts';
import { sessionPb } from '../record/pabulib.ts';
import { Records, type Published } from './records.ts';

/** What the record's page finds on the request that Express hands over. */
export interface HandedOver {
  readonly record: SessionRecord;
}

/** A file of a record: its name, its type, and what it holds; `null` before there is anything to hold. */
interface Download {
  readonly name: string;
  readonly type: string;
  readonly held: string | Uint8Array | null;
  /** Of a further vote, which most meetings do not have. */
  readonly isFurther?: boolean;
}

/**
 * The public record of a meeting, for anyone who has its address. `/r/:sid`: the page, which the pages render from `request.cyfran`, and
 * `/r/:sid/check`, `/r/:sid/privacy` beside it. `/r/:sid/results.csv`, `record.json`, `session.pb`, `session-2.pb` (what the first vote left),
 * and after the end `pack.zip`, `record.jsonl`, `checkpoints.txt`: 404 with a sentence before there is anything to download. Nothing is kept
 * on the way while the meeting is under way. Rules X1, X2, X4.
 */
export function recordRoutes({ meetings }: Pick<Gate, 'meetings'>): Router {
  const router = Router();
  const records = new Records();
  const at = async ({ params }: Request) => {
    const sid = SessionId.safeParse(params.sid);
    const meeting = sid.success ? await meetings.bySid(sid.data) : null;
    return meeting === null ? null : records.of(meeting);
  };
  router.get(['/r/:sid', '/r/:sid/check', '/r/:sid/privacy'], async (request, response, next) => {
    const published = await at(request);
    if (published !== null) {
      const { record } = published;
      keepFor(response, record);
      const handedOver: HandedOver = { record };
      Object.assign(request, { cyfran: handedOver });
    }
    next();
  });
  router.get('/r/:sid/:file', async (request, response, next) => {
    const make = maker(request.params.file);
    if (make === null) {
      next();
      return;
    }
    const published = await at(request);
    if (published === null) missing(response, recordCy.missing.title, recordEn.missing.title);
    else answer(response, published.record, await make(published));
  });
  return router;
}

function maker(file: string): ((published: Published) => Download | Promise<Download>) | null {
  switch (file) {
    case 'results.csv':
      return ({ record }) => ({ name: file, type: 'text/csv', held: resultsCsv(record) });
    case 'record.json':
      return ({ record }) => ({ name: file, type: 'application/json', held: recordJson(record) });
    case 'pack.zip':
      return async (published) => ({ name: file, type: 'application/zip', held: await published.pack() });
    case 'record.jsonl':
    case 'checkpoints.txt':
      return async (published) => {
        const journal = await published.journal();
        const held = file === 'record.jsonl' ? journal?.lines : journal?.seals;
        return { name: file, type: 'text/plain', held: held ?? null };
      };
  }
  const vote = /^session(?:-([2-9]|[1-4][0-9]))?\.pb$/.exec(file);
  if (vote === null) return null;
  const share = Number(vote[1] ?? 1) - 1;
  return ({ record }) => ({ name: file, type: 'text/plain', held: sessionPb(record, share), isFurther: share > 0 });
}

function answer(response: Response, record: SessionRecord, { name, type, held, isFurther }: Download): void {
  if (held === null) {
    if (isFurther === true) missing(response, recordCy.missing.title, recordEn.missing.title);
    else missing(response, recordCy.notYet.download, recordEn.notYet.download);
    return;
  }
  keepFor(response, record);
  response.setHeader('Content-Disposition', `attachment; filename="${stemOf(record)}-${name}"`);
  if (typeof held === 'string') response.type(`${type}; charset=utf-8`).send(held);
  else response.type(type).send(Buffer.from(held.buffer, held.byteOffset, held.byteLength));
}

function missing(response: Response, ...sentences: readonly string[]): void {
  response.setHeader('Cache-Control', 'no-store');
  response
    .status(404)
    .type('text/plain; charset=utf-8')
    .send(`${sentences.join('\n')}\n`);
}

/** Under way, what is shown changes any moment; after the end it is asked again each time, as it can still be corrected. */
function keepFor(response: Response, { state }: SessionRecord): void {
  response.setHeader('Cache-Control', state === 'closed' ? 'no-cache' : 'no-store');
}

/** The meeting's name as the beginning of a file's name: letters and digits that every system takes. */
function stemOf({ sid, setUp }: SessionRecord): string {
  const plain = (setUp.title.cy ?? setUp.title.en ?? '').normalize('NFKD').replace(/\p{M}/gu, '');
  const stem = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  return stem === '' ? sid : stem;
}

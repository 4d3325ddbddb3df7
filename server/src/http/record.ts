import { recordCy } from '@cyfran/shared/i18n/record.cy.ts';
import { recordEn } from '@cyfran/shared/i18n/record.en.ts';
import type { SessionRecord } from '@cyfran/shared/session/record.ts';
import { viewFor } from '@cyfran/shared/session/view.ts';
import { SessionId } from '@cyfran/shared/words/ids.ts';
import { Router, type Request, type Response } from 'express';
import type { Gate } from '../meeting/gate.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { resultsCsv } from '../record/csv.ts';
import { recordJson } from '../record/json.ts';
import { sessionPb } from '../record/pabulib.ts';

/** What the record's page finds on the request that Express hands over. */
export interface HandedOver {
  readonly record: SessionRecord;
}

/** A file of a record: its name, its type, and what it holds; `null` before there is anything to hold. */
interface Download {
  readonly name: string;
  readonly type: string;
  readonly text: string | null;
  /** Of a further vote, which most meetings do not have. */
  readonly isFurther?: boolean;
}

/**
 * The public record of a meeting, for anyone who has its address. `/r/:sid`: the page, which the pages render from `request.cyfran`.
 * `/r/:sid/results.csv`, `record.json`, `session.pb`, `session-2.pb` (what the first vote left): 404 with a sentence before there is
 * anything to download. Nothing is kept on the way while the meeting is under way. Rules X1, X2.
 */
export function recordRoutes({ meetings }: Pick<Gate, 'meetings'>): Router {
  const router = Router();
  const records = new Records();
  const recordAt = async ({ params }: Request) => {
    const sid = SessionId.safeParse(params.sid);
    const meeting = sid.success ? await meetings.bySid(sid.data) : null;
    return meeting === null ? null : records.of(meeting);
  };
  router.get('/r/:sid', async (request, response, next) => {
    const record = await recordAt(request);
    if (record !== null) {
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
    const record = await recordAt(request);
    if (record === null) missing(response, recordCy.missing.title, recordEn.missing.title);
    else answer(response, record, make(record));
  });
  return router;
}

/** A record is the same as long as nothing is recorded: a hall that opens it at once costs one. */
class Records {
  readonly #made = new WeakMap<Meeting, { readonly version: number; readonly record: SessionRecord }>();

  of(meeting: Meeting): SessionRecord | null {
    const { version } = meeting.session;
    const made = this.#made.get(meeting);
    if (made?.version === version) return made.record;
    const { credentialOf } = meeting;
    const beside = { here: 0, unsent: 0, isHere: () => false, sharesNow: () => [] };
    const around = { ...beside, credentialOf, code: '', joinUrl: '' };
    const { record = null } = viewFor(meeting.session, { role: 'public' }, around);
    if (record !== null) this.#made.set(meeting, { version, record });
    return record;
  }
}

function maker(file: string): ((record: SessionRecord) => Download) | null {
  if (file === 'results.csv') return (record) => ({ name: file, type: 'text/csv', text: resultsCsv(record) });
  if (file === 'record.json') return (record) => ({ name: file, type: 'application/json', text: recordJson(record) });
  const vote = /^session(?:-([2-9]|[1-4][0-9]))?\.pb$/.exec(file);
  if (vote === null) return null;
  const share = Number(vote[1] ?? 1) - 1;
  return (record) => ({ name: file, type: 'text/plain', text: sessionPb(record, share), isFurther: share > 0 });
}

function answer(response: Response, record: SessionRecord, { name, type, text, isFurther }: Download): void {
  if (text === null) {
    if (isFurther === true) missing(response, recordCy.missing.title, recordEn.missing.title);
    else missing(response, recordCy.notYet.download, recordEn.notYet.download);
    return;
  }
  keepFor(response, record);
  response.setHeader('Content-Disposition', `attachment; filename="${stemOf(record)}-${name}"`);
  response.type(`${type}; charset=utf-8`).send(text);
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

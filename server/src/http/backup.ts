import { isAbsolute } from 'node:path';
import { refuse } from '@cyfran/shared/words/refusal.ts';
import { Router } from 'express';
import { z } from 'zod';
import { isFromHere } from '../access/origin.ts';
import { realFiles, systemCode } from '../journal/files.ts';
import { FolderNotEmpty, makeBackup, type Backed } from '../record/backup.ts';
import type { Api } from './api.ts';
import type { Answer } from './asked.ts';

const Where = z.strictObject({ to: z.string().min(1).max(4096) });

/**
 * `POST /api/backup` `{ to }`, with the host's key and from this machine alone: writes a whole copy of the data into a folder of this
 * machine that is empty or not there, while meetings go on. 201 `{ sessions, bytes }`. Refuses: `not-allowed` from elsewhere, `busy`,
 * `invalid` (facts: `field`, `why`), `storage-full`.
 */
export function backupRoutes(api: Api, { journal, access, hostKey, over }: Omit<Backed, 'files'>): Router {
  const router = Router();
  let underWay = false;
  router.post(
    '/api/backup',
    api.host(async (asked) => {
      if (!isFromHere(asked.request)) return refuse('not-allowed');
      const body = await asked.body(Where);
      if ('refused' in body) return body;
      if (underWay) return refuse('busy');
      underWay = true;
      try {
        return await backUp({ journal, access, hostKey, over, files: realFiles }, body.sent.to);
      } finally {
        underWay = false;
      }
    }),
  );
  return router;
}

async function backUp(backed: Backed, to: string): Promise<Answer> {
  if (!isAbsolute(to)) return refuse('invalid', { field: 'to', why: 'not-absolute' });
  try {
    return { status: 201, json: await makeBackup(backed, to, new Date()) };
  } catch (error) {
    if (error instanceof FolderNotEmpty) return refuse('invalid', { field: 'to', why: 'not-empty' });
    const code = systemCode(error);
    if (code === null || !OF_THE_FOLDER.has(code)) throw error;
    return refuse('invalid', { field: 'to', why: code });
  }
}

/** What the system says of a folder in which nothing can be written. */
const OF_THE_FOLDER: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG']);

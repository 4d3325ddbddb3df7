import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RequestHandler } from 'express';

interface PagesHandler {
  readonly handler: RequestHandler;
}

/** The pages, built by the client package into `folder`; a sentence in their place when they are not built. */
export async function pagesHandler(folder: string): Promise<RequestHandler> {
  const entry = join(folder, 'handler.js');
  if (!existsSync(entry)) {
    return (_request, response) => {
      response.status(503).type('text').send('The pages are not built: run "pnpm --filter @cyfran/client build".\n');
    };
  }
  // The pages read the scheme from this header, so that forms work on plain http; it is always overwritten, never believed.
  process.env.CYFRAN_PAGES_PROTOCOL_HEADER = 'x-forwarded-proto';
  const { handler } = (await import(pathToFileURL(entry).href)) as PagesHandler;
  return (request, response, next) => {
    // The pages would complain to the operator, once for each such request.
    if ((request.headers.host ?? '') === '') {
      response.status(400).type('text').send('Which host?\n');
      return;
    }
    request.headers['x-forwarded-proto'] = request.protocol;
    void handler(request, response, next);
  };
}

import { normaliseCode } from '@cyfran/shared/words/ids.ts';
import { z } from 'zod';
import { ask, CannotDo, type RunningServer } from './loopback.ts';

const Sessions = z.object({
  sessions: z.array(
    z.object({ sid: z.string(), code: z.string(), title: z.object({ cy: z.string(), en: z.string() }).partial() }),
  ),
});

/** A meeting of the running server by its id or its code, however typed. Throws `CannotDo`. */
export async function meetingOf(which: string, server: RunningServer) {
  const { sessions } = Sessions.parse(await told(server, 'GET', '/api/sessions'));
  const code = normaliseCode(which);
  const meeting = sessions.find((one) => one.sid === which || one.code === code);
  if (meeting === undefined) throw new CannotDo(`This server has no meeting with the code or id ${which}.`);
  return meeting;
}

/** What the server answered, where it did not refuse. Throws `CannotDo`. */
export async function told(
  server: RunningServer,
  method: 'GET' | 'POST',
  path: string,
  sent?: object,
): Promise<unknown> {
  const answered = await ask(server, method, path, sent);
  if (answered === null) throw new CannotDo(`No Cyfran answers at ${server.url}. Start it, or set PORT to its port.`);
  if (answered.status >= 400) throw new CannotDo(`The server refused: ${String(answered.json.reason)}.`);
  return answered.json;
}

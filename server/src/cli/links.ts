import { normaliseCode } from '@cyfran/shared/words/ids.ts';
import { renderUnicodeCompact } from 'uqr';
import { z } from 'zod';
import { ask, CannotDo, type RunningServer } from './loopback.ts';

const Sessions = z.object({
  sessions: z.array(
    z.object({ sid: z.string(), code: z.string(), title: z.object({ cy: z.string(), en: z.string() }).partial() }),
  ),
});
const Link = z.object({ url: z.string() });

const LINKS = [
  ['facilitator', 'Facilitator'],
  ['helper', 'Helper'],
  ['stage', 'Big screen'],
  ['tablet', 'Tablet'],
] as const;

/**
 * Fresh links of a meeting for whoever has the machine, as text for a terminal: the facilitator's also as a QR code. `which`: the meeting's
 * id or its code, however typed. Links that were made before go on opening. Throws `CannotDo`.
 */
export async function freshLinks(which: string, server: RunningServer): Promise<string> {
  const { sessions } = Sessions.parse(await told(server, 'GET', '/api/sessions'));
  const code = normaliseCode(which);
  const meeting = sessions.find((one) => one.sid === which || one.code === code);
  if (meeting === undefined) throw new CannotDo(`This server has no meeting with the code or id ${which}.`);
  const lines = [`  ${meeting.title.cy ?? meeting.title.en ?? ''} (${meeting.code})`.trimEnd(), ''];
  for (const [role, name] of LINKS) {
    const { url } = Link.parse(await told(server, 'POST', `/api/sessions/${meeting.sid}/links`, { role }));
    lines.push(`  ${`${name}:`.padEnd(13)} ${url}`);
    if (role === 'facilitator') lines.push('', renderUnicodeCompact(url).replace(/^/gm, '    '), '');
  }
  lines.push('', '  Each link is a key: whoever has it can do what it is for. Links made before go on opening.');
  return lines.join('\n');
}

async function told(server: RunningServer, method: 'GET' | 'POST', path: string, sent?: object): Promise<unknown> {
  const answered = await ask(server, method, path, sent);
  if (answered === null) throw new CannotDo(`No Cyfran answers at ${server.url}. Start it, or set PORT to its port.`);
  if (answered.status >= 400) throw new CannotDo(`The server refused: ${String(answered.json.reason)}.`);
  return answered.json;
}

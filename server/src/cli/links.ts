import { renderUnicodeCompact } from 'uqr';
import { z } from 'zod';
import type { RunningServer } from './loopback.ts';
import { meetingOf, told } from './meeting-of.ts';

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
  const meeting = await meetingOf(which, server);
  const lines = [`  ${meeting.title.cy ?? meeting.title.en ?? ''} (${meeting.code})`.trimEnd(), ''];
  for (const [role, name] of LINKS) {
    const { url } = Link.parse(await told(server, 'POST', `/api/sessions/${meeting.sid}/links`, { role }));
    lines.push(`  ${`${name}:`.padEnd(13)} ${url}`);
    if (role === 'facilitator') lines.push('', renderUnicodeCompact(url).replace(/^/gm, '    '), '');
  }
  lines.push('', '  Each link is a key: whoever has it can do what it is for. Links made before go on opening.');
  return lines.join('\n');
}

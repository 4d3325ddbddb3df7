import { resolve } from 'node:path';
import { z } from 'zod';
import { ask, CannotDo, type Answered, type RunningServer } from './loopback.ts';

const Made = z.object({ sessions: z.int(), bytes: z.int() });
const Refused = z.object({ reason: z.string(), facts: z.object({ why: z.string().optional() }).optional() });

/** Lets the running server write a whole copy of its data into `folder`, and says what it wrote. Throws `CannotDo`. */
export async function backUp(folder: string, data: string, server: RunningServer): Promise<string> {
  const to = resolve(folder);
  const answered = await ask(server, 'POST', '/api/backup', { to });
  if (answered === null) {
    throw new CannotDo(
      `No Cyfran answers at ${server.url}. If it is stopped, simply copy its folder: ${resolve(data)}. If it runs on another port, set PORT.`,
    );
  }
  if (answered.status >= 400) throw new CannotDo(whyNot(answered, to));
  const { sessions, bytes } = Made.parse(answered.json);
  return `${meetings(sessions)}, ${megabytes(bytes)}, copied to ${to}`;
}

/** "1 meeting", "3 meetings". */
export function meetings(count: number): string {
  return count === 1 ? '1 meeting' : `${String(count)} meetings`;
}

/** A size for people, in megabytes. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function whyNot({ json }: Answered, to: string): string {
  const { reason, facts } = Refused.parse(json);
  if (facts?.why === 'not-empty') return `${to} is not empty. A backup needs a folder that is empty or not there yet.`;
  if (facts?.why !== undefined) return `The server cannot write to ${to} (${facts.why}).`;
  if (reason === 'storage-full')
    return `There is no room for the backup. What was written to ${to} is not whole: delete it.`;
  if (reason === 'busy') return 'Another backup is being made. Try again when it is done.';
  if (reason === 'not-allowed') return 'A backup can only be asked for on the machine of the server itself.';
  return `The server refused: ${reason}. What was written to ${to}, if anything, is not whole.`;
}

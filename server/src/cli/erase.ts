import { z } from 'zod';
import { CannotDo, type RunningServer } from './loopback.ts';
import { meetingOf, told } from './meeting-of.ts';

const Texts = z.object({ texts: z.array(z.object({ version: z.number(), what: z.string() })) });
const WHY = ['request', 'moderation', 'law'] as const;

/** What each entry recorded, for people. */
const WHAT: Readonly<Record<string, string>> = {
  'set-up.saved': 'an earlier draft of the set-up',
  'set-up.mended': 'the set-up as it was before it was mended',
  'agenda.set': 'an earlier run of show',
  'decision.written': 'an earlier edition of the decision',
  'round.reopened': 'why a vote was opened again',
  'round.voided': 'why a vote was started again',
  'round.correcting': 'why a result was corrected',
};

/**
 * Without a number: what was written in a meeting and can be erased. With one: erases it, for `request`, `moderation` or `law`. Throws
 * `CannotDo`.
 */
export async function eraseText(
  [which = '', number, why = 'request']: readonly string[],
  server: RunningServer,
): Promise<string> {
  const { sid } = await meetingOf(which, server);
  const path = `/api/sessions/${sid}/texts`;
  const { texts } = Texts.parse(await told(server, 'GET', path));
  if (number === undefined) return listed(texts);
  if (!WHY.some((one) => one === why)) throw new CannotDo(`Say why: ${WHY.join(', ')}.`);
  const version = Number(number);
  const found = texts.find((one) => one.version === version);
  if (found === undefined) {
    throw new CannotDo(
      `Nothing that can be erased stands in entry ${number}. What a meeting still shows is written anew first.\n\n${listed(texts)}`,
    );
  }
  await told(server, 'POST', path, { version, why });
  return `Erased: ${WHAT[found.what] ?? found.what} (entry ${number}). Backups that were made before still hold it.`;
}

function listed(texts: readonly { readonly version: number; readonly what: string }[]): string {
  if (texts.length === 0) return 'Nothing in this meeting can be erased: what stands is written anew first.';
  const lines = texts.map(({ version, what }) => `  ${String(version).padStart(6)}  ${WHAT[what] ?? what}`);
  return ['What can be erased, by the number of its entry:', '', ...lines].join('\n');
}

import { publishedJournal, type PublishedJournal } from '@cyfran/server/record/published-journal.ts';
import type { PackParts } from '@cyfran/server/record/pack/pack.ts';
import { Signer } from '@cyfran/server/record/signer.ts';
import { publicationOf } from '@cyfran/shared/session/publication.ts';
import { canonical, sha256 } from '@cyfran/shared/testing/canonical.ts';
import { GENESIS, PRIVATE_KEY } from '@cyfran/shared/testing/genesis.ts';
import type { RecordedSession } from '@cyfran/shared/testing/recorded-session.ts';

/** Signs for the meetings of tests. */
export const signer = new Signer({
  sid: GENESIS.sid,
  createdAt: Date.parse(GENESIS.createdAt),
  privateKey: PRIVATE_KEY,
});

/** What anyone could have of a recorded meeting, had it ended here. */
export async function publish(meeting: RecordedSession): Promise<PublishedJournal> {
  return (await partsOf(meeting)).journal;
}

/** What a pack of it is made of beside its record. */
export async function partsOf(
  { session, entries }: RecordedSession,
  publication = publicationOf({ ...session, state: 'closed' }),
): Promise<Omit<PackParts, 'record'>> {
  if (publication === null) throw new Error('it has ended');
  const journal = await publishedJournal(entries, publication, signer);
  return { journal, size: publication.upTo, publicKey: signer.genesis.pub };
}

/** A published line in its parts. */
export interface Line {
  header: Record<string, unknown> & { events: Record<string, unknown>[]; body?: string };
  salt: string;
  body: unknown;
}

export function linesOf(record: string): { readonly genesis: string; readonly lines: Line[] } {
  const [genesis = '', ...rest] = record.split('\n').slice(0, -1);
  const lines = rest.map((line): Line => {
    const [start = '', salt = '', body = ''] = line.split('\t');
    return {
      header: JSON.parse(start.slice(44)) as Line['header'],
      salt,
      body: body === '' ? null : (JSON.parse(body) as unknown),
    };
  });
  return { genesis: genesis.slice(44), lines };
}

/** Writes lines anew as an operator could who holds everything but the session's old seals: commitments, ids and all. */
export function rewritten(genesis: string, lines: readonly Line[]): string {
  let previous = sha256(`cyfran/genesis/v1\n${genesis}`).toString('base64url');
  const written = lines.map(({ header, salt, body }, at) => {
    const text = body === null ? '' : canonical(body);
    const commit = sha256(
      Buffer.concat([Buffer.from('cyfran/body/v1\n'), Buffer.from(salt, 'base64url'), Buffer.from(text)]),
    );
    const said = canonical(body === null ? header : { ...header, body: commit.toString('base64url') });
    previous = sha256(`cyfran/entry/v1\n${String(at + 1)}\n${previous}\n${said}`).toString('base64url');
    return `${previous} ${said}\t${body === null ? '' : salt}\t${text}\n`;
  });
  return [`${sha256(`cyfran/genesis/v1\n${genesis}`).toString('base64url')} ${genesis}\n`, ...written].join('');
}

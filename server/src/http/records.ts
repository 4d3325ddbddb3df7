import type { Publication } from '@cyfran/shared/session/publication.ts';
import type { SessionRecord } from '@cyfran/shared/session/record.ts';
import type { ReadonlySession } from '@cyfran/shared/session/session.ts';
import { viewFor } from '@cyfran/shared/session/view.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { Packing } from '../record/pack/packing.ts';
import { publishedJournal, type PublishedJournal } from '../record/published-journal.ts';

/** What anyone may have of a meeting at one version of it. */
export interface Published {
  readonly record: SessionRecord;
  /** `null` before the end. Made once, and once more if that failed. */
  readonly journal: () => Promise<PublishedJournal | null>;
  readonly pack: () => Promise<Uint8Array | null>;
}

/** A record is the same as long as nothing is recorded: a hall that opens it at once costs one. */
export class Records {
  readonly #packing = new Packing();
  readonly #made = new WeakMap<
    Meeting,
    { readonly session: ReadonlySession; readonly version: number; readonly published: Published }
  >();

  of(meeting: Meeting): Published | null {
    // Folded anew without what was erased, it is another session at the same version.
    const { session } = meeting;
    const { version } = session;
    const made = this.#made.get(meeting);
    if (made?.version === version && made.session === session) return made.published;
    const { credentialOf } = meeting;
    const beside = { here: 0, unsent: 0, isHere: () => false, sharesNow: () => [], sealed: () => '' };
    const around = { ...beside, credentialOf, code: '', joinUrl: '' };
    const { record, publication = null } = viewFor(session, { role: 'public' }, around);
    if (record === undefined) return null;
    const published = publishedOf(meeting, record, publication, this.#packing);
    this.#made.set(meeting, { session, version, published });
    return published;
  }
}

function publishedOf(
  { sid, signer, ground }: Meeting,
  record: SessionRecord,
  publication: Publication | null,
  packing: Packing,
): Published {
  const journal = once(async () =>
    publication === null ? null : publishedJournal(ground.journal.read(sid, 0), publication, signer),
  );
  const pack = once(async () => {
    const published = await journal();
    if (published === null || publication === null) return null;
    return packing.pack({ record, journal: published, size: publication.upTo, publicKey: signer.genesis.pub });
  });
  return { record, journal, pack };
}

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

import type { Entry } from '@cyfran/shared/session/entry.ts';
import type { By } from '@cyfran/shared/words/by.ts';
import { type CommandId, SessionId } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { copyPrefix } from './copy.ts';
import { type Files, systemCode } from './files.ts';
import { firstLine } from './first-line.ts';
import {
  type Append,
  type Appended,
  type Copied,
  type Follower,
  type Gone,
  type Genesis,
  type Journal,
  JournalClosed,
  type JournalLog,
  type JournalMeasures,
  SessionExists,
  UnknownSession,
} from './journal.ts';
import { prepare } from './prepared.ts';
import {
  confirmOnDisk,
  createSessionFile,
  cutTornTail,
  journalPath,
  removeSessionFile,
  SessionFile,
  sessionsFolder,
  StorageFault,
} from './session-file.ts';
import { SessionJournal } from './session-journal.ts';
import { standingAt } from './standing.ts';
import { verify, type Verified } from './verify.ts';

/**
 * `folder`: the data folder, which the caller has locked. `onFatal` is called once, and the process must then stop: no call under way is
 * ever answered. `onRead` gets every entry as it is verified at the start, so that nobody has to read the files again.
 */
export interface DiskJournalOptions {
  readonly folder: string;
  readonly files: Files;
  readonly onFatal: (error: unknown) => void;
  readonly onRead?: (sid: SessionId, entries: readonly Entry[]) => void;
  readonly log: JournalLog;
  readonly measures?: JournalMeasures;
}

/**
 * Opens all sessions of a data folder, every line verified. Torn tails are cut, and kept beside, only when every session is sound.
 * Throws `CorruptJournal`, with nothing touched. Rules J8, J10.
 */
export async function openDiskJournal(options: DiskJournalOptions): Promise<Journal> {
  const { folder, files, onRead } = options;
  await files.makeFolder(sessionsFolder(folder));
  await files.syncFolder(folder);
  const found: [SessionId, Verified][] = [];
  for (const sid of await sessionsIn(options)) {
    found.push([sid, await verify(files, journalPath(folder, sid), sid, (entries) => onRead?.(sid, entries))]);
  }
  for (const [sid, verified] of found) await mend(options, sid, verified);
  await files.syncFolder(sessionsFolder(folder));
  return new DiskJournal(options, found);
}

async function mend(
  { folder, files, log }: DiskJournalOptions,
  sid: SessionId,
  { good, torn }: Verified,
): Promise<void> {
  const path = journalPath(folder, sid);
  if (torn === null) {
    await confirmOnDisk(files, path);
    return;
  }
  const kept = await cutTornTail(files, path, good, torn);
  log.warn(
    { sid, offset: good, bytes: torn.length, kept },
    'a torn tail was cut: the last write before a crash, never acknowledged',
  );
}

/** Sessions that were made completely. A folder without a journal is one whose making was broken off, and was promised to nobody. */
async function sessionsIn({ folder, files, log }: DiskJournalOptions): Promise<readonly SessionId[]> {
  const names = await files.list(sessionsFolder(folder));
  const sids = names.filter((name) => SessionId.safeParse(name).success).sort();
  const made: SessionId[] = [];
  for (const sid of sids) {
    if (await exists(files, journalPath(folder, sid))) made.push(sid);
    else log.warn({ sid }, 'a session without a journal: its making was broken off');
  }
  return made;
}

async function exists(files: Files, path: string): Promise<boolean> {
  try {
    await (await files.open(path, 'read')).close();
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

class DiskJournal implements Journal {
  readonly #options: DiskJournalOptions;
  readonly #sessions = new Map<SessionId, SessionJournal>();
  readonly #making = new Set<SessionId>();
  #closed = false;
  #failed = false;

  constructor(options: DiskJournalOptions, found: readonly (readonly [SessionId, Verified])[]) {
    this.#options = options;
    for (const [sid, { standing, good }] of found) {
      const file = new SessionFile(options.files, journalPath(options.folder, sid), good);
      this.#sessions.set(sid, this.#sessionJournal(sid, file, standing));
    }
  }

  get writable(): boolean {
    return !this.#closed && !this.#failed;
  }

  async create(sid: SessionId, genesis: Genesis): Promise<void> {
    this.#assertServing();
    if (this.#sessions.has(sid) || this.#making.has(sid)) throw new SessionExists(sid);
    const { id, line } = firstLine(sid, genesis);
    this.#making.add(sid);
    try {
      const path = journalPath(this.#options.folder, sid);
      const file = await this.#unlessFault(() => createSessionFile(this.#options.files, path, line));
      this.#sessions.set(sid, this.#sessionJournal(sid, file, standingAt(id)));
    } finally {
      this.#making.delete(sid);
    }
  }

  async sessions(): Promise<readonly SessionId[]> {
    return Promise.resolve([...this.#sessions.keys()].sort());
  }

  async append(sid: SessionId, entries: readonly Append[]): Promise<readonly Appended[]> {
    this.#assertServing();
    return this.#session(sid).append(prepare(entries));
  }

  async recall(sid: SessionId, cmd: CommandId, by: By): Promise<Appended | null> {
    this.#assertServing();
    return this.#session(sid).recall(cmd, by);
  }

  async head(sid: SessionId): Promise<Version> {
    return Promise.resolve(this.#session(sid).head());
  }

  async *read(sid: SessionId, after: Version): AsyncGenerator<Entry> {
    for await (const entries of this.#session(sid).read(after)) yield* entries;
  }

  follow(
    sid: SessionId,
    after: Version,
    onEntries: (entries: readonly Entry[]) => void,
    onGone?: (why: Gone) => void,
  ): Follower {
    return this.#session(sid).follow(after, onEntries, onGone);
  }

  async copyTo(to: string): Promise<readonly Copied[]> {
    const { folder, files } = this.#options;
    // All lengths are taken in this one turn: together they are one moment of the whole server.
    const durable = [...this.#sessions].map(([sid, session]) => {
      const { durableBytes: bytes, generation } = session;
      return { sid, session, bytes, generation };
    });
    const copied: Copied[] = [];
    for (const { sid, session, bytes, generation } of durable) {
      try {
        // Where something was erased meanwhile, the file has another length: then it is copied as it stands by now.
        const isSame = session.generation === generation;
        const at = isSame ? bytes : session.durableBytes;
        copied.push(await copyPrefix(files, { from: folder, to, sid, bytes: at }));
      } catch (error) {
        // Removed meanwhile, it belongs in no copy.
        if (this.#sessions.has(sid)) throw error;
      }
    }
    return copied;
  }

  async erase(sid: SessionId, versions: Iterable<Version>): Promise<number> {
    this.#assertServing();
    return this.#session(sid).erase(new Set(versions));
  }

  async remove(sid: SessionId, at: Version): Promise<boolean> {
    this.#assertServing();
    const session = this.#session(sid);
    if (session.isBusy || session.head() !== at) return false;
    this.#sessions.delete(sid);
    this.#making.add(sid);
    await session.remove();
    await this.#unlessFault(() => removeSessionFile(this.#options.files, journalPath(this.#options.folder, sid)));
    this.#making.delete(sid);
    return true;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#sessions.values()].map((session) => session.close()));
  }

  #assertServing(): void {
    if (!this.writable) throw new JournalClosed('the journal takes no more commands');
  }

  #session(sid: SessionId): SessionJournal {
    const session = this.#sessions.get(sid);
    if (session === undefined) throw new UnknownSession(sid);
    return session;
  }

  #sessionJournal(sid: SessionId, file: SessionFile, standing: ReturnType<typeof standingAt>): SessionJournal {
    return new SessionJournal(file, standing, {
      failed: () => this.#failed,
      onFault: (error) => this.#fail(error),
      onWritten: (entries, ms) => this.#options.measures?.wrote(entries, ms),
      onFollowerThrew: (error) => this.#options.log.error({ sid, err: error }, 'a follower threw and was closed'),
    });
  }

  /** After a fault there is no answer: the process stops. */
  async #unlessFault<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error;
      this.#fail(error);
      return new Promise(() => undefined);
    }
  }

  #fail(error: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#options.onFatal(error);
  }
}

import type { Entry } from '@cyfran/shared/session/entry.ts';
import type { By } from '@cyfran/shared/words/by.ts';
import type { CommandId } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { Batch, type Work } from './batch.ts';
import { Followers } from './followers.ts';
import { type Appended, type Follower, type Gone, JournalClosed } from './journal.ts';
import { idOf, parseLine } from './line.ts';
import { answerOf } from './outboxes.ts';
import type { Prepared } from './prepared.ts';
import { type SessionFile, StorageFault } from './session-file.ts';
import type { Standing } from './standing.ts';

/** What one session's journal tells the journal of all. */
export interface Surroundings {
  /** True when the disk can no longer be trusted: nothing may be acknowledged from then on. */
  failed(): boolean;
  onFault(error: unknown): void;
  onFollowerThrew(error: unknown): void;
  onWritten(entries: number, ms: number): void;
}

/**
 * One session's journal on disk. Calls queue up while a batch is being written; when the disk is free, all that wait become the next
 * batch, judged in order, and share one write and one `fdatasync`. Rules J1, J2.
 */
export class SessionJournal {
  readonly #file: SessionFile;
  readonly #standing: Standing;
  readonly #around: Surroundings;
  readonly #followers: Followers;
  #queue: Work[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(file: SessionFile, standing: Standing, around: Surroundings) {
    this.#file = file;
    this.#standing = standing;
    this.#around = around;
    this.#followers = new Followers({
      head: () => standing.version,
      readAfter: (after) => this.read(after),
      onThrow: (error) => around.onFollowerThrew(error),
      onUnreadable: (error) => around.onFault(error),
    });
  }

  append(entries: readonly Prepared[]): Promise<readonly Appended[]> {
    return new Promise((resolve, reject) => {
      if (this.#closed || this.#around.failed()) {
        reject(new JournalClosed('no more entries'));
        return;
      }
      this.#queue.push({ entries, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async recall(cmd: CommandId, by: By): Promise<Appended | null> {
    // A call without entries settles when all before it have.
    if (this.#running !== null) await this.append([]);
    return answerOf(this.#standing.outboxes, cmd, by);
  }

  head(): Version {
    return this.#standing.version;
  }

  /** How many bytes of the file are durable now: always whole lines. */
  get durableBytes(): number {
    return this.#file.size;
  }

  /** Durable entries after a version, some at a time. Each line read is verified again: a disk can rot under a running server. */
  async *read(after: Version): AsyncGenerator<readonly Entry[]> {
    let version = -1;
    let previous = '';
    for await (const lines of this.#file.lines()) {
      const entries: Entry[] = [];
      for (const { bytes } of lines) {
        version += 1;
        if (version > after && version > 0) entries.push(parseLine(bytes, version, previous));
        previous = idOf(bytes);
      }
      if (entries.length > 0) yield entries;
    }
  }

  follow(after: Version, onEntries: (entries: readonly Entry[]) => void, onGone?: (why: Gone) => void): Follower {
    return this.#followers.add(after, onEntries, { onGone });
  }

  /** Whether an append has not been answered yet. */
  get isBusy(): boolean {
    return this.#running !== null;
  }

  /** Nobody asks any more, and what is there goes away: whoever follows is told. */
  async remove(): Promise<void> {
    this.#closed = true;
    this.#followers.gone('removed');
    await this.close();
  }

  /** Lets what was asked before be answered, unless the disk has failed. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
    this.#followers.close();
    await this.#file.close();
  }

  async #run(): Promise<void> {
    // Whoever asks in the same turn shares the first batch.
    await Promise.resolve();
    while (this.#queue.length > 0 && !this.#around.failed()) await this.#writeNext();
    this.#running = null;
    const unwritten = this.#queue;
    this.#queue = [];
    for (const { reject } of unwritten) reject(new JournalClosed('the disk failed before this was written'));
  }

  async #writeNext(): Promise<void> {
    const batch = new Batch(this.#standing);
    this.#queue = this.#queue.slice(batch.takeFrom(this.#queue));
    const began = performance.now();
    try {
      if (batch.bytes > 0) await this.#file.append(batch.encoded());
    } catch (error) {
      if (error instanceof StorageFault) this.#around.onFault(error);
      else batch.refuse(error);
      return;
    }
    // Another session's sync may have failed meanwhile: after that nothing is promised to anyone.
    if (this.#around.failed()) return;
    const entries = batch.settle();
    if (entries.length > 0) this.#around.onWritten(entries.length, performance.now() - began);
    this.#followers.deliver(entries);
    batch.answer();
  }
}

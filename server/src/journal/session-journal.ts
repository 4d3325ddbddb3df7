import type { Entry } from '@cyfran/shared/session/entry.ts';
import type { By } from '@cyfran/shared/words/by.ts';
import type { CommandId } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { Batch, type Work } from './batch.ts';
import { Followers } from './followers.ts';
import { type Appended, type Follower, type Gone, JournalClosed } from './journal.ts';
import { idOf, parseLine, withoutBody } from './line.ts';
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

/** What is to be taken out of which entries. */
interface Erasure {
  readonly versions: ReadonlySet<Version>;
  readonly resolve: (taken: number) => void;
  readonly reject: (error: unknown) => void;
}

const LINE_END = Buffer.from('\n');

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
  #erasures: Erasure[] = [];
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

  /** Waits until no batch is under way; what is asked meanwhile waits for it. */
  erase(versions: ReadonlySet<Version>): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#closed || this.#around.failed()) {
        reject(new JournalClosed('nothing more is erased'));
        return;
      }
      this.#erasures.push({ versions, resolve, reject });
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

  /** Rises when something that was durable is no more. */
  get generation(): number {
    return this.#file.generation;
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
    while (!this.#around.failed()) {
      if (this.#queue.length > 0) await this.#writeNext();
      else if (this.#erasures.length > 0) await this.#eraseNext();
      else break;
    }
    this.#running = null;
    const unwritten = [...this.#queue, ...this.#erasures];
    this.#queue = [];
    this.#erasures = [];
    for (const { reject } of unwritten) reject(new JournalClosed('the disk failed before this was written'));
  }

  async #eraseNext(): Promise<void> {
    const erasures = this.#erasures;
    this.#erasures = [];
    const versions = new Set(erasures.flatMap((one) => [...one.versions]));
    const taken = new Set<Version>();
    try {
      for await (const lines of this.#lines()) {
        for (const [version, line] of lines)
          if (versions.has(version) && withoutBody(line) !== null) taken.add(version);
      }
      if (taken.size > 0) {
        const without = (line: Buffer, version: Version) => (taken.has(version) ? (withoutBody(line) ?? line) : line);
        await this.#file.rewrite((line, version) => Buffer.concat([without(line, version), LINE_END]));
      }
    } catch (error) {
      if (error instanceof StorageFault) this.#around.onFault(error);
      else for (const { reject } of erasures) reject(error);
      return;
    }
    for (const one of erasures) one.resolve([...one.versions].filter((version) => taken.has(version)).length);
  }

  async *#lines(): AsyncGenerator<readonly (readonly [Version, Buffer])[]> {
    let version = -1;
    for await (const lines of this.#file.lines()) yield lines.map(({ bytes }) => [(version += 1), bytes] as const);
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

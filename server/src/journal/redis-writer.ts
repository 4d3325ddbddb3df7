import type { SessionId } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import { ANSWER_WITHIN_MS, Unanswered, type RedisLink } from '../redis/link.ts';
import { understood } from './redis-words.ts';
import { run } from '../redis/script.ts';
import { type Appended, JournalClosed, type JournalMeasures, UnknownSession, Unsure } from './journal.ts';
import { MAX_BATCH_BYTES } from './line.ts';
import { place } from './outboxes.ts';
import type { Prepared } from './prepared.ts';
import { journalKeys, type JournalKeys } from './redis-keys.ts';
import { APPEND, KIND } from './redis-scripts.ts';

/** A script holds up everybody else on the same Redis: it is kept short. */
const MOST_ENTRIES = 400;
const AGAIN_MS = 25;
const REPLICAS_WITHIN_MS = 500;

/** One call of `append`. It is answered once: by Redis, or as unsure when that takes too long. */
interface Call {
  readonly entries: readonly Prepared[];
  readonly settle: (error: Error | null, answers: readonly Appended[]) => void;
  settled: boolean;
}

/** What a writer needs beside its connection. */
export interface WriterParts {
  readonly link: RedisLink;
  /** Resolves once this node's own followers have heard everything up to a version. */
  readonly heard: (version: Version) => Promise<void>;
  /** These became entries, from this version on. */
  readonly onRecorded: (first: Version, entries: readonly Prepared[]) => void;
  /** How many replicas must have it before it is answered. */
  readonly replicas: number;
  readonly measures: JournalMeasures;
}

/**
 * One session's appends from this node: calls queue up while a batch is under way, and all that wait become the next one. Where a connection
 * goes with a batch under way, the same batch is sent again: its commands' own ids keep it from being recorded twice. Rules J1, J2, J7.
 */
export class RedisWriter {
  readonly #sid: SessionId;
  readonly #keys: JournalKeys;
  readonly #parts: WriterParts;
  #queue: Call[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(sid: SessionId, parts: WriterParts) {
    this.#sid = sid;
    this.#keys = journalKeys(sid);
    this.#parts = parts;
  }

  get isBusy(): boolean {
    return this.#running !== null;
  }

  append(entries: readonly Prepared[]): Promise<readonly Appended[]> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new JournalClosed('no more entries'));
        return;
      }
      const late = setTimeout(() => call.settle(new Unsure('Redis does not answer'), []), ANSWER_WITHIN_MS);
      const call: Call = {
        entries,
        settled: false,
        settle: (error, answers) => {
          clearTimeout(late);
          call.settled = true;
          if (error === null) resolve(answers);
          else reject(error);
        },
      };
      this.#queue.push(call);
      this.#running ??= this.#run();
    });
  }

  /** Resolves once all that was asked so far is answered. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // Whoever asks in the same turn shares the first batch.
    await Promise.resolve();
    for (;;) {
      // Whoever has been told that nobody knows asks again by themselves.
      this.#queue = this.#queue.filter(({ settled }) => !settled);
      if (this.#queue.length === 0) break;
      await this.#writeNext(this.#takeBatch());
    }
    this.#running = null;
  }

  #takeBatch(): readonly Call[] {
    let [bytes, entries, calls] = [0, 0, 0];
    for (const call of this.#queue) {
      bytes += call.entries.reduce((sum, entry) => sum + entry.bytes, 0);
      entries += call.entries.length;
      if (calls > 0 && (bytes > MAX_BATCH_BYTES || entries > MOST_ENTRIES)) break;
      calls += 1;
    }
    return this.#queue.splice(0, calls);
  }

  async #writeNext(batch: readonly Call[]): Promise<void> {
    const entries = batch.flatMap((call) => call.entries);
    const began = performance.now();
    try {
      const answers = await this.#judged(entries);
      await this.#replicated();
      this.#parts.measures.wrote(entries.length, performance.now() - began);
      const recorded = entries.filter((_, index) => 'version' in (answers[index] ?? {}));
      const versions = answers.flatMap((answer) => ('version' in answer ? [answer.version] : []));
      const [first, last] = [versions[0], versions.at(-1)];
      if (first !== undefined && last !== undefined) {
        this.#parts.onRecorded(first, recorded);
        await this.#parts.heard(last);
      }
      let from = 0;
      for (const call of batch) {
        call.settle(null, answers.slice(from, from + call.entries.length));
        from += call.entries.length;
      }
    } catch (error) {
      if (error instanceof Unanswered && !this.#closed) {
        this.#queue.unshift(...batch);
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        return;
      }
      for (const call of batch) call.settle(understood(error), []);
    }
  }

  /** `WAIT` counts for what this very connection wrote, so something is written even where nothing new was recorded. */
  async #replicated(): Promise<void> {
    const { link, replicas } = this.#parts;
    if (replicas === 0) return;
    const [, have] = await link.askAll<number>([
      ['SET', this.#keys.asked, 1],
      ['WAIT', replicas, REPLICAS_WITHIN_MS],
    ]);
    if ((have ?? 0) < replicas) throw new Unanswered(`${String(have)} of ${String(replicas)} replicas have it`);
  }

  async #judged(entries: readonly Prepared[]): Promise<readonly Appended[]> {
    const { head, entries: stream, bodies, outboxes, moved, channel } = this.#keys;
    const words = [channel, entries.length, ...entries.flatMap(wordsOf)];
    const numbers = await run<readonly number[] | null>(
      this.#parts.link,
      APPEND,
      [head, stream, bodies, outboxes, moved],
      words,
    );
    if (numbers === null) throw new UnknownSession(this.#sid);
    return entries.map((_, index) => answerIn(numbers[2 * index] ?? -1, numbers[2 * index + 1] ?? 0));
  }
}

function wordsOf({ stored: { header, salt, body }, recorded, guards, moves }: Prepared): (string | number)[] {
  const { outbox, n, shared } = place(recorded.cmd);
  return [
    ...[outbox, n, shared ? '' : recorded.by, header, salt === '' ? '' : `${salt}\t${body}`],
    ...[guards.length, ...guards.flat(), moves.length, ...moves],
  ];
}

function answerIn(kind: number, version: number): Appended {
  switch (kind) {
    case KIND.recorded:
      return { version };
    case KIND.already:
      return { already: version === 0 ? null : version };
    case KIND.moved:
      return { moved: version };
    case KIND.notYours:
      return { notYours: true };
    default:
      throw new Error(`the script answered ${String(kind)}`);
  }
}

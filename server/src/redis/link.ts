import { createClient, ErrorReply } from '@redis/client';
import type { Log } from '../log.ts';

/** No answer of Redis is waited for longer: a phone is to hear something within two seconds. */
export const ANSWER_WITHIN_MS = 1500;
const LOOK_EVERY_MS = 1000;
/** A connection over which nothing has come for so long is dead without knowing it, or Redis stands still: a new one is as good. */
const DEAD_AFTER_MS = 10_000;
const CONNECT_WITHIN_MS = 3000;
const LONGEST_PAUSE_MS = 1000;
const FIRST_TRIES = 5;
/** It is there and does nothing yet: as if it were not. */
const STARTS_UP = /^(LOADING|MASTERDOWN)/;

/** Redis did not answer in time, is starting, or the connection went: nobody knows whether what was asked has been done. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** What may be asked in one command: texts, and what stands for them. */
export type Words = readonly (string | number)[];

type Client = ReturnType<typeof makeClient>;

/**
 * One connection to Redis that is mended for ever. Nothing waits in a queue for it: what is asked while it is down fails at once, and what
 * is not answered in time fails as `Unanswered`.
 */
export class RedisLink {
  readonly #client: Client;
  readonly #log: Log;
  readonly #name: string;
  readonly #where: string;
  readonly #onReady = new Set<() => void>();
  readonly #heard = new Map<string, (message: string) => void>();
  readonly #deadAfterMs: number;
  #heardAt = Date.now();
  #looking: ReturnType<typeof setInterval> | null = null;
  #mending = false;
  #hasStood = false;
  #closed = false;

  /** Throws where Redis cannot be reached. */
  static async open(url: string, name: string, log: Log, deadAfterMs = DEAD_AFTER_MS): Promise<RedisLink> {
    const link = new RedisLink(url, name, log, deadAfterMs);
    await link.#begin();
    return link;
  }

  private constructor(url: string, name: string, log: Log, deadAfterMs: number) {
    this.#deadAfterMs = deadAfterMs;
    this.#client = makeClient(url, name, () => this.#hasStood);
    this.#where = new URL(url).host;
    this.#log = log;
    this.#name = name;
    this.#client.on('error', (error: Error) => {
      log.warn({ link: name, err: error.message }, 'the connection to Redis broke');
    });
    this.#client.on('ready', () => {
      this.#heardAt = Date.now();
      this.#hasStood = true;
      // The library brings back what it heard; what it was asked for in between, it does not know. To ask for the same twice is to hear it once.
      for (const [channel, listener] of this.#heard) this.#client.sSubscribe(channel, listener).catch(noMatter);
      for (const listener of this.#onReady) listener();
    });
  }

  /** Calls `listener` each time the connection stands again: what was said meanwhile was missed. */
  onReady(listener: () => void): void {
    this.#onReady.add(listener);
  }

  /** One command. Throws `ErrorReply` with what Redis objects to, `Unanswered`. */
  async ask<Reply>(words: Words): Promise<Reply> {
    return this.#inTime(this.#client.sendCommand<Reply>(words.map(String)));
  }

  /** Commands that need not wait for each other, sent together. Throws as `ask`. */
  async askAll<Reply>(all: readonly Words[]): Promise<readonly Reply[]> {
    return this.#inTime(Promise.all(all.map((words) => this.#client.sendCommand<Reply>(words.map(String)))));
  }

  /**
   * Hears what is published on a sharded channel from here on, over all connections to come; one listener for each channel. Throws `Unanswered`
   * where it is not heard yet: it will be as soon as the connection stands again.
   */
  async hear(channel: string, listener: (message: string) => void): Promise<void> {
    this.#heard.set(channel, listener);
    await this.#inTime(this.#client.sSubscribe(channel, listener));
  }

  async stopHearing(channel: string): Promise<void> {
    this.#heard.delete(channel);
    await this.#inTime(this.#client.sUnsubscribe(channel));
  }

  close(): void {
    this.#closed = true;
    if (this.#looking !== null) clearInterval(this.#looking);
    this.#client.destroy();
  }

  async #begin(): Promise<void> {
    try {
      await this.#client.connect();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`Redis cannot be used at ${this.#where}: ${why}`, { cause: error });
    }
    this.#looking = setInterval(() => void this.#look(), LOOK_EVERY_MS);
    this.#looking.unref();
  }

  /** A network that swallows everything breaks no connection by itself. */
  async #look(): Promise<void> {
    const silentMs = Date.now() - this.#heardAt;
    if (this.#client.isReady) this.#client.ping().then(() => (this.#heardAt = Date.now()), noMatter);
    if (silentMs < this.#deadAfterMs || this.#mending || !this.#client.isReady) return;
    this.#log.warn({ link: this.#name }, 'Redis has said nothing for long: a new connection');
    this.#mending = true;
    this.#client.destroy();
    await this.#client.connect().catch(noMatter);
    this.#mending = false;
  }

  #inTime<Reply>(asked: Promise<Reply>): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Unanswered('Redis does not answer')), ANSWER_WITHIN_MS);
      asked.then(
        (reply) => {
          clearTimeout(late);
          this.#heardAt = Date.now();
          resolve(reply);
        },
        (error: unknown) => {
          clearTimeout(late);
          const isRefused = error instanceof ErrorReply && !STARTS_UP.test(error.message);
          reject(isRefused || this.#closed ? (error as Error) : new Unanswered('Redis is away', { cause: error }));
        },
      );
    });
  }
}

/** Never connected: the library makes a class for each client that it creates, and takes a tenth of a second for it. */
const model = createClient({ RESP: 2 });

function makeClient(url: string, name: string, hasStood: () => boolean) {
  return model.duplicate({
    url,
    name: `cyfran-${name}`,
    disableOfflineQueue: true,
    disableClientInfo: true,
    socket: {
      connectTimeout: CONNECT_WITHIN_MS,
      // At the start somebody waits to hear that the address is wrong.
      reconnectStrategy: (tries, cause) =>
        tries >= FIRST_TRIES && !hasStood() ? cause : Math.min(25 * 2 ** tries, LONGEST_PAUSE_MS),
    },
  });
}

function noMatter(): void {
  // What could not be done here is tried again with the next look.
}

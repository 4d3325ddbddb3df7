import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** What a process of the bench does when it is asked: one argument, one answer, both as JSON. */
export type Ways = Readonly<Record<string, (input: never) => unknown>>;

interface Asked {
  readonly id: number;
  readonly way: string;
  readonly input: unknown;
}
interface Answered {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** In a process of the bench: answers its parent until told to stop. */
export function answerParent(ways: Ways): void {
  process.on('message', ({ id, way, input }: Asked) => {
    const doing = new Promise((resolve) => {
      resolve(ways[way]?.(input as never));
    });
    doing.then(
      (result) => process.send?.({ id, result } satisfies Answered),
      (error: unknown) => process.send?.({ id, error: String(error) } satisfies Answered),
    );
  });
  process.once('disconnect', () => process.exit(0));
}

/** In the parent: a process of its own, so that what it uses can be told apart from what measures it. */
export class Child<Known extends Ways> {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answered) => void>();
  readonly #ended: Promise<void>;
  #asked = 0;

  /** `file`: in this folder. */
  constructor(file: string) {
    this.#process = fork(join(import.meta.dirname, file), {
      execArgv: ['--expose-gc'],
      // What took for ever must not arrive as `null`.
      serialization: 'advanced',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    this.#process.on('message', (answer: Answered) => {
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
    this.#ended = new Promise((resolve) => {
      this.#process.once('exit', (code) => {
        for (const [id, answer] of this.#waiting) answer({ id, error: `${file} ended with ${String(code)}` });
        resolve();
      });
    });
  }

  async ask<Way extends keyof Known & string>(
    way: Way,
    input: Parameters<Known[Way]>[0],
  ): Promise<Awaited<ReturnType<Known[Way]>>> {
    const id = this.#asked;
    this.#asked += 1;
    const answer = await new Promise<Answered>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#process.send({ id, way, input } satisfies Asked);
    });
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.result as Awaited<ReturnType<Known[Way]>>;
  }

  /** As a crash ends it. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  async stop(): Promise<void> {
    // Then it ends by itself, and takes its data folder with it.
    if (this.#process.connected) this.#process.disconnect();
    await this.#ended;
  }
}

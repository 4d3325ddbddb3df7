import type { Ack, CommandMessage, Frame } from '@cyfran/shared/protocol.ts';
import type { Facts, RefusalReason } from '@cyfran/shared/words/refusal.ts';
import type { Connect, MeetingAddress, WireEvents } from './socket.ts';

/** A line between one phone and a server that does what a test says: it comes up, goes down and answers by hand. */
export class TestLine {
  readonly asked: CommandMessage[] = [];
  readonly told: boolean[] = [];
  secret: string | null = null;
  #meeting: () => MeetingAddress | null = () => null;
  #events: WireEvents | null = null;
  #isUp = false;
  #answers: ((ack: Ack | null) => void)[] = [];

  /** What a phone is given to connect with. */
  readonly connect: Connect = (meeting, secret, events) => {
    this.#meeting = meeting;
    this.secret = secret;
    this.#events = events;
    return {
      ask: (message) => this.#ask(message),
      tell: (unsent) => {
        if (this.#isUp) this.told.push(unsent);
      },
      close: () => {
        this.down();
      },
    };
  };

  /** What the phone would say now of where it wants to go. */
  get meeting(): MeetingAddress | null {
    return this.#meeting();
  }

  /** The phone is connected, and hears its first frame. */
  up(first: Frame): void {
    this.#isUp = true;
    this.#events?.onConnected();
    this.say(first);
  }

  say(frame: Frame): void {
    this.#events?.onFrame(frame);
  }

  /** The connection is lost: what was asked stays without an answer, for good. */
  down(): void {
    if (!this.#isUp) return;
    this.#isUp = false;
    this.#events?.onLost(null);
    const lost = this.#answers;
    this.#answers = [];
    for (const answer of lost) answer(null);
  }

  refuse(reason: RefusalReason, facts: Facts = {}): void {
    this.#events?.onRefused(reason, facts);
  }

  /** The server says "not now". */
  hold(reason: RefusalReason): void {
    this.#events?.onLost(reason);
  }

  /** Answers what was asked first. */
  async answer(ack: Ack): Promise<void> {
    this.#answers.shift()?.(ack);
    await settled();
  }

  #ask(message: CommandMessage): Promise<Ack | null> {
    if (!this.#isUp) return Promise.resolve(null);
    this.asked.push(message);
    return new Promise((resolve) => this.#answers.push(resolve));
  }
}

/** Everything that can go on without the world outside has gone on. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

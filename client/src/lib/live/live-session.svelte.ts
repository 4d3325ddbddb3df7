import type { Ack, CommandMessage, Frame } from '@cyfran/shared/protocol.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { Facts, RefusalReason } from '@cyfran/shared/words/refusal.ts';
import type { Millis } from '@cyfran/shared/words/units.ts';
import { createSubscriber } from 'svelte/reactivity';
import { newOutboxId } from './random.ts';
import { NOTHING_HELD, takeFrame, type Held } from './sections.ts';
import { connectSocket, type Connect, type MeetingAddress, type Wire } from './socket.ts';

/** `connecting`: for the first time. `reconnecting`: what is shown may be old. `refused`: see `refusal`; it will not try again. */
export type Connection = 'connecting' | 'connected' | 'reconnecting' | 'refused';

const TICK_MS = 250;
const RETRY_AFTER_MS = 1_000;

/**
 * One screen's live view of one meeting, for participants (`{ code }`), facilitators and the stage (`{ sid }`). Everything read from it
 * in a component is reactive. Make it in the browser only, and `close()` it when the screen goes.
 */
export class LiveSession {
  readonly #wire: Wire;
  readonly #outbox = newOutboxId();
  #held = $state.raw<Held>(NOTHING_HELD);
  #connection = $state<Connection>('connecting');
  #refusal = $state<RefusalReason | null>(null);
  #facts = $state.raw<Facts>({});
  #notNow = $state<RefusalReason | null>(null);
  #settle: (refusal: RefusalReason | null) => void = () => undefined;
  #lastFrame = $state.raw<{ readonly now: Millis; readonly at: number }>({ now: 0, at: 0 });
  #sent = 0;
  #unsent = $state(false);
  #awaitsWhole = true;
  #lastCommand: Promise<unknown> = Promise.resolve();
  #waiting: (() => void)[] = [];
  readonly #ticking = createSubscriber((update) => {
    const ticking = setInterval(update, TICK_MS);
    return () => {
      clearInterval(ticking);
    };
  });

  /** Settles once: with `null` at the first frame, else with why there was none, also where it will be tried again. */
  readonly opened = new Promise<RefusalReason | null>((resolve) => (this.#settle = resolve));

  /** Connects at once, and again for ever. `heard` is called with every frame's view, before the page is drawn from it. */
  constructor(
    meeting: MeetingAddress | (() => MeetingAddress),
    secret: string,
    heard: (view: View) => void = () => undefined,
    connect: Connect = connectSocket,
  ) {
    this.#wire = connect(typeof meeting === 'function' ? meeting : () => meeting, secret, {
      onConnected: () => {
        this.#connected();
      },
      onFrame: (frame: Frame) => {
        this.#apply(frame);
        heard(this.sections);
        this.#settle(null);
      },
      onLost: (reason) => {
        if (this.#connection === 'connected') this.#connection = 'reconnecting';
        this.#notNow = reason;
        if (reason !== null) this.#settle(reason);
      },
      onRefused: (reason, facts) => {
        this.#connection = 'refused';
        this.#refusal = reason;
        this.#facts = facts;
        this.#settle(reason);
      },
    });
  }

  /** The sections last heard, each the newest; one that is not to be seen now is missing. Kept while the connection is lost. */
  get sections(): View {
    return this.#held.view;
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** Why the server let this screen not in; `null` unless `connection` is `refused`. */
  get refusal(): RefusalReason | null {
    return this.#refusal;
  }

  /** The server's own "not now", while it is tried again; `null` where it is reached, or nothing was heard from it. */
  get notNow(): RefusalReason | null {
    return this.#notNow;
  }

  /** What belongs to the refusal, such as the `sid` of a meeting that has ended. */
  get refusalFacts(): Facts {
    return this.#facts;
  }

  /** The server's time: the last frame's `now` and what has passed here since. Read in a component it ticks by itself. */
  serverNow(): Millis {
    this.#ticking();
    const { now, at } = this.#lastFrame;
    return now + (performance.now() - at);
  }

  /**
   * Sends a command of anything but a ballot (ballots have their own outbox, kept over a reload) and resolves with the server's answer:
   * asked again under the same id over lost connections, `busy` and `too-fast`, until there is one. One at a time, in order.
   */
  send(command: Request): Promise<Ack> {
    this.#sent += 1;
    const message = { id: `${this.#outbox}.${String(this.#sent)}`, command };
    const answer = this.#lastCommand.then(() => this.deliver(message));
    this.#lastCommand = answer;
    return answer;
  }

  /** Delivers a message under the id it has, as `send` does, beside whatever else is under way. For the ballots' outbox. */
  async deliver(message: CommandMessage): Promise<Ack> {
    while (true) {
      await this.#untilConnected();
      const ack = await this.#wire.ask(message);
      if (ack === null) continue;
      if (ack.ok || (ack.reason !== 'busy' && ack.reason !== 'too-fast')) return ack;
      await new Promise((resolve) => setTimeout(resolve, ack.retryAfterMs ?? RETRY_AFTER_MS));
    }
  }

  /** Whether this screen holds choices that are not sent, as it was told last. */
  get unsent(): boolean {
    return this.#unsent;
  }

  /** Tells the facilitator, as a number only, that this phone holds choices that are not sent. */
  setUnsent(unsent: boolean): void {
    if (this.#unsent === unsent) return;
    this.#unsent = unsent;
    this.#wire.tell(unsent);
  }

  close(): void {
    this.#wire.close();
    this.#waiting = [];
  }

  #connected(): void {
    this.#connection = 'connected';
    this.#notNow = null;
    this.#awaitsWhole = true;
    if (this.#unsent) this.#wire.tell(true);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }

  #untilConnected(): Promise<void> {
    if (this.#connection === 'connected') return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #apply(frame: Frame): void {
    this.#lastFrame = { now: frame.now, at: performance.now() };
    this.#held = takeFrame(this.#held, frame, this.#awaitsWhole);
    this.#awaitsWhole = false;
  }
}

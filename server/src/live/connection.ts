import { ANSWER_WITHIN_MS, CommandMessage, PresenceMessage, type Ack } from '@cyfran/shared/protocol.ts';
import type { CommandId } from '@cyfran/shared/words/ids.ts';
import type { Refusal } from '@cyfran/shared/words/refusal.ts';
import type { Actor } from '@cyfran/shared/words/roles.ts';
import { viewFor } from '@cyfran/shared/session/view.ts';
import { newSeatId } from '../access/credentials.ts';
import { handleCommand, type Done } from '../meeting/handle-command.ts';
import type { Gate } from '../meeting/gate.ts';
import type { Admitted } from './admit.ts';
import type { Broadcaster } from './broadcaster.ts';
import { Listener, type PhoneSocket } from './listener.ts';

const MOST_WAITING = 8;
const RETRY_AFTER_MS = 1000;

/**
 * Serves one connected screen until it leaves. Commands of one connection are taken in order, one at a time; whatever a client sends,
 * it gets an answer or nothing, and never stops the process. Rules L5, L6.
 */
export class Connection {
  readonly #socket: PhoneSocket;
  readonly #gate: Gate;
  readonly #broadcaster: Broadcaster;
  readonly #listener: Listener;
  #admitted: Admitted;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(socket: PhoneSocket, admitted: Admitted, broadcaster: Broadcaster, gate: Gate) {
    this.#socket = socket;
    this.#gate = gate;
    this.#admitted = admitted;
    this.#broadcaster = broadcaster;
    this.#listener = new Listener(socket, admitted.role, admitted.role === 'participant' ? admitted.seat : null);
    socket.on('command', (message: unknown, ack: unknown) => {
      this.#guard(() => {
        this.#onCommand(message, ack);
      });
    });
    socket.on('presence', (message: unknown) => {
      this.#guard(() => {
        const parsed = PresenceMessage.safeParse(message);
        if (parsed.success) broadcaster.setUnsent(this.#listener, parsed.data.unsent);
      });
    });
    socket.on('disconnect', () => {
      broadcaster.remove(this.#listener);
    });
    broadcaster.add(this.#listener);
  }

  /** The one guard around every handler. */
  #guard(handler: () => void): void {
    try {
      handler();
    } catch (error) {
      this.#admitted.meeting.ground.log.error({ sid: this.#admitted.meeting.sid, err: error }, 'handler failed');
    }
  }

  #onCommand(message: unknown, answer: unknown): void {
    if (!isAnswer(answer)) return;
    const parsed = CommandMessage.safeParse(message);
    if (!parsed.success) {
      answer({ ok: false, reason: 'invalid' });
      return;
    }
    if (this.#waiting >= MOST_WAITING) {
      answer({ ok: false, reason: 'busy', retryAfterMs: RETRY_AFTER_MS });
      return;
    }
    this.#waiting += 1;
    const once = this.#inTime(answer);
    this.#last = this.#last.then(() => this.#answer(parsed.data, once));
  }

  /**
   * Answers once: with what comes first, an ack or, after two seconds from here, `busy`. A timeout is "unknown", never "failed": the
   * phone keeps the command and asks again under the same id. Rule L7.
   */
  #inTime(answer: (ack: Ack) => void): (ack: Ack) => void {
    let answered = false;
    const once = (ack: Ack) => {
      cancel();
      if (!answered) answer(ack);
      answered = true;
    };
    const cancel = this.#admitted.meeting.ground.clock.after(ANSWER_WITHIN_MS, () => {
      once({ ok: false, reason: 'busy', retryAfterMs: RETRY_AFTER_MS });
    });
    return once;
  }

  async #answer(message: CommandMessage, answer: (ack: Ack) => void): Promise<void> {
    const { log, clock } = this.#admitted.meeting.ground;
    const began = clock.now();
    try {
      const ack = await this.#take(message);
      answer(ack);
      const facts = { cmd: message.id, type: message.command.type, ms: clock.now() - began };
      if (!ack.ok) log.info({ ...facts, refused: ack.reason }, 'command');
      else if (message.command.type === 'CastBallot') log.debug(facts, 'command');
      else log.info(facts, 'command');
    } catch (error) {
      answer({ ok: false, reason: 'internal' });
      log.error({ cmd: message.id, type: message.command.type, err: error }, 'command failed');
    } finally {
      this.#waiting -= 1;
    }
  }

  async #take({ id, command }: CommandMessage): Promise<Ack> {
    const retryAfterMs = await this.#gate.limiter.command(this.#sender());
    if (retryAfterMs > 0) return { ok: false, reason: 'too-fast', retryAfterMs };
    const admitted = this.#admitted;
    if (command.type === 'Join' && (admitted.role === 'newcomer' || admitted.role === 'participant'))
      return this.#join(admitted);
    if (admitted.role === 'newcomer') return { ok: false, reason: 'not-allowed' };
    const actor: Actor =
      admitted.role === 'participant' ? { role: admitted.role, seat: admitted.seat } : { role: admitted.role };
    return this.#toAck(await handleCommand(admitted.meeting, id, command, actor));
  }

  /**
   * The key's row first, then the entry: a lost answer cannot make a second seat, and a person who comes back with the seat and asks
   * again hears the first answer. Rule S4.
   */
  async #join(admitted: Extract<Admitted, { role: 'newcomer' | 'participant' }>): Promise<Ack> {
    const { meeting } = admitted;
    const seat =
      admitted.role === 'participant'
        ? admitted.seat
        : await this.#gate.access.seatOf(meeting.sid, admitted.hash, newSeatId());
    const cmd: CommandId = `join:${seat}`;
    const done = await handleCommand(meeting, cmd, { type: 'Join' }, { role: 'newcomer', seat });
    if ('refused' in done) return refusalAck(done);
    if (admitted.role === 'participant') return { ok: true, version: done.version };
    this.#admitted = { meeting, role: 'participant', seat };
    this.#listener.becomeParticipant(seat);
    if (this.#socket.connected) this.#broadcaster.promote(this.#listener);
    return { ok: true, version: done.version };
  }

  /** A receipt goes with the answer to a ballot that still stands. */
  #toAck(done: Done | Refusal): Ack {
    if ('refused' in done) return refusalAck(done);
    const commit = this.#mine(done.version);
    return { ok: true, version: done.version, ...(commit === null ? {} : { receipt: { commit } }) };
  }

  #mine(version: number | null): string | null {
    const admitted = this.#admitted;
    if (admitted.role !== 'participant' || version === null) return null;
    const credentialIn = (round: string) => admitted.meeting.credentialOf(admitted.seat, round);
    const view = viewFor(
      admitted.meeting.session,
      { role: 'participant', credentialIn },
      this.#broadcaster.surroundings(),
    );
    return view.mine?.version === version ? view.mine.commit : null;
  }

  #sender(): string {
    const admitted = this.#admitted;
    if (admitted.role === 'participant') return admitted.seat;
    return admitted.role === 'newcomer' ? admitted.hash : `${admitted.role}:${this.#socket.id}`;
  }
}

/** Socket.IO hands in a function where the client asked for an answer. */
function isAnswer(given: unknown): given is (answered: Ack) => void {
  return typeof given === 'function';
}

function refusalAck({ refused, facts }: Refusal): Ack {
  return { ok: false, reason: refused, ...(facts === undefined ? {} : { facts }) };
}

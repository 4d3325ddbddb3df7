import { ANSWER_WITHIN_MS, CommandMessage, PresenceMessage, type Ack } from '@cyfran/shared/protocol.ts';
import type { Command } from '@cyfran/shared/session/commands.ts';
import { decide } from '@cyfran/shared/session/decide.ts';
import type { CommandId, SeatId } from '@cyfran/shared/words/ids.ts';
import { refuse, type Refusal } from '@cyfran/shared/words/refusal.ts';
import type { Actor } from '@cyfran/shared/words/roles.ts';
import { newSeatId } from '../access/credentials.ts';
import { handleCommand, type Done } from '../meeting/handle-command.ts';
import type { Gate } from '../meeting/gate.ts';
import { holderOf } from '../meeting/paper.ts';
import { passing } from '../meeting/passing.ts';
import type { Admitted, Person } from './admit.ts';
import type { Broadcaster } from './broadcaster.ts';
import type { PhoneSocket } from './frame-writer.ts';
import { Listener } from './listener.ts';
import { receiptFor } from './receipt.ts';

const MOST_WAITING = 8;
const RETRY_AFTER_MS = 1000;

/**
 * Serves one connected screen until it leaves. Commands of one connection are taken in order, one at a time; whatever a client sends,
 * it gets an answer or nothing, and never stops the process. Rules L5, L6.
 */
export class Connection {
  readonly #socket: PhoneSocket;
  readonly #admitted: Admitted;
  readonly #address: string;
  readonly #gate: Gate;
  readonly #broadcaster: Broadcaster;
  readonly #listener: Listener;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(socket: PhoneSocket, admitted: Admitted, address: string, broadcaster: Broadcaster, gate: Gate) {
    this.#socket = socket;
    this.#admitted = admitted;
    this.#address = address;
    this.#gate = gate;
    this.#broadcaster = broadcaster;
    // A person begins as a newcomer: the broadcaster sees whether their seat has joined.
    this.#listener =
      admitted.role === 'person'
        ? new Listener(socket, 'newcomer', admitted.seat, admitted.hash)
        : new Listener(socket, admitted.role, null);
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
    const { measures } = admitted.meeting.ground;
    measures.screenCame(admitted.role);
    socket.on('disconnect', () => {
      measures.screenLeft(admitted.role);
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
    const once = this.#inTime(answer, parsed.data.command.type === 'CastBallot');
    this.#last = this.#last.then(() => this.#answer(parsed.data, once));
  }

  /**
   * Answers once: with what comes first, an ack or, after two seconds from here, `busy`. A timeout is "unknown", never "failed": the
   * phone keeps the command and asks again under the same id. Rule L7.
   */
  #inTime(answer: (ack: Ack) => void, isBallot: boolean): (ack: Ack) => void {
    let answered = false;
    const { clock, measures } = this.#admitted.meeting.ground;
    const began = clock.now();
    const once = (ack: Ack) => {
      cancel();
      if (!answered) {
        answer(ack);
        measures.answered(isBallot, ack.ok ? null : ack.reason, clock.now() - began);
      }
      answered = true;
    };
    const cancel = clock.after(ANSWER_WITHIN_MS, () => {
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
      const reason = passing(error) ?? 'internal';
      answer({ ok: false, reason, ...(reason === 'busy' ? { retryAfterMs: RETRY_AFTER_MS } : {}) });
      const facts = { cmd: message.id, type: message.command.type, err: error };
      if (reason === 'internal') log.error(facts, 'command failed');
      else log.warn({ ...facts, reason }, 'a command was not taken, or nobody knows');
    } finally {
      this.#waiting -= 1;
    }
  }

  async #take({ id, command }: CommandMessage): Promise<Ack> {
    const retryAfterMs = await this.#gate.limiter.command(this.#sender());
    if (retryAfterMs > 0) return { ok: false, reason: 'too-fast', retryAfterMs };
    if (this.#listener.turnedAway) return { ok: false, reason: 'unknown-secret' };
    const admitted = this.#admitted;
    if (command.type === 'Join' && admitted.role === 'person') return this.#join(admitted);
    const actor = await this.#actorOf(command);
    if ('refused' in actor) return refusalAck(actor);
    const done = await handleCommand(admitted.meeting, id, command, actor);
    // Whoever enters papers may mistype a card; whoever tries cards out soon hears no more.
    if ('refused' in done && done.refused === 'unknown-card') await this.#gate.limiter.wrongCode(this.#address);
    return this.#toAck(done);
  }

  async #actorOf(command: Command): Promise<Actor | Refusal> {
    const admitted = this.#admitted;
    if (admitted.role === 'person') {
      const seat = this.#joinedSeat();
      return seat === null ? refuse('not-allowed') : { role: 'participant', seat, door: admitted.door };
    }
    const { role, meeting } = admitted;
    if (command.type === 'EnterPaper' && role !== 'stage') return holderOf(meeting, command, role, this.#gate.access);
    return { role };
  }

  /** The seat of whoever is here, once it has joined: by this connection, by another of the same person, or let in by somebody else. */
  #joinedSeat(): SeatId | null {
    const { seat } = this.#listener;
    return seat !== null && this.#admitted.meeting.session.seats.has(seat) ? seat : null;
  }

  /**
   * The key's row first, then the entry: a lost answer cannot make a second seat, and a person who comes back with the seat and asks
   * again hears the first answer. Rule S4.
   */
  async #join(person: Person): Promise<Ack> {
    const { meeting, pass } = person;
    const seat = this.#listener.seat ?? (await this.#drawSeat(person));
    if (typeof seat !== 'string') return refusalAck(seat);
    // Who was not let in knocks anew.
    const before = meeting.session.turnedAway.get(seat) ?? 0;
    const cmd: CommandId = before === 0 ? `join:${seat}` : `join:${seat}:${String(before)}`;
    const done = await handleCommand(meeting, cmd, { type: 'Join' }, { role: 'newcomer', seat, pass });
    if ('refused' in done) return refusalAck(done);
    if (this.#listener.role === 'newcomer' || this.#listener.seen === 0) this.#broadcaster.seat(this.#listener, seat);
    return { ok: true, version: done.version };
  }

  /** A seat is kept only for whoever could take it now: a crowd before a closed door writes nothing to the disk. */
  async #drawSeat({ meeting, hash, pass }: Person): Promise<SeatId | Refusal> {
    const { access } = this.#gate;
    const drawn = newSeatId();
    // Another tab of the same phone may have a seat already: then its first answer is recalled.
    const isNew = (await access.findKey(meeting.sid, hash)) === null;
    const decision = decide(
      meeting.session,
      { type: 'Join' },
      { role: 'newcomer', seat: drawn, pass },
      meeting.context(),
    );
    return isNew && 'refused' in decision ? decision : access.seatOf(meeting.sid, hash, drawn);
  }

  /** A receipt goes with the answer to a ballot that still stands. */
  #toAck(done: Done | Refusal): Ack {
    if ('refused' in done) return refusalAck(done);
    const seat = this.#joinedSeat();
    const { version } = done;
    const receipt =
      seat === null || version === null
        ? null
        : receiptFor(this.#admitted.meeting, seat, version, this.#broadcaster.surroundings());
    return { ok: true, version, ...(receipt === null ? {} : { receipt }) };
  }

  #sender(): string {
    const admitted = this.#admitted;
    if (admitted.role !== 'person') return `${admitted.role}:${this.#socket.id}`;
    return this.#joinedSeat() ?? admitted.hash;
  }
}

/** Socket.IO hands in a function where the client asked for an answer. */
function isAnswer(given: unknown): given is (answered: Ack) => void {
  return typeof given === 'function';
}

function refusalAck({ refused, facts }: Refusal): Ack {
  return { ok: false, reason: refused, ...(facts === undefined ? {} : { facts }) };
}

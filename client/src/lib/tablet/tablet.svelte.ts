import { memoryKeep } from '../live/keep.ts';
import { Phone, type CardProblem } from '../live/phone.svelte.ts';
import { passingCorner } from '../live/places.ts';
import type { Connect } from '../live/socket.ts';
import type { Ack } from '@cyfran/shared/protocol.ts';

/** `free`: nobody has it. `arriving`: somebody has chosen their language. `taken`: a person is in the meeting. */
export type TabletState = 'free' | 'arriving' | 'taken';

/**
 * A tablet that people pass on: each is a participant of their own, whose secret and choices are in its memory alone, and are gone with
 * the next. Whoever comes is connected before they touch it, so that it knows what the meeting is about.
 */
export class Tablet {
  readonly #sid: string;
  readonly #secret: string;
  readonly #connect: Connect | undefined;
  #phone: Phone;
  #state = $state<TabletState>('free');

  /** `secret`: of the tablet's link. */
  constructor(sid: string, secret: string, connect?: Connect) {
    this.#sid = sid;
    this.#secret = secret;
    this.#connect = connect;
    this.#phone = $state.raw(this.#somebody());
  }

  /** The person who has the tablet, or whoever comes next. */
  get phone(): Phone {
    return this.#phone;
  }

  get state(): TabletState {
    return this.#state;
  }

  /** Whether this person has sent something in the round that is on, and nothing of theirs is on its way or changed since. */
  get isDone(): boolean {
    const { now } = this.#phone.live.sections;
    if (now?.activity?.kind !== 'allocation' || now.current === null || this.#phone.busy) return false;
    const draft = this.#phone.draftOf(now.current, now.activity.round);
    // Where each change sends itself, somebody with tokens left may well go on.
    const mayGoOn = draft.sendsItself && draft.left > 0;
    return draft.standing !== null && !draft.unsent && !mayGoOn;
  }

  /** Somebody has chosen their language. */
  arrive(): void {
    if (this.#state === 'free') this.#state = 'arriving';
  }

  /** A person without a card takes a seat. */
  async join(): Promise<Ack> {
    const phone = this.#phone;
    const ack = await phone.join();
    // Passed on meanwhile, it is somebody else's.
    if (ack.ok && this.#phone === phone) this.#state = 'taken';
    return ack;
  }

  /** A person comes with their card: to the seat that it already has, or to a new one. `null` when they are in. */
  async come(card: string): Promise<CardProblem | null> {
    const phone = this.#phone;
    const problem = await phone.useCard(card);
    if (problem !== null || this.#phone !== phone) return problem;
    if (!phone.joined) {
      const ack = await this.join();
      if (!ack.ok) return ack.reason;
    }
    this.#state = 'taken';
    return null;
  }

  /** The tablet is passed on, and forgets the person. Not while choices of theirs are on their way: returns whether it was. */
  next(): boolean {
    if (this.#phone.busy) return false;
    this.#phone.close();
    this.#phone = this.#somebody();
    this.#state = 'free';
    return true;
  }

  close(): void {
    this.#phone.close();
  }

  #somebody(): Phone {
    const meeting = { sid: this.#sid, tablet: this.#secret };
    const [keep, corner] = [memoryKeep(), passingCorner()];
    return new Phone({ meeting, keep, corner, door: 'tablet', connect: this.#connect });
  }
}

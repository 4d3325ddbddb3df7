import { keysMovedBy } from '@cyfran/shared/session/keys.ts';
import type { Entry } from '@cyfran/shared/session/entry.ts';
import type { Event } from '@cyfran/shared/session/events.ts';
import { viewFor, type SectionName, type Surroundings, type View, type Viewer } from '@cyfran/shared/session/view.ts';
import type { Hash, SeatId } from '@cyfran/shared/words/ids.ts';
import type { Millis } from '@cyfran/shared/words/units.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { Elsewhere } from '../nodes/elsewhere.ts';
import { Channel } from './channel.ts';
import { Doorstep } from './doorstep.ts';
import { SharedFrame } from './frame-writer.ts';
import type { Listener, ListenerRole } from './listener.ts';
import { Pace } from './pace.ts';
import { Presence } from './presence.ts';
import { SeatFinder } from './seat-finder.ts';
import { SharesNow } from './shares-now.ts';

// Acks never wait for a broadcast: after this many sockets the event loop gets its turn.
const SLICE = 128;

/**
 * Speaks for one meeting to this node's screens: the first change at once, then merged, whole sections, the newest only. A screen that
 * is behind is skipped and catches up later. Rules L1 to L4.
 */
export class Broadcaster {
  readonly presence = new Presence<Listener>();
  readonly #meeting: Meeting;
  readonly #joinUrl: string;
  readonly #stillOpens: (hash: Hash) => Promise<boolean>;
  readonly #listeners = new Set<Listener>();
  readonly #channels = new Map<ListenerRole, Channel>();
  readonly #finder: SeatFinder;
  readonly #sharesNow: SharesNow;
  readonly #doorstep = new Doorstep<Listener>();
  readonly #elsewhere: Elsewhere;
  readonly #pace: Pace;
  /** Of the broadcast under way: to how many screens, and how long others had their turn. */
  #sent = 0;
  #yieldedMs = 0;

  /** `stillOpens`: whether the key with this hash opens this meeting. */
  constructor(meeting: Meeting, joinUrl: string, stillOpens: (hash: Hash) => Promise<boolean>) {
    this.#meeting = meeting;
    this.#joinUrl = joinUrl;
    this.#stillOpens = stillOpens;
    this.#pace = new Pace({
      clock: meeting.ground.clock,
      screens: () => this.#listeners.size,
      tell: (since) => this.#tell(since),
    });
    this.#elsewhere = new Elsewhere({
      ...{ sid: meeting.sid, neighbours: meeting.ground.neighbours, clock: meeting.ground.clock },
      own: () => this.presence,
      onChange: () => {
        this.changed();
      },
      onAway: (seat) => {
        meeting.turnAwayHere(seat);
      },
      onGap: () => void this.#lookAtKeys(),
    });
    this.#finder = new SeatFinder((seat, round) => meeting.credentialOf(seat, round));
    this.#sharesNow = new SharesNow(meeting, () => {
      this.changed();
    });
    meeting.replica.onFolded((entries) => {
      this.#folded(entries);
    });
    meeting.replica.onGone(() => {
      for (const listener of [...this.#listeners]) listener.turnAway();
      this.close();
    });
    meeting.onTurnedAway((seat) => {
      for (const listener of this.#screensOf(seat)) listener.turnAway();
    });
  }

  /** A screen connects: its first frame holds every section. */
  add(listener: Listener): void {
    this.#listeners.add(listener);
    this.#arrive(listener);
    this.#catchUp(listener);
    this.changed();
  }

  /** A newcomer's seat is drawn. They have joined with it, or wait at the door: either way they hear of it at once. */
  seat(listener: Listener, seat: SeatId): void {
    if (!this.#listeners.has(listener)) return;
    if (listener.role === 'newcomer') {
      listener.take(seat);
      this.#arrive(listener);
    }
    this.#catchUp(listener);
    this.changed();
  }

  remove(listener: Listener): void {
    this.#listeners.delete(listener);
    if (listener.seat !== null) {
      this.presence.leave(listener.seat, listener);
      this.#elsewhere.changed();
      this.#doorstep.leave(listener.seat, listener);
    }
    this.changed();
  }

  setUnsent(listener: Listener, unsent: boolean): void {
    if (listener.seat === null || !this.presence.setUnsent(listener.seat, listener, unsent)) return;
    this.#elsewhere.changed();
    this.changed();
  }

  /** Something to tell, soon; at once where a ruling was made. */
  changed(atOnce = false): void {
    this.#pace.changed(atOnce);
  }

  /** What is known of the meeting beside its journal. */
  surroundings(): Surroundings {
    const { people, unsent } = this.presence;
    const { code, credentialOf } = this.#meeting;
    const isHere = (seat: SeatId) => this.presence.isHere(seat);
    return {
      here: people + this.#elsewhere.peopleBeside(isHere),
      unsent: unsent.size + this.#elsewhere.unsentBeside((seat) => unsent.has(seat)),
      isHere: (seat) => isHere(seat) || this.#elsewhere.isHere(seat),
      ...{ credentialOf, code, joinUrl: this.#joinUrl },
      sealed: (size, head) => this.#meeting.sealed(size, head),
      sharesNow: (round) => this.#sharesNow.of(round),
    };
  }

  close(): void {
    this.#pace.stop();
    this.#listeners.clear();
    this.#elsewhere.close();
  }

  /** Who has joined is here; whoever has a seat that has not waits at the door. */
  #arrive(listener: Listener): void {
    const { role, seat } = listener;
    if (seat === null) return;
    if (role === 'newcomer' && !this.#meeting.session.seats.has(seat)) {
      this.#doorstep.wait(seat, listener);
      return;
    }
    if (role === 'newcomer') listener.becomeParticipant();
    this.presence.arrive(seat, listener);
    this.#elsewhere.changed();
    this.#finder.add(seat);
  }

  #folded(entries: readonly Entry[]): void {
    let ruled = false;
    for (const event of entries.flatMap((entry) => entry.events)) {
      ruled ||= keysMovedBy(event).includes('ruling');
      this.#note(event);
    }
    this.changed(ruled);
  }

  /** Whose own sections an event changes. */
  #note(event: Event): void {
    switch (event.type) {
      case 'seat.knocked':
      case 'seat.turned-away':
        owe(this.#doorstep.of(event.seat));
        return;
      case 'seat.joined':
        for (const listener of this.#doorstep.open(event.seat)) this.#arrive(listener);
        return;
      // What was sent before, and what stands now: everybody's choices have changed their place.
      case 'round.voided':
      case 'activity.taken-back':
        for (const listener of this.#listeners) listener.owedOwn ||= listener.role === 'participant';
        return;
      default:
        if ('credential' in event) owe(this.#screensOf(this.#finder.find(event.round, event.credential)));
    }
  }

  /** Whose going away this node may have missed. */
  async #lookAtKeys(): Promise<void> {
    try {
      for (const listener of [...this.#listeners]) {
        const { key, seat } = listener;
        if (key === null || seat === null || !this.presence.isHere(seat)) continue;
        if (!(await this.#stillOpens(key))) listener.turnAway();
      }
    } catch (error) {
      this.#meeting.ground.log.warn({ sid: this.#meeting.sid, err: error }, 'keys were not looked at');
    }
  }

  #screensOf(seat: SeatId | null): readonly Listener[] {
    return seat === null ? [] : [...this.presence.phonesOf(seat), ...this.#doorstep.of(seat)];
  }

  async #tell(since: Millis): Promise<boolean> {
    const { log, measures } = this.#meeting.ground;
    const began = performance.now();
    this.#sent = 0;
    this.#yieldedMs = 0;
    let skipped = false;
    try {
      for (const role of new Set([...this.#listeners].map((listener) => listener.role))) this.#refresh(role);
      skipped = await this.#sendSliced();
    } catch (error) {
      log.error({ sid: this.#meeting.sid, err: error }, 'broadcast failed');
    }
    measures.broadcast(this.#sent, performance.now() - began - this.#yieldedMs, since);
    return skipped;
  }

  /** Returns whether someone was skipped. */
  async #sendSliced(): Promise<boolean> {
    let skipped = false;
    // Whoever leaves meanwhile is passed over; whoever comes was told everything on arrival.
    for (const listener of this.#listeners) {
      if (!this.#behind(listener)) continue;
      if (listener.busy) skipped = true;
      else this.#send(listener);
      this.#sent += 1;
      if (this.#sent % SLICE === 0) await this.#giveWay();
    }
    return skipped;
  }

  async #giveWay(): Promise<void> {
    const began = performance.now();
    await new Promise((resolve) => setImmediate(resolve));
    this.#yieldedMs += performance.now() - began;
  }

  #behind(listener: Listener): boolean {
    return listener.owedOwn || listener.seen < this.#channel(listener.role).sequence;
  }

  /** Everything that this listener has not seen, at once. */
  #catchUp(listener: Listener): void {
    this.#refresh(listener.role);
    this.#send(listener);
  }

  #send(listener: Listener): void {
    const channel = this.#channel(listener.role);
    const frame = channel.frameSince(listener.seen);
    listener.seen = channel.sequence;
    listener.send(listener.owedOwn ? this.#withOwn(listener, frame) : frame);
    listener.owedOwn = false;
  }

  /** The sections that are this listener's alone: a newcomer's place at the door, a participant's ballot. */
  #withOwn(listener: Listener, shared: SharedFrame): SharedFrame {
    const { role, seat } = listener;
    if (seat === null) return shared;
    const credentialIn = (round: string) => this.#meeting.credentialOf(seat, round);
    const isNewcomer = role === 'newcomer';
    const view = this.#view(isNewcomer ? { role, seat } : { role: 'participant', credentialIn });
    const names: SectionName[] = isNewcomer ? ['door'] : listener.atDoor ? ['door', 'mine'] : ['mine'];
    listener.atDoor = isNewcomer;
    const { version } = this.#meeting.session;
    const own = Object.fromEntries(names.map((name) => [name, { version, data: view[name] ?? null }]));
    const { frame } = shared;
    return new SharedFrame({ ...frame, sections: { ...frame.sections, ...own } });
  }

  #refresh(role: ListenerRole): void {
    this.#channel(role).refresh(
      this.#view(roomOf(role)),
      this.#meeting.session.version,
      this.#meeting.ground.clock.now(),
    );
  }

  #view(viewer: Viewer): View {
    return viewFor(this.#meeting.session, viewer, this.surroundings());
  }

  #channel(role: ListenerRole): Channel {
    const channel = this.#channels.get(role) ?? new Channel();
    this.#channels.set(role, channel);
    return channel;
  }
}

function owe(listeners: Iterable<Listener>): void {
  for (const listener of listeners) listener.owedOwn = true;
}

/** What all screens of a role see alike. */
function roomOf(role: ListenerRole): Viewer {
  if (role === 'participant') return { role, credentialIn: null };
  return role === 'newcomer' ? { role, seat: null } : { role };
}

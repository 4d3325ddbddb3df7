import type { SeatId, SessionId } from '@cyfran/shared/words/ids.ts';
import type { Millis } from '@cyfran/shared/words/units.ts';
import type { Clock } from '../clock.ts';
import type { Neighbours, Note } from './neighbours.ts';

/** A node that says nothing for so long is gone, with everybody who was there. */
const EXPIRES_MS = 25_000;
const REPEAT_MS = 8000;
const PACE_MS = 250;
/** All who are here are named each time: a node with many says so less often. */
const PACE_PER_SEAT_MS = 0.5;

/** Who is here by this node's own connections. */
export interface Own {
  readonly seats: Iterable<SeatId>;
  readonly unsent: Iterable<SeatId>;
  readonly people: number;
}

interface OtherNode {
  readonly heardAt: Millis;
  readonly seats: ReadonlySet<SeatId>;
  readonly unsent: ReadonlySet<SeatId>;
}

/** What this needs of its surroundings. */
export interface ElsewhereParts {
  readonly sid: SessionId;
  readonly neighbours: Neighbours;
  readonly clock: Clock;
  readonly own: () => Own;
  /** Who is here elsewhere is not what it was. */
  readonly onChange: () => void;
  readonly onAway: (seat: SeatId) => void;
  /** A seat's going away may have been missed. */
  readonly onGap: () => void;
}

/** Who is in one session by the connections of other nodes; it tells them who is here, and forgets nodes that have gone silent. */
export class Elsewhere {
  readonly #parts: ElsewhereParts;
  readonly #nodes = new Map<string, OtherNode>();
  readonly #stop: () => void;
  #cancelTelling: (() => void) | null = null;
  #cancelRepeat: () => void;
  #closed = false;

  constructor(parts: ElsewhereParts) {
    this.#parts = parts;
    this.#stop = parts.neighbours.listen(parts.sid, {
      onNote: (note, node) => {
        this.#heard(note, node);
      },
      onGap: parts.onGap,
    });
    this.#cancelRepeat = parts.clock.after(REPEAT_MS, () => {
      this.#repeat();
    });
  }

  /** People who are elsewhere and of whom `here` knows nothing. */
  peopleBeside(here: (seat: SeatId) => boolean): number {
    return this.#countBeside(here, ({ seats }) => seats);
  }

  unsentBeside(here: (seat: SeatId) => boolean): number {
    return this.#countBeside(here, ({ unsent }) => unsent);
  }

  isHere(seat: SeatId): boolean {
    for (const { seats } of this.#nodes.values()) if (seats.has(seat)) return true;
    return false;
  }

  /** Who is here by this node has changed: the others hear of it soon, several changes at once. */
  changed(): void {
    const { clock, own } = this.#parts;
    if (this.#closed) return;
    this.#cancelTelling ??= clock.after(Math.max(PACE_MS, own().people * PACE_PER_SEAT_MS), () => {
      this.#cancelTelling = null;
      this.#tell();
    });
  }

  close(): void {
    this.#closed = true;
    this.#cancelTelling?.();
    this.#cancelRepeat();
    this.#stop();
    this.#parts.neighbours.tell(this.#parts.sid, { type: 'here', seats: [], unsent: [] });
  }

  #countBeside(here: (seat: SeatId) => boolean, of: (node: OtherNode) => ReadonlySet<SeatId>): number {
    const nodes = [...this.#nodes.values()].map(of);
    if (nodes.length === 1) return [...(nodes[0] ?? [])].filter((seat) => !here(seat)).length;
    const all = new Set(nodes.flatMap((seats) => [...seats]));
    return [...all].filter((seat) => !here(seat)).length;
  }

  #heard(note: Note, node: string): void {
    switch (note.type) {
      case 'here': {
        const { seats, unsent } = note;
        if (seats.length === 0) this.#nodes.delete(node);
        else {
          const heardAt = this.#parts.clock.now();
          this.#nodes.set(node, { heardAt, seats: new Set(seats), unsent: new Set(unsent) });
        }
        this.#parts.onChange();
        return;
      }
      case 'hello':
        this.changed();
        return;
      case 'away':
        this.#parts.onAway(note.seat);
        return;
      case 'robots-home':
    }
  }

  #tell(): void {
    const { sid, neighbours, own } = this.#parts;
    const { seats, unsent } = own();
    neighbours.tell(sid, { type: 'here', seats: [...seats], unsent: [...unsent] });
  }

  #repeat(): void {
    const { clock, own, onChange } = this.#parts;
    if (own().people > 0) this.#tell();
    const gone = [...this.#nodes].filter(([, { heardAt }]) => heardAt < clock.now() - EXPIRES_MS);
    for (const [node] of gone) this.#nodes.delete(node);
    if (gone.length > 0) onChange();
    this.#cancelRepeat = clock.after(REPEAT_MS, () => {
      this.#repeat();
    });
  }
}

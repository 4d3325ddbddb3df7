import { toAllocation } from '@cyfran/shared/ballots/cumulative.ts';
import {
  PROTOCOL_VERSION,
  type Ack,
  type ConnectRefused,
  type Frame,
  type PhoneToServer,
  type ServerToPhone,
} from '@cyfran/shared/protocol.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import type { SectionName, View } from '@cyfran/shared/session/view.ts';
import type { Group } from '@cyfran/shared/words/groups.ts';
import { io, type Socket } from 'socket.io-client';
import { randomBytes } from 'node:crypto';
import { newSecret } from '../access/credentials.ts';

/** Where a robot goes: a meeting's code as a phone, or its sid with a link's secret; with a card in its hand, or at a shared tablet. */
export interface Destination {
  readonly code?: string;
  readonly sid?: string;
  readonly secret?: string;
  readonly card?: string;
  readonly tablet?: string;
}

/** `heard` gets every packet from the server as it came; `address`: where this robot seems to come from, for a server behind a proxy. */
export interface Hearing {
  readonly transport?: 'websocket' | 'polling';
  readonly heard?: ((packet: string) => void) | undefined;
  readonly address?: string;
}

/** Thrown when a connection is refused. */
export class RobotRefused extends Error {
  override readonly name = 'RobotRefused';
  readonly refused: ConnectRefused;
  constructor(refused: ConnectRefused) {
    super(refused.reason);
    this.refused = refused;
  }
}

const LATER: readonly string[] = ['busy', 'too-fast'];

/** A screen without a person: speaks the product's own wire over a real socket, keeps what it is told, sends what it is given. */
export class Robot {
  readonly secret: string;
  readonly socket: Socket<ServerToPhone, PhoneToServer>;
  readonly view: View = {};
  /** Frames and bytes received, and the version each section was built from. */
  frames = 0;
  bytes = 0;
  readonly versions = new Map<SectionName, number>();
  readonly #outboxes = new Map<string, { readonly id: string; n: number }>();
  #watchers: (() => void)[] = [];

  private constructor(url: string, destination: Destination, { heard, address, transport = 'websocket' }: Hearing) {
    this.secret = destination.secret ?? newSecret();
    this.socket = io(url, {
      auth: { v: PROTOCOL_VERSION, ...destination, secret: this.secret },
      query: { w: newSecret() },
      transports: [transport],
      forceNew: true,
      ...(address === undefined ? {} : { extraHeaders: { 'x-forwarded-for': address } }),
    });
    this.socket.on('frame', (frame) => {
      this.#apply(frame);
    });
    // Each connection has an engine of its own.
    this.socket.io.on('open', () => {
      this.socket.io.engine.on('data', (packet) => {
        const text = String(packet);
        this.bytes += Buffer.byteLength(text);
        heard?.(text);
      });
    });
  }

  /** Connects and waits for the first frame. Throws `RobotRefused`. */
  static async connect(url: string, destination: Destination, hearing: Hearing = {}): Promise<Robot> {
    const robot = new Robot(url, destination, hearing);
    await new Promise<void>((resolve, reject) => {
      const refused = (error: Error & { data?: ConnectRefused }) => {
        robot.socket.close();
        reject(error.data === undefined ? error : new RobotRefused(error.data));
      };
      robot.socket.once('connect_error', refused);
      robot.socket.once('frame', () => {
        // Cut off later, it comes back by itself.
        robot.socket.off('connect_error', refused);
        resolve();
      });
    });
    return robot;
  }

  /** Sends one command under a fresh id, or under `id` again. */
  send(command: Request, id = this.nextId(command)): Promise<Ack> {
    return this.socket.emitWithAck('command', { id, command });
  }

  /** Sends as a phone does: under one id until there is an answer, again after a cut, and later when told so. */
  async sendSurely(command: Request, id = this.nextId(command)): Promise<Ack> {
    for (;;) {
      // Cut off, it waits in the socket's buffer for the next connection.
      const ack = await this.send(command, id).catch(() => null);
      if (ack === null) continue;
      if (ack.ok || !LATER.includes(ack.reason)) return ack;
      await new Promise((resolve) => setTimeout(resolve, ack.retryAfterMs));
    }
  }

  /** Sends a ballot for the round on now. */
  cast(lines: Iterable<readonly [proposal: string, tokens: number]>): Promise<Ack> {
    return this.send(this.ballot(lines));
  }

  /** Each round has an outbox of its own: a public id must not link a person's ballots. */
  nextId(command: Request): string {
    const of = command.type === 'CastBallot' ? command.round : 'rest';
    const outbox = this.#outboxes.get(of) ?? { id: randomBytes(12).toString('base64url'), n: 0 };
    this.#outboxes.set(of, outbox);
    outbox.n += 1;
    return `${outbox.id}.${String(outbox.n)}`;
  }

  /** A ballot for the round on now, from any order of lines; `group` where its rules read one. */
  ballot(
    lines: Iterable<readonly [proposal: string, tokens: number]>,
    group?: Group,
  ): Extract<Request, { type: 'CastBallot' }> {
    const { current, activity } = this.view.now ?? {};
    if (typeof current !== 'string' || activity?.kind !== 'allocation') throw new Error('no round is on');
    const alloc = toAllocation(lines);
    const { mine } = this.view;
    return {
      type: 'CastBallot',
      activity: current,
      round: activity.round,
      alloc,
      // What stands from an earlier round is not replaced.
      replaces: mine?.round === activity.round ? mine.version : 0,
      salt: newSecret(),
      ...(group === undefined ? {} : { group }),
    };
  }

  /** Resolves with what `seen` gives once it is not null, checked at every frame. */
  until<Seen>(seen: (view: View) => Seen | null | undefined | false): Promise<Seen> {
    return new Promise((resolve) => {
      const look = () => {
        const found = seen(this.view);
        if (found === null || found === undefined || found === false) return;
        this.#watchers = this.#watchers.filter((watcher) => watcher !== look);
        resolve(found);
      };
      this.#watchers.push(look);
      look();
    });
  }

  close(): void {
    this.socket.close();
  }

  #apply({ sections }: Frame): void {
    this.frames += 1;
    for (const [name, section] of Object.entries(sections) as [SectionName, { version: number; data: never }][]) {
      if (section.version < (this.versions.get(name) ?? 0)) continue;
      this.versions.set(name, section.version);
      this.view[name] = section.data;
    }
    for (const look of [...this.#watchers]) look();
  }
}

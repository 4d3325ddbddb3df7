import { Robot } from '@cyfran/server/cli/robot.ts';
import type { CreatedMeeting } from '@cyfran/server/meeting/create-meeting.ts';
import { simplestEvening } from '@cyfran/shared/activities/templates.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import type { NewSession } from '@cyfran/shared/session/create.ts';
import { expect, onTestFinished } from 'vitest';
import { readRecord, type Recorded } from './ledger.ts';

export const PROPOSALS: NewSession['proposals'] = [
  { proposal: 'bridge', name: { cy: 'Pont', en: 'A bridge' }, costMinor: 40_000 },
  { proposal: 'garden', name: { en: 'A garden' }, costMinor: 30_000 },
  { proposal: 'roof', name: { en: 'A roof' }, costMinor: 50_000 },
];

/** A meeting with practice and one deciding round. */
export function evening(changes: Partial<NewSession> = {}): NewSession {
  return {
    title: { en: 'Our village' },
    purpose: { en: 'Share a small pot' },
    voters: { en: 'Everyone here' },
    currency: 'GBP',
    potMinor: 80_000,
    proposals: PROPOSALS,
    agenda: simplestEvening('on-show', 10, 4),
    ...changes,
  };
}

/** One deciding round alone. */
export const oneRound = (reveal: 'live' | 'on-show', practice = false): NewSession['agenda'][number] => {
  return { kind: 'allocation', practice, reveal, tokens: 10, cap: 4 };
};

type WithoutSeen<Ruling> = Ruling extends { readonly seen: number } ? Omit<Ruling, 'seen'> : never;
/** What a facilitator's button asks, before it names the ruling on the screen. */
export type Press = WithoutSeen<Request>;

/** A server, in this process or in another. */
export interface Place {
  readonly url: string;
  readonly hostKey: string;
  readonly folder: string;
}

/** `POST /api/sessions` with the host's key. */
export function setUp({ url, hostKey }: Place, asked: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' };
  return fetch(`${url}/api/sessions`, { method: 'POST', headers, body: JSON.stringify(asked) });
}

type Hear = (packet: string) => void;

/** One meeting, and the screens that come to it; they leave when the test has finished. */
export class Evening {
  readonly made: CreatedMeeting;
  readonly #place: () => Place;

  /** `place`: where it is now, as a server may come back elsewhere. */
  constructor(place: () => Place, made: CreatedMeeting) {
    this.#place = place;
    this.made = made;
  }

  static async setUp(place: () => Place, changes: Partial<NewSession> = {}): Promise<Evening> {
    const response = await setUp(place(), evening(changes));
    expect(response.status).toBe(201);
    return new Evening(place, (await response.json()) as CreatedMeeting);
  }

  console(heard?: Hear): Promise<Robot> {
    return this.#screen({ sid: this.made.sid, secret: this.made.facilitator }, heard);
  }

  stage(heard?: Hear): Promise<Robot> {
    return this.#screen({ sid: this.made.sid, secret: this.made.stage }, heard);
  }

  /** A phone that has not joined; with a secret, whoever that secret is. */
  phone(secret?: string, heard?: Hear): Promise<Robot> {
    return this.#screen({ code: this.made.code, ...(secret === undefined ? {} : { secret }) }, heard);
  }

  /** A phone whose person has joined. */
  async person(heard?: Hear): Promise<Robot> {
    const phone = await this.phone(undefined, heard);
    expect(await phone.send({ type: 'Join' })).toMatchObject({ ok: true });
    await phone.until(({ meeting }) => meeting);
    return phone;
  }

  people(many: number): Promise<Robot[]> {
    return Promise.all(Array.from({ length: many }, () => this.person()));
  }

  /** The journal as it stands on the disk. */
  record(): Recorded[] {
    return readRecord(this.#place().folder, this.made.sid);
  }

  async #screen(destination: Parameters<typeof Robot.connect>[1], heard?: Hear): Promise<Robot> {
    const robot = await Robot.connect(this.#place().url, destination, heard);
    // A cut must not take longer than the test needs it to.
    robot.socket.io.reconnectionDelay(20).reconnectionDelayMax(200);
    onTestFinished(() => {
      robot.close();
    });
    return robot;
  }
}

/** Presses a button on what the console shows now, and waits until the console shows that it was done. */
export async function rule(console: Robot, press: Press): Promise<void> {
  const seen = await console.until(({ now }) => now?.ruling);
  expect(await console.send({ ...press, seen })).toMatchObject({ ok: true });
  await console.until(({ now }) => now !== undefined && now.ruling > seen);
}

/** Waits until each of these screens shows this round at this stage. */
export async function untilStage(
  robots: readonly Robot[],
  round: string,
  stage: 'open' | 'last-call' | 'closed',
): Promise<void> {
  const shows = ({ now }: Robot['view']) =>
    now?.activity?.kind === 'allocation' && now.activity.round === round && now.activity.stage === stage;
  await Promise.all(robots.map((robot) => robot.until(shows)));
}

/** Opens joining, lets people in, starts an activity; everyone sees it. */
export async function begin(
  meeting: Evening,
  many: number,
  activity = 'a1',
): Promise<{ console: Robot; phones: Robot[] }> {
  const console = await meeting.console();
  await rule(console, { type: 'OpenJoining' });
  const phones = await meeting.people(many);
  await rule(console, { type: 'StartActivity', activity });
  await untilStage([console, ...phones], `${activity}.1`, 'open');
  return { console, phones };
}

import { Robot, type Destination } from '@cyfran/server/robots/robot.ts';
import type { CreatedMeeting } from '@cyfran/server/meeting/create-meeting.ts';
import type { AllocationPlan, Reveal } from '@cyfran/shared/activities/allocation/plan.ts';
import type { ActivityPlan } from '@cyfran/shared/activities/registry.ts';
import { decidingRound, practiceRound, simplestEvening } from '@cyfran/shared/activities/templates.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import { emptySetUp, type SetUp } from '@cyfran/shared/session/set-up.ts';
import { expect, onTestFinished } from 'vitest';
import { callApi, Desk } from './desk.ts';
import { readRecord, type Recorded } from './ledger.ts';

export const PROPOSALS: SetUp['proposals'] = [
  { proposal: 'bridge', name: { cy: 'Pont', en: 'A bridge' }, costMinor: 40_000 },
  { proposal: 'garden', name: { en: 'A garden' }, costMinor: 30_000 },
  { proposal: 'roof', name: { en: 'A roof' }, costMinor: 50_000 },
];

/** What a test wants otherwise; the agenda by its plans alone. */
export type Changes = Partial<Omit<SetUp, 'agenda'>> & { readonly agenda?: readonly ActivityPlan[] };

/** A meeting with practice and one deciding round. */
export function evening({ agenda = simplestEvening('on-show', 10, 4), ...changes }: Changes = {}): SetUp {
  return {
    ...emptySetUp(agenda),
    title: { en: 'Our village' },
    purpose: { en: 'Share a small pot' },
    voters: { en: 'Everyone here' },
    potMinor: 80_000,
    proposals: PROPOSALS,
    ...changes,
  };
}

/** One round alone, as most tests want it, and with what a test wants otherwise. */
export function oneRound(reveal: Reveal, changes: Partial<AllocationPlan> = {}): ActivityPlan {
  return changes.practice === true ? practiceRound({ reveal, ...changes }) : decidingRound({ reveal, ...changes });
}

export const pause: ActivityPlan = { kind: 'break', minutes: 0 };

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
export function setUp(place: Place, asked: unknown): Promise<Response> {
  return callApi(place.url, place.hostKey, 'POST', '/api/sessions', asked);
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

  static async setUp(place: () => Place, changes: Changes = {}): Promise<Evening> {
    const response = await setUp(place(), evening(changes));
    expect(response.status).toBe(201);
    return new Evening(place, (await response.json()) as CreatedMeeting);
  }

  /** What the hosts do over HTTP, with the host's key. */
  get desk(): Desk {
    const { url, hostKey } = this.#place();
    return new Desk(url, this.made.sid, hostKey);
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

  /** Whoever comes with these words beside the meeting's code and a secret of their own. */
  comer(words: Destination, heard?: Hear): Promise<Robot> {
    return this.#screen({ code: this.made.code, ...words }, heard);
  }

  /** A screen with a fresh link of this role. */
  async linked(role: 'facilitator' | 'helper' | 'stage', heard?: Hear): Promise<Robot> {
    return this.#screen({ sid: this.made.sid, secret: await this.desk.link(role) }, heard);
  }

  people(many: number): Promise<Robot[]> {
    return Promise.all(Array.from({ length: many }, () => this.person()));
  }

  /** The journal as it stands on the disk. */
  record(): Recorded[] {
    return readRecord(this.#place().folder, this.made.sid);
  }

  async #screen(destination: Destination, heard?: Hear): Promise<Robot> {
    const robot = await Robot.connect(this.#place().url, destination, { heard });
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
  stage: 'open' | 'last-call' | 'entering' | 'closed',
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

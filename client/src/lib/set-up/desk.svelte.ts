import type { Field } from '@cyfran/shared/session/mending.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import { createContext } from 'svelte';
import type { Keep } from '#lib/live/keep.ts';
import { rehearsed } from '@cyfran/shared/session/rehearsal.ts';
import { keepLinks } from './access.ts';
import type { Answer, FreshLink, HostCalls, LinkRole, MeetingOnServer } from './calls.ts';

/** What the page before has to tell on the next one. */
export type DeskNotice = 'saved' | 'merged' | 'removed' | 'imported' | 'copied';

/** One meeting's set-up as the server had it last, on every page of its tasks. */
export class Desk {
  readonly sid: string;
  /** Where what is typed and not yet saved is kept. */
  readonly keep: Keep;
  readonly #calls: HostCalls;
  #meeting: MeetingOnServer;
  #notice: DeskNotice | null = null;

  constructor(meeting: MeetingOnServer, calls: HostCalls, keep: Keep) {
    this.sid = meeting.sid;
    this.#meeting = $state.raw(meeting);
    this.#calls = calls;
    this.keep = keep;
  }

  get meeting(): MeetingOnServer {
    return this.#meeting;
  }

  /** Whether any of these can still be changed. */
  may(...fields: readonly Field[]): boolean {
    return fields.some((field) => this.#meeting.changeable.includes(field));
  }

  /** Reads the set-up as it is now. Answers `null`, or why it could not; then what stood here still stands. */
  async load(): Promise<string | null> {
    const answer = await this.#calls.setUp(this.sid);
    if (!answer.ok) return answer.reason;
    this.#meeting = answer.got;
    return null;
  }

  /** Saves the whole set-up. Answers `null`, or why it could not; then what stood here still stands. */
  async save(setUp: SetUp): Promise<string | null> {
    const answer = await this.#calls.save(this.sid, this.#meeting.seen, setUp);
    if (!answer.ok) return answer.reason;
    this.#meeting = { ...this.#meeting, ...answer.got };
    return null;
  }

  /** Makes a fresh link. */
  link(role: LinkRole): Promise<Answer<FreshLink>> {
    return this.#calls.link(this.sid, role);
  }

  /** Makes a rehearsal with so many robots, in the place of an earlier one, and keeps its links. Answers its id. */
  async rehearse(robots: number, pace: number): Promise<Answer<string>> {
    const answer = await this.#calls.rehearse(this.sid, robots, pace);
    if (!answer.ok) return answer;
    keepLinks(this.keep, answer.got, rehearsed(this.#meeting.setUp).title);
    return { ok: true, got: answer.got.sid };
  }

  /** Leaves a word for the page that comes next. */
  tell(notice: DeskNotice): void {
    this.#notice = notice;
  }

  /** What the page before had to tell; told once. */
  takeNotice(): DeskNotice | null {
    const notice = this.#notice;
    this.#notice = null;
    return notice;
  }
}

/** The desk of the pages under `/set-up`, set by what shows them. */
export const [getDesk, setDesk] = createContext<Desk>();

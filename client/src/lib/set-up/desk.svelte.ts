import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import { createContext } from 'svelte';
import type { Keep } from '#lib/live/keep.ts';
import type { Answer, FreshLink, HostCalls, LinkRole, MeetingOnServer } from './calls.ts';

/** What the page before has to tell on the next one. */
export type DeskNotice = 'saved' | 'merged' | 'removed' | 'imported' | 'copied';

/** One meeting's set-up as the server had it last, on every page of its tasks. */
export class Desk {
  readonly sid: string;
  /** Where what is typed and not yet saved is kept. */
  readonly keep: Keep;
  readonly #calls: HostCalls;
  #meeting = $state.raw<MeetingOnServer | null>(null);
  #problem = $state<string | null>(null);
  #notice: DeskNotice | null = null;

  constructor(sid: string, calls: HostCalls, keep: Keep) {
    this.sid = sid;
    this.#calls = calls;
    this.keep = keep;
  }

  /** `null` until it was read once. */
  get meeting(): MeetingOnServer | null {
    return this.#meeting;
  }

  /** Why it could not be read, where it could not. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Reads the set-up as it is now. Answers whether it could. */
  async load(): Promise<boolean> {
    const answer = await this.#calls.setUp(this.sid);
    this.#problem = answer.ok ? null : answer.reason;
    if (answer.ok) this.#meeting = answer.got;
    return answer.ok;
  }

  /** Saves the whole set-up. Answers `null`, or why not; then what stood here still stands. */
  async save(meeting: MeetingOnServer, setUp: SetUp): Promise<string | null> {
    const answer = await this.#calls.save(this.sid, meeting.seen, setUp);
    if (!answer.ok) return answer.reason;
    this.#meeting = { ...meeting, ...answer.got };
    return null;
  }

  /** Makes a fresh link. */
  link(role: LinkRole): Promise<Answer<FreshLink>> {
    return this.#calls.link(this.sid, role);
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

/** The desk of the pages under `/set-up`, and the set-up on it, set by their layout: the pages are shown once it is there. */
export const [getDesk, setDesk] = createContext<() => { readonly desk: Desk; readonly meeting: MeetingOnServer }>();

import type { Request } from '@cyfran/shared/session/commands.ts';

type Ruling = Extract<Request, { seen: number }>;
type WithoutSeen<One> = One extends unknown ? Omit<One, 'seen'> : never;

/** A facilitator's command before the console adds the ruling that stood on the screen. */
export type Unseen = WithoutSeen<Ruling>;
/** What a facilitator sends without ruling anything: letting people in, counting papers. */
export type Unruled = Exclude<Request, Ruling>;

/**
 * The buttons of an activity now: at most one leads on. `mends`: what one needs only when something went wrong.
 * `over`: the meeting may move to the next part, or end.
 */
export interface Steps<Step extends string> {
  readonly primary: Step | null;
  readonly others: readonly Step[];
  readonly mends: readonly Step[];
  readonly over: boolean;
}

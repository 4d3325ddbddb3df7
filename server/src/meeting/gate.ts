import type { AccessStore } from '../access/access-store.ts';
import type { Limiter } from '../access/limiter.ts';
import type { Meetings } from './meetings.ts';

/** What every door asks before it lets anyone through. */
export interface Gate {
  readonly meetings: Meetings;
  readonly access: AccessStore;
  readonly limiter: Limiter;
}

import { changeableIn } from '@cyfran/shared/session/mending.ts';
import { newSession } from '@cyfran/shared/session/session.ts';
import { templatePlans } from '@cyfran/shared/activities/templates.ts';
import { emptySetUp, type SetUp } from '@cyfran/shared/session/set-up.ts';
import { memoryKeep, type Keep } from '#lib/live/keep.ts';
import type { Answer, HostCalls, MeetingOnServer, SavedSetUp } from './calls.ts';
import { Desk } from './desk.svelte.ts';

/** A set-up in which nothing is missing. */
export function fullSetUp(changes: Partial<SetUp> = {}): SetUp {
  return {
    ...emptySetUp(templatePlans('decision-day')),
    title: { cy: 'Cyfarfod y pentref', en: 'Village meeting' },
    purpose: { cy: 'Rhannu’r arian', en: 'To share out the money' },
    promise: { cy: 'Bydd y cyngor yn ei wneud', en: 'The council does it' },
    voters: { cy: 'Pawb yma', en: 'Everyone here' },
    together: { cy: 'Ann a’r cyngor', en: 'Ann and the council' },
    controller: { cy: 'Y cyngor', en: 'The council' },
    contact: { cy: 'Ann, 01234', en: 'Ann, 01234' },
    questionsUntil: '2026-12-07',
    day: '2026-11-23',
    bookedMinutes: 120,
    potMinor: 1_000_000,
    admission: 'cards',
    proposals: [
      { proposal: 'p1', costMinor: 600_000, name: { cy: 'Gardd', en: 'Garden' } },
      { proposal: 'p2', costMinor: 500_000, name: { cy: 'Meinciau', en: 'Benches' } },
      { proposal: 'p3', costMinor: 300_000, name: { cy: 'Bws', en: 'Bus' } },
    ],
    ...changes,
  };
}

/** A server with one meeting, which takes what is saved if nobody saved in between. `next`: answers instead, once each, in order. */
export class SmallServer {
  meeting: MeetingOnServer;
  readonly next: Answer<never>[] = [];
  /** How often something was saved. */
  saved = 0;

  constructor(setUp: SetUp, state: MeetingOnServer['state'] = 'draft') {
    const changeable = changeableIn({ ...newSession('s-1'), state });
    const found = { sid: 's-1', code: 'BCDFGH', joinUrl: 'http://hall/s/BCDFGH', rehearsalOf: null };
    this.meeting = { ...found, state, seen: 1, setUp, changeable };
  }

  /** A co-host saves, from a device of their own. */
  cohostSaves(changes: Partial<SetUp>): void {
    const { seen, setUp } = this.meeting;
    this.meeting = { ...this.meeting, seen: seen + 1, setUp: { ...setUp, ...changes } };
  }

  get calls(): HostCalls {
    const no = <T>(): Promise<Answer<T>> => Promise.resolve({ ok: false, reason: 'not-allowed' });
    return {
      sessions: no,
      remove: no,
      create: no,
      rehearse: no,
      clearRehearsal: no,
      link: no,
      setUp: () => Promise.resolve(this.next.shift() ?? { ok: true, got: this.meeting }),
      save: (_sid, seen, setUp) => Promise.resolve(this.#save(seen, setUp)),
    };
  }

  desk(keep: Keep = memoryKeep()): Desk {
    return new Desk(this.meeting, this.calls, keep);
  }

  #save(seen: number, setUp: SetUp): Answer<SavedSetUp> {
    const other = this.next.shift();
    if (other !== undefined) return other;
    if (seen !== this.meeting.seen) return { ok: false, reason: 'moved-on' };
    this.saved += 1;
    this.meeting = { ...this.meeting, seen: seen + 1, setUp };
    return { ok: true, got: this.meeting };
  }
}

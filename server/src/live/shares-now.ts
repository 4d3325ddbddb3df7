import { sharesTaskOf } from '@cyfran/shared/activities/allocation/count.ts';
import { tallyVisible, type Round } from '@cyfran/shared/activities/allocation/round.ts';
import type { ProposalId, RoundId } from '@cyfran/shared/words/ids.ts';
import { CountingStopped } from '../counting/counting.ts';
import { sha256Hex } from '../access/credentials.ts';
import type { Meeting } from '../meeting/meeting.ts';

/** Ballots come faster than anybody reads who would be funded. */
const PACE_MS = 500;

/** What equal shares would fund now, worked out beside the serving thread and at its own pace, while anybody may see it. */
export class SharesNow {
  readonly #meeting: Meeting;
  readonly #changed: () => void;
  #last: { readonly round: RoundId; readonly funded: readonly ProposalId[] } | null = null;
  #state: 'idle' | 'counting' = 'idle';
  #again = false;

  constructor(meeting: Meeting, changed: () => void) {
    this.#meeting = meeting;
    this.#changed = changed;
    meeting.replica.onFolded(() => void this.#count());
    void this.#count();
  }

  /** In the order of funding; nothing before it was worked out. */
  of(round: RoundId): readonly ProposalId[] {
    return this.#last?.round === round ? this.#last.funded : [];
  }

  async #count(): Promise<void> {
    // Ballots come one by one: what a count needs of all of them is gathered once for each count.
    if (this.#state === 'counting') {
      this.#again = true;
      return;
    }
    const round = seenRound(this.#meeting);
    const task = round === null ? null : sharesTaskOf(round, sha256Hex);
    if (round === null || task === null) return;
    this.#state = 'counting';
    this.#again = false;
    const { clock, counting, log } = this.#meeting.ground;
    try {
      const { funded } = await counting.count(task);
      const isNew = funded.join() !== this.of(round.id).join() || this.#last?.round !== round.id;
      this.#last = { round: round.id, funded };
      if (isNew) this.#changed();
    } catch (error) {
      if (error instanceof CountingStopped) return;
      log.error({ sid: this.#meeting.sid, err: error }, 'who would be funded was not worked out');
    }
    clock.after(PACE_MS, () => {
      this.#state = 'idle';
      if (this.#again) void this.#count();
    });
  }
}

/** The round whose tally people see while it goes on. */
function seenRound({ session: { current, activities } }: Meeting): Readonly<Round> | null {
  const activity = current === null ? undefined : activities.get(current);
  const round = activity?.kind === 'allocation' ? activity.round : null;
  return round !== null && tallyVisible(round) && !round.shown ? round : null;
}

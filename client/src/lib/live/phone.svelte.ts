import type { CastBallot } from '@cyfran/shared/activities/allocation/commands.ts';
import type { Ack } from '@cyfran/shared/protocol.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { ActivityId, RoundId } from '@cyfran/shared/words/ids.ts';
import { BallotDraft, type Limits } from './ballot-draft.svelte.ts';
import type { Keep } from './keep.ts';
import { LiveSession } from './live-session.svelte.ts';
import { BallotOutbox } from './outbox.ts';
import { newSecret } from './random.ts';
import type { Connect } from './socket.ts';

const SECRET = /^[A-Za-z0-9_-]{22}$/;

/** One participant's phone in one meeting: the key to its seat, its choices in each round, and the ballot that is on its way. */
export class Phone {
  readonly live: LiveSession;
  readonly #keep: Keep;
  readonly #key: string;
  readonly #outbox: BallotOutbox;
  // Not reactive: a draft is there before anything that needs it is drawn.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #drafts = new Map<RoundId, BallotDraft>();
  #waiting = $state.raw<CastBallot | null>(null);

  /** Connects at once. The secret is drawn before asking and kept, so that a lost answer cannot make a second seat. */
  constructor(code: string, keep: Keep, connect?: Connect) {
    this.#keep = keep;
    this.#key = `cyfran.${code}`;
    this.live = new LiveSession({ code }, this.#secret(), (view) => this.#heard(view), connect);
    this.#outbox = new BallotOutbox({
      keep,
      key: `${this.#key}.outbox`,
      deliver: (message) => this.live.deliver(message),
      answered: (command, ack) => {
        const ruling = this.live.sections.now?.ruling ?? 0;
        this.draftOf(command.activity, command.round).answered(command, ack, ruling);
      },
      changed: (waiting) => {
        this.#waiting = waiting;
      },
    });
    this.#outbox.resume();
  }

  /** Whether this phone has its seat: then it sees the meeting, not only what a newcomer may. */
  get joined(): boolean {
    return this.live.sections.meeting !== undefined;
  }

  /** The ballot that is on its way and not yet answered. */
  get waiting(): CastBallot | null {
    return this.#waiting;
  }

  join(): Promise<Ack> {
    return this.live.send({ type: 'Join' });
  }

  /** The choices of a round: always the same object for the same round. */
  draftOf(activity: ActivityId, round: RoundId, limits?: Limits): BallotDraft {
    const draft = this.#drafts.get(round) ?? this.#newDraft(activity, round);
    if (limits !== undefined) draft.allow(limits);
    return draft;
  }

  /** Puts the choices of a draft on their way. They are received when the server has said so, not before. */
  cast(draft: BallotDraft): void {
    this.#outbox.put(draft.command());
  }

  close(): void {
    this.live.close();
  }

  /** What is made while something is being derived is not followed by it: so a round's draft is made when it is first heard of. */
  #heard({ now }: View): void {
    if (now?.activity?.kind === 'allocation' && now.current !== null) {
      this.draftOf(now.current, now.activity.round, now.activity);
    }
  }

  #newDraft(activity: ActivityId, round: RoundId): BallotDraft {
    const mine = () => {
      const { mine: last } = this.live.sections;
      return last?.round === round && last.version > 0 ? last : null;
    };
    const key = `${this.#key}.draft.${round}`;
    const draft = new BallotDraft({ activity, round, keep: this.#keep, key, mine });
    this.#drafts.set(round, draft);
    return draft;
  }

  #secret(): string {
    const kept = this.#keep.read(this.#key);
    if (typeof kept === 'string' && SECRET.test(kept)) return kept;
    const secret = newSecret();
    this.#keep.write(this.#key, secret);
    return secret;
  }
}

import type { CastBallot } from '@cyfran/shared/activities/allocation/commands.ts';
import type { Ack } from '@cyfran/shared/protocol.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { ActivityId, RoundId } from '@cyfran/shared/words/ids.ts';
import type { RefusalReason } from '@cyfran/shared/words/refusal.ts';
import { BallotDraft } from './ballot-draft.svelte.ts';
import type { BallotRules } from './ballot-rules.ts';
import type { Keep } from './keep.ts';
import { LiveSession } from './live-session.svelte.ts';
import type { OwnDoor } from './opening.ts';
import { BallotOutbox } from './outbox.ts';
import type { Corner } from './places.ts';
import { newSecret } from './random.ts';
import type { Connect, MeetingAddress } from './socket.ts';

/** A run of presses is one change: it leaves the phone when none has come for this long. */
const CHANGE_SENT_AFTER_MS = 400;
/** A card that nobody has answered about for this long cannot be tried now. */
const CARD_ANSWERED_WITHIN_MS = 10_000;

export interface PhoneParts {
  readonly meeting: MeetingAddress;
  readonly keep: Keep;
  readonly corner: Corner;
  readonly door: OwnDoor;
  readonly connect?: Connect | undefined;
}

/** Why a card does not open the door. `no-answer`: nobody knows whether it would. */
export type CardProblem = RefusalReason | 'no-answer';

/** One participant in one meeting: the key to their seat, their choices in each round, and the ballot that is on its way. */
export class Phone {
  readonly #parts: PhoneParts;
  readonly #outbox: BallotOutbox;
  // Not reactive: a draft is there before anything that needs it is drawn.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #drafts = new Map<RoundId, BallotDraft>();
  #live: LiveSession;
  #waiting = $state.raw<CastBallot | null>(null);
  #cardProblem = $state<CardProblem | null>(null);
  #changed = $state.raw<BallotDraft | null>(null);
  #sending: ReturnType<typeof setTimeout> | undefined;

  /** Connects at once, with the card that this person came with if it has not opened the door yet. */
  constructor(parts: PhoneParts) {
    this.#parts = parts;
    const { secret, card } = parts.corner.place();
    this.#live = $state.raw(this.#line(secret, card));
    if (card !== null) void this.#withoutBadCard(secret);
    this.#outbox = new BallotOutbox({
      keep: parts.keep,
      key: `${parts.corner.key}.outbox`,
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

  get live(): LiveSession {
    return this.#live;
  }

  get door(): OwnDoor {
    return this.#parts.door;
  }

  /** The key to this person's seat. */
  get secret(): string {
    return this.#parts.corner.place().secret;
  }

  /** Whether this person has their seat: then they see the meeting, not only what a newcomer may. */
  get joined(): boolean {
    return this.live.sections.meeting !== undefined;
  }

  /** Whether a card has opened the door for this person, or will when they join. */
  get hasCard(): boolean {
    return this.#live.sections.joining !== undefined && this.#parts.corner.place().card !== null;
  }

  /** Why the card that this person came with does not open the door. */
  get cardProblem(): CardProblem | null {
    return this.#cardProblem;
  }

  /** What this device remembers, of all meetings and people. */
  get keep(): Keep {
    return this.#parts.keep;
  }

  /** The ballot that is on its way and not yet answered. */
  get waiting(): CastBallot | null {
    return this.#waiting;
  }

  /** Whether something of this person is still on its way, or about to be. */
  get busy(): boolean {
    return this.#waiting !== null || this.#changed !== null;
  }

  async join(): Promise<Ack> {
    const { corner } = this.#parts;
    corner.change({ state: 'asked' });
    const ack = await this.live.send({ type: 'Join' });
    if (!ack.ok) corner.change({ state: 'new' });
    return ack;
  }

  /**
   * Tries a card under a fresh secret, which becomes a further key to its seat. The page stays as it is until the server has spoken:
   * `null` when the card is this person's from now on, else why not.
   */
  async useCard(card: string): Promise<CardProblem | null> {
    const secret = newSecret();
    const line = this.#line(secret, card);
    const late = new Promise<CardProblem>((resolve) => setTimeout(resolve, CARD_ANSWERED_WITHIN_MS, 'no-answer'));
    const problem = await Promise.race([line.opened, late]);
    this.#cardProblem = problem;
    if (problem !== null) {
      line.close();
      return problem;
    }
    this.#parts.corner.change({ secret, card, state: 'new' });
    this.#live.close();
    this.#live = line;
    this.#heard(line.sections);
    return null;
  }

  /** The choices of a round: always the same object for the same round. */
  draftOf(activity: ActivityId, round: RoundId, rules?: BallotRules): BallotDraft {
    const draft = this.#drafts.get(round) ?? this.#newDraft(activity, round);
    if (rules !== undefined) draft.allow(rules);
    return draft;
  }

  /** Puts the choices of a draft on their way. They are received when the server has said so, not before. */
  cast(draft: BallotDraft): void {
    if (this.#changed === draft) this.#changed = null;
    this.#outbox.put(draft.command());
  }

  /** Puts on its way at once what would go in a moment: the page may be about to go. */
  flush(): void {
    clearTimeout(this.#sending);
    const draft = this.#changed;
    this.#changed = null;
    if (draft === null) return;
    // Changed back to what stands, it must still replace what is on its way.
    if (draft.unsent || this.#waiting?.round === draft.parts.round) this.#outbox.put(draft.command());
  }

  /** What this person's device keeps for them under a name; `null` for nothing. */
  recall(name: string): unknown {
    return this.#parts.keep.read(`${this.#parts.corner.key}.${name}`);
  }

  remember(name: string, value: unknown): void {
    this.#parts.keep.write(`${this.#parts.corner.key}.${name}`, value);
  }

  close(): void {
    this.flush();
    this.#live.close();
  }

  #line(secret: string, card: string | null): LiveSession {
    const { meeting, corner, connect } = this.#parts;
    const address = () => {
      const place = corner.place();
      // While it is tried, it is nobody's yet; once it is this person's, it is shown until they are in or it was taken from them.
      const isShown = card !== null && (this.#live !== line || (place.card === card && place.state !== 'joined'));
      return isShown ? { ...meeting, card } : meeting;
    };
    const heard = () => {
      if (this.#live === line) this.#heard(line.sections);
    };
    const line = new LiveSession(address, secret, heard, connect);
    return line;
  }

  /** A card that does not open the door is told, and the door is there without it. */
  async #withoutBadCard(secret: string): Promise<void> {
    const problem = await this.#live.opened;
    if (problem === null || this.#live.connection !== 'refused' || problem !== 'unknown-card') return;
    this.#cardProblem = problem;
    this.#parts.corner.change({ card: null });
    this.#live.close();
    this.#live = this.#line(secret, null);
  }

  /** What is made while something is being derived is not followed by it: so a round's draft is made when it is first heard of. */
  #heard({ now, meeting, joining }: View): void {
    const { corner } = this.#parts;
    if (meeting === undefined && joining !== undefined && corner.place().state === 'joined') this.#turnedAway();
    if (meeting !== undefined && corner.place().state !== 'joined') corner.change({ state: 'joined' });
    if (now?.activity?.kind === 'allocation' && now.current !== null) {
      this.draftOf(now.current, now.activity.round, now.activity);
    }
  }

  /** Whoever was in before and is at the door again has lost their key: their card was replaced, and what was kept of it opens nothing. */
  #turnedAway(): void {
    const { corner } = this.#parts;
    if (corner.place().card !== null) this.#cardProblem = 'unknown-card';
    corner.change({ state: 'new', card: null });
  }

  #newDraft(activity: ActivityId, round: RoundId): BallotDraft {
    const { keep, corner, door } = this.#parts;
    const of = () => {
      const { mine } = this.live.sections;
      return mine?.round === round ? mine : null;
    };
    const nth = Number(round.slice(activity.length + 1));
    const draft = new BallotDraft({
      ...{ activity, round, keep, door },
      key: `${corner.key}.draft.${round}`,
      mine: () => {
        const last = of();
        return last !== null && last.version > 0 ? last : null;
      },
      before: nth > 1 ? this.draftOf(activity, `${activity}.${String(nth - 1)}`) : null,
      returned: () => of()?.returned ?? null,
      edited: () => this.#castSoon(draft),
    });
    this.#drafts.set(round, draft);
    return draft;
  }

  #castSoon(draft: BallotDraft): void {
    if (this.#changed !== draft) this.flush();
    clearTimeout(this.#sending);
    this.#changed = draft;
    this.#sending = setTimeout(() => this.flush(), CHANGE_SENT_AFTER_MS);
  }
}

import type { CastBallot } from '@cyfran/shared/activities/allocation/commands.ts';
import type { Allocation } from '@cyfran/shared/ballots/ballot.ts';
import type { Ack } from '@cyfran/shared/protocol.ts';
import type { ActivityId, ProposalId, RoundId } from '@cyfran/shared/words/ids.ts';
import type { RefusalReason } from '@cyfran/shared/words/refusal.ts';
import type { Tokens, Version } from '@cyfran/shared/words/units.ts';
import { isStored, sameAllocation, sumOf, withTokens, type SentBallot, type StoredDraft } from './allocation.ts';
import type { Keep } from './keep.ts';
import { newSecret } from './random.ts';
import { receiptMatches, type Opening } from './receipt.ts';
import { standingOf, type Mine, type Standing } from './standing.ts';

/** What a round allows on one ballot. */
export interface Limits {
  readonly tokens: Tokens;
  readonly cap: Tokens;
}

export interface DraftParts {
  readonly activity: ActivityId;
  readonly round: RoundId;
  readonly keep: Keep;
  readonly key: string;
  /** The seat's ballot as the last frame had it. */
  readonly mine: () => Mine | null;
}

/**
 * One person's choices in one round while they make them: kept on the phone with every press, never changed by what the server says.
 * Without a draft of their own, what was last sent is shown. Rules A3, A4, A5.
 */
export class BallotDraft {
  readonly parts: DraftParts;
  #limits: Limits = { tokens: 0, cap: 0 };
  #own = $state.raw<Allocation | null>(null);
  #sent = $state.raw<SentBallot | null>(null);
  #refusal = $state<RefusalReason | null>(null);
  /** The standing ballot that these choices began from: a newer one than this was sent by another phone. */
  #base = $state<Version>(0);
  #cleared = $state.raw<Allocation | null>(null);
  #amending = $state(false);
  #refusedAt: Version = 0;

  constructor(parts: DraftParts) {
    this.parts = parts;
    const stored = parts.keep.read(parts.key);
    if (!isStored(stored)) return;
    this.#own = stored.own;
    this.#sent = stored.sent;
    this.#base = stored.base;
  }

  /** Says what the round allows: frozen when it opened, but not known yet while a reloaded page only has its outbox. */
  allow(limits: Limits): void {
    this.#limits = limits;
  }

  get limits(): Limits {
    return this.#limits;
  }

  /** What is chosen now: the draft, else what stands. */
  get alloc(): Allocation {
    return this.#own ?? this.standing?.alloc ?? [];
  }

  /** Whether the person is changing something, sent or not. */
  get editing(): boolean {
    return this.#own !== null;
  }

  /** Whether the person is changing choices that are still on their way. */
  get amending(): boolean {
    return this.#amending;
  }

  /** The ballot that counts for this seat, as far as this phone knows. */
  get standing(): Standing | null {
    return standingOf(this.parts.mine(), this.#sent);
  }

  /** Whether these choices differ from those that the server has acknowledged. */
  get unsent(): boolean {
    return this.#own !== null && !sameAllocation(this.#own, this.standing?.alloc ?? []);
  }

  /** A ballot that another phone with this seat sent after these choices were begun. */
  get newer(): Mine | null {
    const mine = this.parts.mine();
    if (this.#own === null || mine === null || mine.version <= Math.max(this.#base, this.#sent?.version ?? 0))
      return null;
    return sameAllocation(mine.alloc, this.#own) ? null : mine;
  }

  /** Why the last sending was refused, until something is changed. */
  get refusal(): RefusalReason | null {
    return this.#refusal;
  }

  /** The ruling that was on this phone when the last sending was refused: a later one may have opened the door again. */
  get refusedAt(): Version {
    return this.#refusedAt;
  }

  /** Whether `undoClear` has something to bring back. */
  get clearedJustNow(): boolean {
    return this.#cleared !== null;
  }

  get left(): Tokens {
    return this.#limits.tokens - sumOf(this.alloc);
  }

  of(proposal: ProposalId): Tokens {
    return this.alloc.find(([id]) => id === proposal)?.[1] ?? 0;
  }

  /** The most that this proposal can have now. */
  mostFor(proposal: ProposalId): Tokens {
    return Math.min(this.#limits.cap, this.of(proposal) + this.left);
  }

  /** Sets a proposal's tokens. More than it can have is cut to the most. Whole numbers from 0. */
  set(proposal: ProposalId, tokens: Tokens): void {
    const cut = Math.max(0, Math.min(tokens, this.mostFor(proposal)));
    this.#edit(withTokens(this.alloc, proposal, cut));
    this.#cleared = null;
  }

  clear(): void {
    this.#cleared = this.alloc;
    this.#edit([]);
  }

  undoClear(): void {
    if (this.#cleared !== null) this.#edit(this.#cleared);
    this.#cleared = null;
  }

  forgetCleared(): void {
    this.#cleared = null;
  }

  /** Begins to change what was sent, also while it is still on its way. */
  edit(): void {
    this.#amending = true;
    this.#edit(this.alloc);
  }

  /** Drops the draft: what stands is shown again. */
  discard(): void {
    this.#own = null;
    this.#cleared = null;
    this.#refusal = null;
    this.#amending = false;
    this.#store();
  }

  /** Keeps this draft although another phone has sent something newer. */
  keepMine(): void {
    this.#base = this.parts.mine()?.version ?? this.#base;
    this.#store();
  }

  /** The command that sends these choices, with a salt of its own. */
  command(): CastBallot {
    const { activity, round } = this.parts;
    this.#own ??= this.alloc;
    this.#refusal = null;
    this.#amending = false;
    this.#cleared = null;
    this.#store();
    return {
      type: 'CastBallot',
      activity,
      round,
      alloc: this.#own,
      replaces: this.standing?.version ?? 0,
      salt: newSecret(),
    };
  }

  /** Takes the server's answer at `ruling`. Only an ok makes choices "received"; a refusal leaves them where they were. */
  answered({ alloc, salt, round }: Opening, ack: Ack, ruling: Version): void {
    if (!ack.ok) {
      this.#refusal = ack.reason;
      this.#refusedAt = ruling;
      this.#own ??= alloc;
      this.#store();
      return;
    }
    const commit = ack.receipt?.commit ?? null;
    const genuine = commit === null || receiptMatches(commit, { round, alloc, salt });
    this.#sent = { alloc, salt, version: ack.version, commit, genuine };
    this.#base = ack.version ?? this.#base;
    // Somebody who is looking at what they may change keeps that page.
    if (!this.#amending && this.#own !== null && sameAllocation(this.#own, alloc)) this.#own = null;
    this.#store();
  }

  #edit(alloc: Allocation): void {
    if (this.#own === null) this.#base = this.standing?.version ?? 0;
    this.#own = alloc;
    this.#refusal = null;
    this.#store();
  }

  #store(): void {
    const stored: StoredDraft = { own: this.#own, sent: this.#sent, base: this.#base };
    this.parts.keep.write(this.parts.key, stored);
  }
}

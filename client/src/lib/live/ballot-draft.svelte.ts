import type { CastBallot } from '@cyfran/shared/activities/allocation/commands.ts';
import type { Allocation } from '@cyfran/shared/ballots/ballot.ts';
import type { Ack } from '@cyfran/shared/protocol.ts';
import type { Group } from '@cyfran/shared/words/groups.ts';
import type { ActivityId, ProposalId, RoundId } from '@cyfran/shared/words/ids.ts';
import { readsGroups } from '@cyfran/shared/words/reads-groups.ts';
import type { RefusalReason } from '@cyfran/shared/words/refusal.ts';
import type { Tokens, Version } from '@cyfran/shared/words/units.ts';
import { isStored, sameAllocation, sumOf, withTokens, type SentBallot, type StoredDraft } from './allocation.ts';
import { NO_RULES, type BallotRules } from './ballot-rules.ts';
import type { Keep } from './keep.ts';
import { fromGroup, toGroup, type OwnGroup } from './own-group.ts';
import type { Opening, OwnDoor } from './opening.ts';
import { newSecret } from './random.ts';
import { Recently } from './recently.svelte.ts';
import { standingOf, type Mine, type Standing } from './standing.ts';

export interface DraftParts {
  readonly activity: ActivityId;
  readonly round: RoundId;
  readonly keep: Keep;
  readonly key: string;
  readonly door: OwnDoor;
  /** The seat's ballot as the last frame had it. */
  readonly mine: () => Mine | null;
  /** This phone's choices in the round that was voided before this one. */
  readonly before: BallotDraft | null;
  /** What the server gives back of the voided round, to a phone that has no choices of its own. */
  readonly returned: () => Allocation | null;
  /** Something was changed in a round where each change sends itself. */
  readonly edited: () => void;
}

/** Somebody who has pressed nothing for this long is not in the middle of choosing. */
const STILL_CHOOSING_MS = 15_000;

/**
 * One person's choices in one round while they make them: kept on the phone with every press, never changed by what the server says.
 * Without a draft of their own, what was last sent is shown; in a round that was started again, what they had before. Rules A3, A4, A5.
 */
export class BallotDraft {
  readonly parts: DraftParts;
  #rules: BallotRules = NO_RULES;
  #own = $state.raw<Allocation | null>(null);
  #sent = $state.raw<SentBallot | null>(null);
  #group = $state<OwnGroup | null>(null);
  #describing = $state(false);
  #refusal = $state<RefusalReason | null>(null);
  /** The standing ballot that these choices began from: a newer one than this was sent by another phone. */
  #base = $state<Version>(0);
  #cleared = $state.raw<Allocation | null>(null);
  #amending = $state(false);
  readonly #pressed = new Recently(STILL_CHOOSING_MS);
  #refusedAt: Version = 0;
  /** Whether the person leaves this practice to others. */
  aside = $state(false);

  constructor(parts: DraftParts) {
    this.parts = parts;
    const stored = parts.keep.read(parts.key);
    if (!isStored(stored)) return;
    this.#own = stored.own;
    this.#sent = stored.sent;
    this.#base = stored.base;
    this.#group = stored.group;
  }

  /** Says what the round allows: not known yet while a reloaded page only has its outbox. */
  allow(rules: BallotRules): void {
    this.#rules = rules;
  }

  get rules(): BallotRules {
    return this.#rules;
  }

  /** Whether each change leaves the phone by itself. */
  get sendsItself(): boolean {
    return this.#rules.sending === 'each-change';
  }

  /** What is chosen now: the draft, else what stands, else what came back from a voided round. */
  get alloc(): Allocation {
    return this.#own ?? this.standing?.alloc ?? this.#carried ?? [];
  }

  /** Whether the person is changing something, sent or not. */
  get editing(): boolean {
    return this.#own !== null || this.cameBack !== null;
  }

  /** Whether the person is changing choices that are still on their way. */
  get amending(): boolean {
    return this.#amending;
  }

  /** Whether something was pressed a moment ago, where nothing else tells that somebody is choosing. */
  get choosing(): boolean {
    return this.#pressed.is;
  }

  /** The ballot that counts for this seat, as far as this phone knows. */
  get standing(): Standing | null {
    return standingOf(this.parts.mine(), this.#sent);
  }

  /** Choices from a voided round that wait here to be looked at and sent. `late`: they were sent, and came when it was voided already. */
  get cameBack(): 'draft' | 'late' | null {
    if (this.#own !== null || this.standing !== null || this.#carried === null) return null;
    return this.parts.before?.refusal === 'unknown-round' ? 'late' : 'draft';
  }

  /** Whether these choices differ from those that the server has acknowledged. */
  get unsent(): boolean {
    const { standing } = this;
    if (this.#own === null) return this.cameBack !== null;
    if (!sameAllocation(this.#own, standing?.alloc ?? [])) return true;
    return standing !== null && standing.group !== this.#groupToSend;
  }

  /** A ballot that another phone with this seat sent after these choices were begun. */
  get newer(): Mine | null {
    const mine = this.parts.mine();
    if (this.#own === null || mine === null || mine.version <= Math.max(this.#base, this.#sent?.version ?? 0))
      return null;
    return sameAllocation(mine.alloc, this.#own) ? null : mine;
  }

  /** Whether this round's count reads what people say of themselves. */
  get asksGroup(): boolean {
    return readsGroups(this.#rules);
  }

  /** Whether the question comes first: it was never answered, or the person wants to answer it anew. */
  get needsGroup(): boolean {
    return this.asksGroup && (this.#describing || this.group === null);
  }

  /** What the person says of themselves in this round. */
  get group(): OwnGroup | null {
    const sent = this.standing?.group ?? null;
    return this.#group ?? (sent === null ? null : fromGroup(sent)) ?? this.parts.before?.group ?? null;
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
    return this.#rules.tokens - sumOf(this.alloc);
  }

  of(proposal: ProposalId): Tokens {
    return this.alloc.find(([id]) => id === proposal)?.[1] ?? 0;
  }

  /** The most that this proposal can have now. */
  mostFor(proposal: ProposalId): Tokens {
    return Math.min(this.#rules.cap, this.of(proposal) + this.left);
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

  /** Asks again who the person says they are. */
  askGroup(): void {
    this.#describing = true;
  }

  /** Who the person says they are. An untouched ballot stays untouched. */
  describe(group: OwnGroup): void {
    this.#describing = false;
    this.#group = group;
    if (this.standing !== null || this.editing) this.#edit(this.alloc);
    else this.#store();
  }

  /** Drops the draft: what stands is shown again, and what came back is let go. */
  discard(): void {
    this.#own = this.cameBack === null ? null : [];
    this.#group = null;
    this.#cleared = null;
    this.#refusal = null;
    this.#amending = false;
    this.#store();
  }

  /** Keeps this draft although another phone has sent something newer. */
  keepMine(): void {
    this.#base = this.parts.mine()?.version ?? this.#base;
    this.#store();
    if (this.sendsItself) this.parts.edited();
  }

  /** The command that sends these choices, with a salt of its own. */
  command(): CastBallot {
    const { activity, round } = this.parts;
    this.#own ??= this.alloc;
    // What was said before the round was started again is said in this one: the ballot alone would tell less.
    this.#group = this.group;
    this.#refusal = null;
    this.#amending = false;
    // What sends itself a moment later can still be undone.
    if (!this.sendsItself) this.#cleared = null;
    this.#store();
    const group = this.#groupToSend;
    return {
      type: 'CastBallot',
      activity,
      round,
      alloc: this.#own,
      ...(group === null ? {} : { group }),
      replaces: this.standing?.version ?? 0,
      salt: newSecret(),
    };
  }

  /** Takes the server's answer at `ruling`. Only an ok makes choices "received"; a refusal leaves them where they were. */
  answered({ alloc, group, salt }: Opening, ack: Ack, ruling: Version): void {
    if (!ack.ok) {
      this.#refusal = ack.reason;
      this.#refusedAt = ruling;
      this.#own ??= alloc;
      this.#store();
      return;
    }
    const receipt = ack.receipt ?? null;
    const commit = receipt?.commit ?? null;
    this.#sent = { alloc, group: group ?? null, salt, version: ack.version, commit, receipt };
    this.#base = ack.version ?? this.#base;
    // Somebody who is looking at what they may change keeps that page.
    const isAsSent = this.#own !== null && sameAllocation(this.#own, alloc) && this.#groupToSend === (group ?? null);
    if (!this.#amending && isAsSent) this.#own = null;
    this.#store();
  }

  /** Choices of the round that was voided before this one: this phone's own, else those that the server kept. */
  get #carried(): Allocation | null {
    const { before, returned } = this.parts;
    const own = before?.alloc ?? [];
    const theirs = own.length > 0 ? own : (returned() ?? []);
    return theirs.length > 0 ? theirs : null;
  }

  get #groupToSend(): Group | null {
    return this.asksGroup && this.group !== null ? toGroup(this.group) : null;
  }

  #edit(alloc: Allocation): void {
    if (this.#own === null) this.#base = this.standing?.version ?? 0;
    this.#own = alloc;
    this.#refusal = null;
    this.#store();
    if (!this.sendsItself) return;
    this.#pressed.happened();
    this.parts.edited();
  }

  #store(): void {
    const stored: StoredDraft = { own: this.#own, group: this.#group, sent: this.#sent, base: this.#base };
    this.parts.keep.write(this.parts.key, stored);
  }
}

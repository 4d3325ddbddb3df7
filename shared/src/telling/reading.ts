import {
  decidedRounds,
  decidedTogether,
  isBeingCorrected,
  plainlyFunded,
  type Decided,
  type DecidedRound,
} from '../activities/allocation/decided.ts';
import type { RoundRecord } from '../activities/allocation/record.ts';
import type { SessionRecord } from '../session/record.ts';
import type { Proposal } from '../session/session.ts';
import type { ProposalId } from '../words/ids.ts';
import type { Text } from '../words/text.ts';

/** A proposal and the number that it had on wall, phone and paper. */
export interface Numbered extends Proposal {
  readonly number: number;
}

/** A round that is no part of the decision. */
export interface OtherRound {
  readonly part: Text;
  readonly record: RoundRecord;
}

/** A record as its page needs it. */
export interface Reading {
  readonly record: SessionRecord;
  /** The rounds that decided, the one over the whole pot first; empty before anything was shown. */
  readonly rounds: readonly DecidedRound[];
  readonly decided: Decided | null;
  /** What a plain count of the first of them would fund. */
  readonly plainly: readonly ProposalId[];
  readonly others: readonly OtherRound[];
  readonly isCorrecting: boolean;
  readonly isProvisional: boolean;
  /** Whether there is anything to read yet. */
  readonly hasContents: boolean;
  proposal(id: ProposalId): Numbered;
}

/** Reads a record for whoever tells of it: a page, a file. `sha256Hex` draws the lots. Cost: O(rounds x proposals). */
export function readRecord(record: SessionRecord, sha256Hex: (text: string) => string): Reading {
  const { setUp, parts, decisions } = record;
  const rounds = decidedRounds(parts);
  const [first] = rounds;
  const standing = new Set(rounds.map(({ round }) => round.round));
  const others = parts.flatMap(({ item, rounds: held }) =>
    (held ?? [])
      .filter((round) => !standing.has(round.round) && canBeTold(round, record))
      .map((round) => ({ part: item.text, record: round })),
  );
  const byId = new Map(
    setUp.proposals.map((one, index): [ProposalId, Numbered] => [one.proposal, { ...one, number: index + 1 }]),
  );
  const isCorrecting = rounds.some(({ round }) => isBeingCorrected(round));
  return {
    record,
    rounds,
    decided: decidedTogether(rounds),
    plainly: first === undefined ? [] : plainlyFunded(first, sha256Hex),
    others,
    isCorrecting,
    isProvisional: isCorrecting || decisions.length === 0,
    hasContents: rounds.length > 0 || others.length > 0 || decisions.length > 0,
    proposal: (id) => byId.get(id) ?? { proposal: id, number: 0, name: {}, costMinor: 0 },
  };
}

/** A round that nobody has been shown is told of once the meeting is over; one that is void, with its reason, at once. */
function canBeTold({ outcome, voided }: RoundRecord, { state }: SessionRecord): boolean {
  return outcome !== null || voided !== null || state === 'closed';
}

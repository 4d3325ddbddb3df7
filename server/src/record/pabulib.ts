import {
  decidedRounds,
  isBeingCorrected,
  isWeighed,
  neededBothGroups,
  type DecidedRound,
} from '@cyfran/shared/activities/allocation/decided.ts';
import type { RoundRecord } from '@cyfran/shared/activities/allocation/record.ts';
import type { OutcomeRow } from '@cyfran/shared/activities/allocation/outcome.ts';
import type { Election, Project, Vote } from '@cyfran/shared/pabulib/parse.ts';
import { writePabulib } from '@cyfran/shared/pabulib/write.ts';
import type { SessionRecord } from '@cyfran/shared/session/record.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import { minorDigits } from '@cyfran/shared/words/currency.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import { decimalAmount } from './amount.ts';
import { sha256Hex } from '../access/credentials.ts';

/**
 * One deciding round that stands as a Pabulib election (cumulative votes): `share` 0 is the round that decided over the whole pot, 1 the
 * one that shared what it left, and so on. `null` where there is none. Projects stand in the order of the count, equals as the lot drew
 * them, which is how the format settles ties. Ballots stand in it where they are published at all; blank ones cannot.
 */
export function sessionPb({ setUp, openedAt, parts }: SessionRecord, share: number): string | null {
  const decided = decidedRounds(parts)[share];
  if (decided === undefined) return null;
  const { round, outcome } = decided;
  const decimals = Math.max(2, minorDigits(setUp.currency));
  const scale = 10 ** (decimals - minorDigits(setUp.currency));
  const votes = votesOf(decided);
  const election: Election = {
    meta: metaOf(decided, setUp, openedAt, votes.length),
    decimals,
    potMinor: outcome.potMinor * scale,
    projects: projectsOf(decided, setUp, scale),
    votes,
    voterColumns: [],
  };
  return writePabulib({ ...election, meta: withFlag(election, round.costs, outcome.potMinor) });
}

/** The format wants to be told where there was money for everything. */
function withFlag({ meta }: Election, costs: DecidedRound['round']['costs'], potMinor: number): Election['meta'] {
  const all = costs.reduce((sum, [, costMinor]) => sum + costMinor, 0);
  return all <= potMinor ? new Map([...meta, ['fully_funded', '1']]) : meta;
}

function metaOf(decided: DecidedRound, setUp: SetUp, openedAt: string | null, votes: number): Election['meta'] {
  const { rules } = decided.round;
  const [year = '', month = '', day = ''] = (setUp.day ?? openedAt ?? '').slice(0, 10).split('-');
  const date = `${day}.${month}.${year}`;
  const rule = decided.outcome.rule;
  const plain = !isWeighed(decided.outcome) && !neededBothGroups(decided.outcome);
  return new Map([
    ['description', oneLine(setUp.title)],
    ['country', 'Worldwide'],
    ['unit', oneLine(setUp.title)],
    ['instance', year],
    ['vote_type', 'cumulative'],
    // What nobody backed is not funded: the format's own "greedy" would fund it as well, if it fitted.
    ...(rule === 'equal-shares'
      ? ([['rule', 'unknown']] as const)
      : ([
          ['rule', plain ? 'greedy-threshold' : 'greedy-custom'],
          ['min_project_score_threshold', '1'],
        ] as const)),
    ['date_begin', date],
    ['date_end', date],
    ['min_length', '1'],
    ['max_length', String(Math.min(rules.tokens, decided.round.costs.length))],
    ['max_points', String(rules.cap)],
    ['max_sum_points', String(rules.tokens)],
    ['currency', setUp.currency],
    ['comment', commentOf(decided, setUp, votes)],
  ]);
}

function commentOf({ round, outcome }: DecidedRound, { currency }: SetUp, votes: number): string {
  const { ballots } = round;
  const blank = (ballots?.length ?? 0) - votes;
  const { shares } = outcome;
  const notes = [
    outcome.rule === 'equal-shares'
      ? `equal shares, points as utility, add1 in steps of ${shares === null ? 'one unit' : decimalAmount(currency, shares.stepMinor)} for everyone who sent a ballot; what is left goes to most points first; what nobody backed is not funded`
      : 'most tokens first, while the money lasts; what does not fit is passed over, what nobody backed is not funded',
    'projects with equal scores stand in the order that a lot drew',
    ...(ballots === null ? [whyNoBallots(round)] : []),
    ...(blank > 0 ? [`blank ballots, which are not listed: ${String(blank)}`] : []),
    ...(isWeighed(outcome) ? ['ballots weighed differently by group; the weights are not in this file'] : []),
    ...(neededBothGroups(outcome) ? ['what is selected is also backed by a fifth of each of two groups'] : []),
  ];
  return notes.map((note, index) => `#${String(index + 1)}: ${note}`).join(' ');
}

function whyNoBallots(round: RoundRecord): string {
  if (isBeingCorrected(round)) return 'papers are being corrected; the ballots follow with the next version';
  return 'too few people sent ballots to publish them';
}

function projectsOf({ round, outcome }: DecidedRound, { proposals }: SetUp, scale: number): Project[] {
  const costs = new Map(round.costs);
  const names = new Map(proposals.map(({ proposal, name }) => [proposal, oneLine(name)]));
  const numbers = new Map(proposals.map(({ proposal }, index) => [proposal, index + 1]));
  const funded = new Set(outcome.funded);
  return inOrderOfCount(outcome.rows, outcome.lot).map(({ proposal, tokens, supporters }) => ({
    id: proposal,
    costMinor: (costs.get(proposal) ?? 0) * scale,
    name: names.get(proposal) ?? proposal,
    votes: supporters,
    score: tokens,
    more: new Map([
      ['selected', funded.has(proposal) ? '1' : '0'],
      ['public_id', String(numbers.get(proposal) ?? '')],
    ]),
  }));
}

function inOrderOfCount(rows: readonly OutcomeRow[], lot: string): OutcomeRow[] {
  const drawn = new Map(rows.map(({ proposal }) => [proposal, sha256Hex(`${lot}\n${proposal}`)]));
  const drawnOf = ({ proposal }: OutcomeRow) => drawn.get(proposal) ?? '';
  return [...rows].sort((a, b) => b.tokens - a.tokens || (drawnOf(a) < drawnOf(b) ? -1 : 1));
}

/** The published ballots, most points first as the format wants them; numbered as they are listed, which says nothing about their people. */
function votesOf({ round }: DecidedRound): Vote[] {
  return (round.ballots ?? [])
    .filter(({ alloc }) => alloc.length > 0)
    .map(({ alloc }, index) => ({
      voter: String(index + 1),
      lines: [...alloc].sort(([, a], [, b]) => b - a),
      more: [],
    }));
}

/** Both languages on one line, Welsh first. */
function oneLine({ cy, en }: Text): string {
  return [...new Set([cy, en])].filter((one) => one !== undefined).join(' / ');
}

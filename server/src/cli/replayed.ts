import { createHash } from 'node:crypto';
import { decidingRound } from '@cyfran/shared/activities/templates.ts';
import type { Election, Vote } from '@cyfran/shared/pabulib/parse.ts';
import { emptySetUp, type SetUp } from '@cyfran/shared/session/set-up.ts';
import type { ProposalId } from '@cyfran/shared/words/ids.ts';
import { isText } from '@cyfran/shared/words/text.ts';

/** What a meeting can hold, and a voter can be given. */
const MOST_PROPOSALS = 200;
const MOST_TOKENS = 100;
const LONGEST_NAME = 160;
const LONGEST_TITLE = 120;

/** A ballot as it is cast: tokens by proposal. */
export type Lines = Vote['lines'];

/** An election as a meeting can replay it. `given`: what the file itself says of them, where all its voters take part. */
export interface Replayed {
  readonly setUp: SetUp;
  readonly ballots: readonly Lines[];
  readonly totals: ReadonlyMap<ProposalId, Support>;
  readonly given: ReadonlyMap<ProposalId, Partial<Support>> | null;
}

/** Tokens and supporters of one proposal. */
export interface Support {
  readonly tokens: number;
  readonly supporters: number;
}

/** Why an election cannot be replayed, in a sentence. */
export class CannotReplay extends Error {
  override readonly name = 'CannotReplay';
}

/**
 * An election's proposals, money and ballots as a meeting with one live round. Cumulative points are tokens. An approval is one token, at most
 * one for each proposal, and everybody has as many as the longest ballot may have; a single choice is the same with one token. `people`: so
 * many of its voters, evenly out of the file's order; all by default. A project named twice in one ballot counts once, as at the file's own count.
 * Throws `CannotReplay`.
 */
export function toReplayed(election: Election, people?: number): Replayed {
  const { meta, projects, potMinor } = election;
  if (projects.length > MOST_PROPOSALS) {
    throw new CannotReplay(
      `a meeting holds at most ${String(MOST_PROPOSALS)} proposals, the file has ${String(projects.length)}`,
    );
  }
  const free = projects.find(({ costMinor }) => costMinor === 0);
  if (free !== undefined)
    throw new CannotReplay(`in a meeting every proposal costs something, "${free.id}" costs nothing`);
  const all = election.votes.length;
  if (people !== undefined && people > all) {
    throw new CannotReplay(`${String(people)} people were asked for, the file has ${String(all)} voters`);
  }
  const votes = sampled(election.votes, people ?? all);
  if (votes.length === 0) throw new CannotReplay('the file has no votes');
  const ballots = votes.map(({ lines }) => once(lines));
  const { tokens, cap } = tokenRule(election, ballots);
  const setUp: SetUp = {
    ...emptySetUp([decidingRound({ reveal: 'live', tokens, cap })]),
    title: { en: shown(meta.get('description'), LONGEST_TITLE) ?? 'Rehearsal' },
    purpose: { en: 'A rehearsal with the ballots of a real election' },
    voters: { en: 'One robot for each voter of the file' },
    currency: /^[A-Z]{3}$/.test(meta.get('currency') ?? '') ? (meta.get('currency') ?? 'EUR') : 'EUR',
    potMinor,
    proposals: projects.map(({ id, name, costMinor }) => ({
      proposal: id,
      name: { en: shown(name, LONGEST_NAME) ?? id },
      costMinor,
    })),
  };
  const given = votes.length === all ? new Map(projects.map((one) => [one.id, columnsOf(one)])) : null;
  return { setUp, ballots, totals: totalsOf(election, ballots), given };
}

/** Most tokens first, while the money lasts, from the ballots alone: shares no code with the meeting's own count. `lot`: the round's. */
export function countOffline({ projects, potMinor }: Election, { totals }: Replayed, lot: string): ProposalId[] {
  const drawn = (id: string) => createHash('sha256').update(`${lot}\n${id}`).digest('hex');
  const ranked = projects
    .map(({ id, costMinor }) => ({ id, costMinor, tokens: totals.get(id)?.tokens ?? 0, drawn: drawn(id) }))
    .filter(({ tokens }) => tokens > 0)
    .sort((a, b) => b.tokens - a.tokens || (a.drawn < b.drawn ? -1 : 1));
  let left = potMinor;
  return ranked.flatMap(({ id, costMinor }) => {
    if (costMinor > left) return [];
    left -= costMinor;
    return [id];
  });
}

/** Evenly spread over the file, so that a part of it is like the whole. */
function sampled(votes: readonly Vote[], people: number): Vote[] {
  return Array.from({ length: people }, (_, nth) => votes[Math.floor((nth * votes.length) / people)]).filter(
    (vote) => vote !== undefined,
  );
}

function once(lines: Lines): Lines {
  const named = lines.filter(([, tokens]) => tokens > 0);
  return named.filter(([id], index) => named.findIndex(([other]) => other === id) === index);
}

function tokenRule({ meta }: Election, ballots: readonly Lines[]): { readonly tokens: number; readonly cap: number } {
  const type = meta.get('vote_type') ?? '';
  const number = (name: string) => (meta.has(name) ? Number(meta.get(name)) : null);
  const longest = Math.max(1, ...ballots.map((lines) => lines.length));
  if (type === 'choose-1') return { tokens: 1, cap: 1 };
  if (type === 'approval') return within(Math.max(longest, Math.min(number('max_length') ?? longest, MOST_TOKENS)), 1);
  if (type !== 'cumulative') {
    throw new CannotReplay(`votes can be cumulative, approval or choose-1 so far, not "${type}"`);
  }
  const most = Math.max(1, ...ballots.map((lines) => lines.reduce((sum, [, points]) => sum + points, 0)));
  const tokens = number('max_sum_points') ?? most;
  return within(tokens, Math.min(number('max_points') ?? tokens, tokens));
}

function within(tokens: number, cap: number): { readonly tokens: number; readonly cap: number } {
  if (Number.isInteger(tokens) && Number.isInteger(cap) && tokens <= MOST_TOKENS) return { tokens, cap };
  throw new CannotReplay(
    `in a meeting one has at most ${String(MOST_TOKENS)} tokens, the file needs ${String(tokens)}`,
  );
}

function totalsOf({ projects }: Election, ballots: readonly Lines[]): Map<ProposalId, Support> {
  const totals = new Map(projects.map(({ id }) => [id, { tokens: 0, supporters: 0 }]));
  for (const [id, tokens] of ballots.flat()) {
    const total = totals.get(id);
    if (total === undefined) continue;
    total.tokens += tokens;
    total.supporters += 1;
  }
  return totals;
}

function columnsOf({ score, votes }: Election['projects'][number]): Partial<Support> {
  return { ...(score === null ? {} : { tokens: score }), ...(votes === null ? {} : { supporters: votes }) };
}

/** What people can read of a text, at most so long; `null` where nothing is left. */
function shown(text: string | undefined, longest: number): string | null {
  const plain = (text ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, longest).trim();
  return plain !== '' && isText({ en: plain }) ? plain : null;
}

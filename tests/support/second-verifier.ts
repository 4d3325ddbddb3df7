import { createHash } from 'node:crypto';

/*
 * A second opinion on a published record, from RECORD.md and node:crypto alone. Where others fold line by line, this
 * lays all that is told out in one list and asks questions of all of it: two are then unlikely to err in the same way.
 */

type Row = readonly [proposal: string, tokens: number, supporters: number];

export interface SecondOpinion {
  /** Whether all holds that a record shows by itself: chain, bodies, rules, credentials, doors, ballots, counts. */
  readonly ok: boolean;
  /** First thing that is wrong, in a few words, or null. */
  readonly wrong: string | null;
  /** One for each count whose body is given. `allGiven`: every ballot up to `upTo` that could stand; else `recounted` means nothing. */
  readonly rounds: readonly {
    readonly round: string;
    readonly upTo: number;
    readonly allGiven: boolean;
    readonly recounted: readonly Row[];
    readonly recorded: readonly Row[];
  }[];
}

type Words = 'sid' | 'activity' | 'round' | 'credential' | 'door';
type Numbers = 'serial' | 'upTo' | 'ballots' | 'tokens' | 'cap';
type Told = { readonly type: string; readonly proposals?: readonly (readonly [string, number])[] } & Readonly<
  Partial<Record<Words, string> & Record<Numbers, number> & Record<'credentials' | 'doors', readonly string[]>>
>;

interface Ballot {
  readonly round: string;
  readonly alloc: readonly (readonly [string, number, ...unknown[]])[];
  readonly door: string;
  readonly serial?: number;
}

/** What the body says to one event; `null` where it says nothing. */
type Part = { readonly ballot?: Ballot; readonly count?: { readonly tally: readonly Row[] } } | null | 'withheld';

/** One event. `order` counts through the whole record, as an entry holds several. */
interface Fact {
  readonly n: number;
  readonly order: number;
  readonly event: Told;
  readonly part: Part;
}

type Fault = readonly [n: number, what: string];
/** A number is the version of the close. */
type Doors = readonly [stage: 'unopened' | 'open' | 'voided' | number, open: readonly string[]];

// The last letter has bits to spare: another one would say the same bytes and hide a changed record.
const HASH = /^[\w-]{42}[AEIMQUYcgkosw048]$/;
const SALT = /^[\w-]{21}[AQgw]$/;
const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/;
/** Whatever else happened in a round, its start can be taken back no more. */
const BEGINNING = /^(rules\.frozen|credentials\.issued|round\.(opened|tightened|last-call|last-call-withdrawn))$/;
const MOVES = /^round\.(opened|reopened|correcting|door-closed|closed|voided)$/;

export function secondOpinion(record: string): SecondOpinion {
  try {
    return judged(record);
  } catch (error) {
    return { ok: false, wrong: `cannot be read: ${error instanceof Error ? error.message : '?'}`, rounds: [] };
  }
}

function judged(record: string): SecondOpinion {
  // A lone surrogate has no UTF-8: any two would be hashed as the same replacement letter.
  if (!record.isWellFormed()) throw new Error('not well-formed');
  const [first = '', ...rest] = record.split('\n');
  if (rest.pop() !== '') throw new Error('the last line has no end');
  const lines = rest.map((line, at) => readLine(line, at + 1, (rest[at - 1] ?? first).slice(0, 43)));
  const facts = lines.flatMap(({ told }) => told).map((fact, order): Fact => ({ ...fact, order }));
  const ofRounds = facts.filter(({ event }) => event.round !== undefined);
  const rounds = [...Map.groupBy(ofRounds, lifeIn(facts)).values()].map(judgedRound);
  const faults = [
    ...genesisFaults(first, facts),
    ...lines.flatMap((line) => line.faults),
    ...rounds.flatMap((round) => round.faults),
  ];
  const [worst] = faults.toSorted(([a], [b]) => a - b);
  const wrong = worst === undefined ? null : `line ${worst[0]}: ${worst[1]}`;
  return { ok: wrong === null, wrong, rounds: rounds.flatMap(({ rows }) => rows) };
}

function genesisFaults(first: string, facts: readonly Fact[]): readonly Fault[] {
  const text = first.slice(44);
  const says = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const fits = Object.keys(says).join() === 'createdAt,kid,pub,sid' && Object.values(says).every(isText);
  return faultsAt(0, [
    [first !== `${sha256(['cyfran/genesis/v1\n', text])} ${text}`, 'genesis does not fit its id'],
    [!fits || canonical(says) !== text, 'genesis is not as it is written'],
    [facts.some(({ event }) => event.type === 'session.created' && event.sid !== says.sid), 'of another session'],
  ]);
}

/** What one line tells, and what is wrong with it by itself. Throws where it is no line at all. */
function readLine(
  line: string,
  n: number,
  previous: string,
): { told: Omit<Fact, 'order'>[]; faults: readonly Fault[] } {
  const [header = '', salt, body, ...more] = line.slice(44).split('\t');
  if (line.charAt(43) !== ' ' || salt === undefined || body === undefined || more.length > 0)
    throw new Error(`line ${n} has not its parts`);
  const head = JSON.parse(header) as Readonly<Record<string, unknown>> & { events: readonly Told[]; body?: string };
  const parts = body === '' ? null : (JSON.parse(body) as readonly Part[]);
  if (!isList(head.events) || !head.events.every(({ type }) => isText(type)) || head.events.length === 0)
    throw new Error(`line ${n} has no events`);
  // A text in place of a body could pass for one that is withheld.
  const areParts =
    isList(parts) &&
    parts?.length === head.events.length &&
    parts.every((part) => Object(part) === part || part === null);
  if (parts !== null && !areParts) throw new Error(`line ${n} has not one body for each event`);
  const names = head.body === undefined ? 'at,by,cmd,events,v' : 'at,body,by,cmd,events,v';
  const fits = [head.at, head.by, head.cmd].every(isText) && head.v === 1 && AT.test(String(head.at));
  const bodyHash = sha256(['cyfran/body/v1\n', Buffer.from(salt, 'base64url'), body]);
  const none = head.body === undefined ? null : 'withheld';
  const told = head.events.map((event, at) => ({ n, event, part: parts === null ? none : (parts[at] ?? null) }));
  return {
    told,
    faults: faultsAt(n, [
      [line.slice(0, 43) !== sha256([`cyfran/entry/v1\n${n}\n${previous}\n`, header]), 'its id is not of this chain'],
      [!fits || Object.keys(head).join() !== names || canonical(head) !== header, 'its header is not canonical'],
      [head.body !== undefined && !HASH.test(head.body), 'its commitment is oddly spelled'],
      [(salt === '') !== (body === ''), 'a salt without its body, or a body without its salt'],
      [salt !== '' && !SALT.test(salt), 'its salt is oddly spelled'],
      [parts !== null && canonical(parts) !== body, 'its body is not canonical'],
      [parts !== null && bodyHash !== head.body, 'its body does not fit its commitment'],
      [told.some(isMismatched), 'a ballot without its body or round, or a body without its ballot'],
    ]),
  };
}

function isMismatched({ event: { type, round }, part }: Omit<Fact, 'order'>): boolean {
  const isCast = type === 'ballot.cast';
  return (isCast && round === undefined) || (part !== 'withheld' && isCast !== (part?.ballot !== undefined));
}

/** A start taken back gives the round's name free: what follows is another round. After a ballot it does nothing. */
function lifeIn(facts: readonly Fact[]): (fact: Fact) => string {
  const activityIn = ({ event }: Fact) => event.round?.split('.')[0];
  const further = facts.filter(({ event }) => event.round !== undefined && !BEGINNING.test(event.type));
  const takenBack = facts.filter(
    ({ event, order }) =>
      event.type === 'activity.taken-back' &&
      !further.some((fact) => fact.order < order && activityIn(fact) === event.activity),
  );
  return (fact) => {
    const before = takenBack.filter(({ order, event }) => order < fact.order && event.activity === activityIn(fact));
    return `${fact.event.round ?? ''} ${before.length}`;
  };
}

/** All that one round's facts, in order, say about it. */
function judgedRound(facts: readonly Fact[]): { faults: readonly Fault[]; rows: SecondOpinion['rounds'] } {
  const [frozen, opened] = facts;
  const begun = facts.filter(({ event }) => event.type === 'rules.frozen' || event.type === 'round.opened');
  const isBegun = frozen?.event.type === 'rules.frozen' && opened?.event.type === 'round.opened';
  if (!isBegun || frozen.n !== opened.n || begun.length !== 2)
    return {
      faults: faultsAt(frozen?.n ?? 0, [[true, 'a round is not frozen and opened in one, and once']]),
      rows: [],
    };
  const doorsAt = doorsIn(facts, frozen.event);
  const counts = facts.filter(({ event }) => event.type === 'round.counted');
  const counted = counts.map((count) => judgedCount(count, facts, frozen.event, doorsAt(count)));
  return {
    faults: [...castFaults(facts, frozen.event, doorsAt), ...counted.flatMap(({ faults }) => faults)],
    rows: counted.flatMap(({ rows }) => rows),
  };
}

/** Which doors were open just before a fact. */
function doorsIn(facts: readonly Fact[], { doors = [] }: Told): (fact: Fact) => Doors {
  const moved = (before: Doors, { n, event: { type, door } }: Fact): Doors => {
    const [stage, open] = before;
    if (stage === 'voided') return before;
    if (type === 'round.voided') return ['voided', []];
    if (type === 'round.closed') return [n, []];
    if (type === 'round.door-closed') return [stage, open.filter((name) => name !== door)];
    return ['open', type === 'round.correcting' ? doors.filter((name) => name === 'paper') : doors];
  };
  const moves = facts.filter(({ event }) => MOVES.test(event.type));
  return ({ order }) => moves.filter((move) => move.order < order).reduce(moved, ['unopened', []]);
}

function castFaults(facts: readonly Fact[], rules: Told, doorsAt: (fact: Fact) => Doors): readonly Fault[] {
  const issued = facts.filter(({ event }) => event.type === 'credentials.issued');
  const times = issued.flatMap(({ n, event }) => (event.credentials ?? []).map((name) => [name, n] as const));
  // The last pair wins in a map, and the first time is what matters.
  const since = new Map(times.toReversed());
  const proposals = new Set(rules.proposals?.map(([proposal]) => proposal));
  const casts = facts.filter(({ event }) => event.type === 'ballot.cast');
  return casts.flatMap((cast) => {
    const [stage, open] = doorsAt(cast);
    const ballot = ballotOf(cast);
    const isIssued = (since.get(cast.event.credential ?? '') ?? Infinity) <= cast.n;
    const isOpen = stage === 'open' && (ballot === null || open.includes(ballot.door));
    const isPaper = ballot?.door === 'paper';
    return faultsAt(cast.n, [
      [!isIssued, 'a ballot by a credential that was not issued'],
      [!isOpen, 'a ballot through a door that is not open'],
      [ballot !== null && ballot.round !== cast.event.round, 'a ballot for another round'],
      [ballot !== null && isPaper !== (ballot.serial !== undefined), 'a paper without a number, or a number without'],
      [ballot !== null && !isLegal(ballot, rules, proposals), 'a ballot that is not legal'],
    ]);
  });
}

function isLegal({ alloc }: Ballot, { tokens = 0, cap = 0 }: Told, proposals: ReadonlySet<string>): boolean {
  const areLines = alloc.every(([proposal, given, ...more], at) => {
    const isNext = proposals.has(proposal) && (alloc[at - 1]?.[0] ?? '') < proposal;
    return isNext && more.length === 0 && Number.isSafeInteger(given) && given >= 1 && given <= cap;
  });
  return areLines && alloc.reduce((sum, [, given]) => sum + given, 0) <= tokens;
}

type Judged = ReturnType<typeof judgedRound>;

function judgedCount(
  { n, event, part }: Fact,
  facts: readonly Fact[],
  { proposals = [] }: Told,
  [stage]: Doors,
): Judged {
  const { round = '', upTo = -1, ballots } = event;
  const before = facts.filter((fact) => fact.n <= upTo);
  // A ballot that another of the same credential replaced need not be given, unless one could come back from under it.
  const casts = before.filter((fact) => fact.event.type === 'ballot.cast');
  const isReplaced = ({ n: at, event: { credential } }: Fact) =>
    casts.some((later) => later.n > at && later.event.credential === credential);
  const noneStruck = before.every((fact) => fact.event.type !== 'ballot.struck');
  const allGiven = casts.every((fact) => ballotOf(fact) !== null || (noneStruck && isReplaced(fact)));
  const standing = standingIn(before);
  const lines = standing.flatMap(({ alloc }) => alloc);
  const recounted = proposals.map(([proposal]): Row => {
    const given = lines.filter(([name]) => name === proposal);
    return [proposal, given.reduce((sum, [, tokens]) => sum + tokens, 0), given.length];
  });
  const recorded = part === 'withheld' ? undefined : part?.count?.tally;
  return {
    faults: faultsAt(n, [
      [part !== 'withheld' && recorded === undefined, 'a count without a tally'],
      [stage !== upTo, 'a count that is not of the last close'],
      [allGiven && standing.length !== ballots, 'not as many ballots as stand'],
      [
        allGiven && recorded !== undefined && canonical(recorded) !== canonical(recounted),
        'not the sum of the ballots',
      ],
    ]),
    rows: recorded === undefined ? [] : [{ round, upTo, allGiven, recounted, recorded }],
  };
}

/** Of each credential the top of its pile: a paper lies on what was there, all other ballots take it away. */
function standingIn(facts: readonly Fact[]): readonly Ballot[] {
  const without = (piles: ReadonlyMap<string, readonly Ballot[]>, serial: number | undefined) =>
    new Map([...piles].map(([owner, pile]) => [owner, pile.filter((ballot) => ballot.serial !== serial)] as const));
  const piles = facts.reduce((before, fact) => {
    const { type, credential = '', serial } = fact.event;
    const ballot = ballotOf(fact);
    if (type === 'paper.spoiled') return without(before, serial);
    if (type === 'ballot.struck') return before.set(credential, (before.get(credential) ?? []).slice(0, -1));
    if (ballot === null) return before;
    if (ballot.serial === undefined) return before.set(credential, [ballot]);
    const others = without(before, ballot.serial);
    return others.set(credential, [...(others.get(credential) ?? []), ballot]);
  }, new Map<string, readonly Ballot[]>());
  return [...piles.values()].flatMap((pile) => pile.slice(-1));
}

/** `null` where the ballot is withheld, and in all that is none. */
function ballotOf({ event, part }: Fact): Ballot | null {
  return event.type !== 'ballot.cast' || part === 'withheld' ? null : (part?.ballot ?? null);
}

function faultsAt(n: number, asked: readonly (readonly [isWrong: boolean, what: string])[]): readonly Fault[] {
  return asked.filter(([isWrong]) => isWrong).map(([, what]) => [n, what]);
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/** Canonical JSON. What has no place in it (a fraction, a lone surrogate) becomes `?`, so that no JSON equals it. */
function canonical(value: unknown): string {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : '?';
  if (typeof value === 'string') return value.isWellFormed() ? JSON.stringify(value) : '?';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${canonical(name)}:${canonical(field)}`).join(',')}}`;
}

function sha256(parts: readonly (string | Buffer)[]): string {
  return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('base64url');
}

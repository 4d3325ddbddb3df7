import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import type { Ack } from '@cyfran/shared/protocol.ts';

/** Lines of a ballot or of a tally: tokens by proposal. */
export type Lines = readonly (readonly [proposal: string, tokens: number])[];

/** One line of a journal, read by a stranger: nothing of the product's own code is used. */
export interface Recorded {
  readonly version: number;
  readonly cmd: string;
  readonly by: string;
  readonly types: readonly string[];
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly ballot: {
    readonly round: string;
    readonly credential: string;
    readonly lines: Lines;
    readonly door: string;
    readonly serial: number | null;
  } | null;
}

/** Where a session's journal is. */
export function journalFile(folder: string, sid: string): string {
  return join(folder, 'sessions', sid, 'journal.jsonl');
}

/** The journal of a session as it stands on the disk, without its first line. */
export function readRecord(folder: string, sid: string): Recorded[] {
  const lines = readFileSync(journalFile(folder, sid), 'utf8').split('\n').slice(1, -1);
  return lines.map((line, index) => {
    const [start = '', , body = ''] = line.split('\t');
    return recorded(index + 1, start.slice(start.indexOf(' ') + 1), body);
  });
}

/** The journal of a session as it stands in Redis, by another client than the product's. */
export async function readRecordInRedis(witness: Redis, sid: string): Promise<Recorded[]> {
  const stream = await witness.xrange(`journal:{${sid}}:entries`, '-', '+');
  const bodies = await witness.hgetall(`journal:{${sid}}:bodies`);
  return stream.map(([id, [, header = '']]) => {
    const version = id.split('-')[0] ?? '';
    return recorded(Number(version), header, bodies[version]?.split('\t')[1] ?? '');
  });
}

function recorded(version: number, header: string, body: string): Recorded {
  const { cmd, by, events: bare } = JSON.parse(header) as Pick<Recorded, 'cmd' | 'by' | 'events'>;
  const bodies = body === '' ? [] : (JSON.parse(body) as ({ ballot?: StoredBallot; count?: object } | null)[]);
  // What a count gave stands in its body.
  const events = bare.map((event, at) => ({ ...event, ...bodies[at]?.count }));
  const cast = events.findIndex(({ type }) => type === 'ballot.cast');
  const ballot = bodies[cast]?.ballot;
  const credential = String(events[cast]?.credential);
  return {
    ...{ version, cmd, by, events },
    types: events.map(({ type }) => String(type)),
    ballot: ballot === undefined ? null : inWords(ballot, credential),
  };
}

interface StoredBallot {
  readonly round: string;
  readonly alloc: Lines;
  readonly door: string;
  readonly serial?: number;
}

function inWords({ round, alloc, door, serial }: StoredBallot, credential: string): Recorded['ballot'] {
  return { round, credential, lines: alloc, door, serial: serial ?? null };
}

/** The version at which a round was closed last; beyond every version while it is open. */
export function closedAt(record: readonly Recorded[], round: string): number {
  const closes = record.filter(({ events }) =>
    events.some((event) => event.type === 'round.closed' && event.round === round),
  );
  return closes.at(-1)?.version ?? Infinity;
}

/** Each person's last ballot, one after the other: `[tokens, supporters]` by proposal, and how many people. */
export function recountByHand(
  record: readonly Recorded[],
  round: string,
): { people: number; totals: Map<string, [number, number]> } {
  const last = new Map<string, Lines>();
  for (const { ballot, events } of record) {
    for (const event of events) {
      if (event.type === 'ballot.struck' && event.round === round) last.delete(String(event.credential));
    }
    if (ballot?.round === round) last.set(ballot.credential, ballot.lines);
  }
  const totals = new Map<string, [number, number]>();
  for (const [proposal, tokens] of [...last.values()].flat()) {
    const [before, supporters] = totals.get(proposal) ?? [0, 0];
    totals.set(proposal, [before + tokens, supporters + 1]);
  }
  return { people: last.size, totals };
}

/** What the phones know themselves: every ballot that was sent, and what was answered. */
export class Ledger {
  readonly sent = new Map<string, Lines>();
  readonly acked = new Map<string, { readonly lines: Lines; readonly version: number | null }>();
  readonly refused = new Map<string, string>();

  /** Keeps one ballot and its answer. */
  async keep(id: string, lines: Lines, answer: Promise<Ack>): Promise<Ack> {
    this.sent.set(id, lines);
    const ack = await answer;
    if (ack.ok) this.acked.set(id, { lines, version: ack.version });
    else this.refused.set(id, ack.reason);
    return ack;
  }

  /** Each difference between what phones were told and what the disk holds, in words; none is what a meeting is owed. */
  compare(record: readonly Recorded[]): string[] {
    const cast = record.filter(({ ballot }) => ballot !== null);
    const times = Map.groupBy(cast, ({ cmd }) => cmd);
    const twice = [...times].filter(([, entries]) => entries.length > 1).map(([cmd]) => `${cmd} is recorded twice`);
    const phantoms = cast.filter(({ cmd }) => !this.sent.has(cmd)).map(({ cmd }) => `${cmd} was never sent`);
    const refused = [...this.refused.keys()]
      .filter((id) => times.has(id))
      .map((id) => `${id} was refused and recorded`);
    const lost = [...this.acked].flatMap(([id, { lines, version }]) => {
      const entry = times.get(id)?.[0];
      if (entry === undefined) return [`${id} was answered and is lost`];
      if (version !== null && entry.version !== version) return [`${id} was answered for another entry`];
      return JSON.stringify(entry.ballot?.lines) === JSON.stringify(lines)
        ? []
        : [`${id} is recorded with other lines`];
    });
    return [...twice, ...phantoms, ...refused, ...lost];
  }
}

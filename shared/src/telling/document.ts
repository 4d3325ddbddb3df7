import { claimsCy } from '../i18n/claims.cy.ts';
import { claimsEn } from '../i18n/claims.en.ts';
import { formatDay, formatMoment, formatTime } from '../i18n/dates.ts';
import { formatCount } from '../i18n/money.ts';
import { plainText, readText } from '../i18n/read-text.ts';
import type { Locale } from '../words/locale.ts';
import type { Text } from '../words/text.ts';
import { keptSentences } from './kept.ts';
import { mendingSentences } from './mendings.ts';
import { Naming } from './naming.ts';
import { cardFacts, doorFacts, groupFacts, turnoutFacts, type Fact } from './people.ts';
import { claimsOf } from './proved.ts';
import type { Reading } from './reading.ts';
import { resultRows, type TableRow } from './table-row.ts';
import { whySentences } from './why.ts';

/** A piece of a written record, whatever it is written with. A table's `figures` are the columns that hold numbers. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly weight?: 'lead' | 'strong' | 'small' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly figures: readonly number[];
    };

/** What a document knows of a record beside it: how long it is and what it ends with, as a code to compare. */
export interface Sealed {
  readonly size: number;
  readonly code: string;
}

export const claimsWords = { cy: claimsCy, en: claimsEn } as const;

/** A meeting's record in one language. `short`: what a committee needs, on two pages. */
export function recordDocument(reading: Reading, locale: Locale, sealed: Sealed, length: 'whole' | 'short'): Block[] {
  const naming = new Naming(locale, reading);
  const common = [...head(reading, naming), ...decision(reading, naming), ...results(reading, naming)];
  const after = [...why(reading, naming), ...people(reading, naming)];
  if (length === 'short') return [...common, ...after, ...checking(reading, naming, sealed)];
  return [
    ...common,
    ...after,
    ...rounds(reading, naming),
    ...versions(reading, naming),
    ...mendings(reading, naming),
    ...about(reading, naming),
    ...proved(reading, naming),
    ...kept(reading, naming),
    ...checking(reading, naming, sealed),
  ];
}

function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

function text(said: string, weight?: 'lead' | 'strong' | 'small'): Block {
  return { kind: 'text', text: said, ...(weight === undefined ? {} : { weight }) };
}

function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function facts(of: readonly Fact[]): Block[] {
  return of.length === 0 ? [] : [{ kind: 'facts', facts: of }];
}

function head({ record, rounds: decided, isProvisional, isCorrecting }: Reading, { words, locale }: Naming): Block[] {
  const { setUp, openedAt, rehearsal } = record;
  const { banner } = words;
  const day =
    setUp.day === null ? (openedAt === null ? null : formatMoment(locale, openedAt)) : formatDay(locale, setUp.day);
  const soFar = decided.length === 0 ? banner.soFar : banner.noDecision;
  const version = decided[0]?.outcome.version ?? 1;
  return [
    heading(1, plainText(setUp.title, locale, record.sid)),
    ...(day === null ? [] : [text(words.heldOn(day), 'strong')]),
    ...(rehearsal ? [text(`${banner.rehearsal}. ${banner.notMeant}`, 'strong')] : []),
    ...(!rehearsal && isProvisional
      ? [text(`${banner.provisional}. ${isCorrecting ? banner.correcting : soFar}`, 'strong')]
      : []),
    ...(version > 1 && !isCorrecting ? [text(banner.corrected(version), 'strong')] : []),
  ];
}

function decision({ record }: Reading, { words, locale }: Naming): Block[] {
  const last = record.decisions.at(-1);
  if (last === undefined) return [];
  const { decision: said } = words;
  const line = (one: Text) => plainText(one, locale, '–');
  const actions = last.actions.map(({ what, who, until }) =>
    [
      line(what),
      ...(readText(who, locale) === null ? [] : [`${said.who}: ${line(who)}`]),
      ...(until === null ? [] : [`${said.until}: ${formatDay(locale, until)}`]),
    ].join(' · '),
  );
  return [
    heading(2, said.title),
    text(line(last.statement), 'lead'),
    text(said.written(formatMoment(locale, last.at)), 'small'),
    ...(actions.length === 0 ? [] : [heading(3, said.actions), ...list(actions)]),
  ];
}

function results(reading: Reading, naming: Naming): Block[] {
  const { decided } = reading;
  if (decided === null) return [];
  const { results: words, money } = naming.words;
  const { funded, talk, rest } = resultRows(reading, naming);
  const spent = decided.potMinor - decided.leftMinor;
  return [
    heading(2, words.funded),
    ...facts([
      [money.pot, naming.money(decided.potMinor)],
      [money.spent, naming.money(spent)],
      [money.left, naming.money(decided.leftMinor)],
    ]),
    ...(funded.length === 0 ? [text(words.none)] : [table(words.funded, funded, naming)]),
    ...(talk.length === 0
      ? []
      : [heading(2, words.stillToTalk), text(words.stillToTalkWhy), table(words.stillToTalk, talk, naming)]),
    ...(rest.length === 0 ? [] : [heading(2, words.notFunded), table(words.notFunded, rest, naming)]),
  ];
}

function table(caption: string, rows: readonly TableRow[], naming: Naming): Block {
  const { results: words } = naming.words;
  const count = (n: number) => formatCount(naming.locale, n);
  const isWeighed = rows.some(({ weighed }) => weighed !== null);
  const hasNotes = rows.some(({ note }) => note !== null);
  return {
    kind: 'table',
    caption,
    head: [
      ...[words.number, words.proposal, words.cost, words.tokens, words.backers],
      ...(isWeighed ? [words.weighed] : []),
      ...(hasNotes ? [words.why] : []),
    ],
    rows: rows.map(({ number, name, proposal, costMinor, tokens, supporters, weighed, note }) => [
      ...[
        count(number),
        plainText(name, naming.locale, proposal),
        naming.money(costMinor),
        count(tokens),
        count(supporters),
      ],
      ...(isWeighed ? [weighed === null ? '' : naming.weighed(weighed)] : []),
      ...(hasNotes ? [note ?? ''] : []),
    ]),
    figures: [0, 2, 3, 4, ...(isWeighed ? [5] : [])],
  };
}

function why(reading: Reading, naming: Naming): Block[] {
  const sentences = whySentences(reading, naming);
  return sentences.length === 0 ? [] : [heading(2, naming.words.why.title), ...sentences.map((one) => text(one))];
}

function people(reading: Reading, naming: Naming): Block[] {
  const { people: words } = naming.words;
  const [doors, groups] = [doorFacts(reading, naming), groupFacts(reading, naming)];
  const few = text(`${words.tooFew}. ${words.tooFewWhy}`);
  return [
    heading(2, words.title),
    text(words.admission[reading.record.setUp.admission]),
    ...facts(turnoutFacts(reading, naming)),
    ...(reading.rounds.length === 0 ? [] : [heading(3, words.byDoor), ...(doors === null ? [few] : facts(doors))]),
    ...(groups?.length === 0 ? [] : [heading(3, words.groups), ...(groups === null ? [few] : facts(groups))]),
    ...facts(cardFacts(reading, naming)),
  ];
}

function rounds(reading: Reading, naming: Naming): Block[] {
  const { rounds: words } = naming.words;
  if (reading.others.length === 0) return [];
  return [
    heading(2, reading.rounds.length === 0 ? words.only : words.title),
    ...reading.others.flatMap(({ record }): Block[] => {
      const name = naming.round(record);
      if (record.voided !== null) {
        const reason = plainText(record.voided, naming.locale, '–');
        return [heading(3, words.voidedTitle(name)), text(`${words.reason}: ${reason}`)];
      }
      if (record.outcome === null) return [heading(3, name), text(words.notShown)];
      const costs = new Map(record.costs);
      const rows = record.outcome.rows.map((row): TableRow => {
        const { number, name: called } = reading.proposal(row.proposal);
        const { proposal, tokens, supporters } = row;
        const costMinor = costs.get(proposal) ?? 0;
        return {
          proposal,
          number,
          name: called,
          costMinor,
          tokens,
          supporters,
          outcome: undefined,
          weighed: null,
          note: null,
        };
      });
      const title = (record.rules.deciding ? words.earlier : words.first)(name);
      return [heading(3, title), text(words.ballots(record.outcome.ballots)), table(title, rows, naming)];
    }),
  ];
}

function versions({ rounds: decided, record }: Reading, naming: Naming): Block[] {
  const { versions: words, decision: said } = naming.words;
  const line = (one: Text) => plainText(one, naming.locale, '–');
  const older = decided.flatMap(({ round }) =>
    round.before.flatMap(({ outcome: { funded }, reason }, at) => [
      heading(3, words.result(at + 1)),
      text(`${words.reason}: ${line(reason)}`),
      text(funded.length === 0 ? words.fundedNone : words.funded(naming.proposals(funded))),
    ]),
  );
  const written = record.decisions
    .slice(0, -1)
    .flatMap(({ edition, at, statement }, index) => [
      heading(3, words.decision(edition)),
      text(said.written(formatMoment(naming.locale, at)), 'small'),
      text(`${words.reason}: ${line(record.decisions[index + 1]?.reason ?? {})}`),
      text(`${words.was}: ${line(statement)}`),
    ]);
  const all = [...older, ...written];
  return all.length === 0 ? [] : [heading(2, words.title), ...all];
}

function mendings({ record }: Reading, naming: Naming): Block[] {
  const told = record.mendings
    .map((one) => ({ at: one.at, said: mendingSentences(one, naming) }))
    .filter(({ said }) => said.length > 0);
  if (told.length === 0) return [];
  return [
    heading(2, naming.words.mendings.title),
    ...told.flatMap(({ at, said }) => [heading(3, formatTime(naming.locale, at)), ...list(said)]),
  ];
}

function about({ record }: Reading, { words, locale }: Naming): Block[] {
  const { setUp } = record;
  const named = (['purpose', 'promise', 'voters', 'together', 'contact'] as const).flatMap((name): Block[] => {
    const found = readText(setUp[name], locale);
    return found === null ? [] : [heading(3, words.about[name]), text(found.text)];
  });
  const until = setUp.questionsUntil === null ? [] : [text(words.about.until(formatDay(locale, setUp.questionsUntil)))];
  return [heading(2, words.about.title), ...(named.length === 0 ? [text(words.about.none)] : named), ...until];
}

function proved(reading: Reading, naming: Naming): Block[] {
  const { proved: words } = naming.words;
  const { yes, no } = claimsOf(reading, naming);
  return [
    heading(2, words.title),
    text(words.banner, 'strong'),
    heading(3, words.yesTitle),
    ...list(yes),
    heading(3, words.noTitle),
    ...list(no),
  ];
}

function kept({ record }: Reading, naming: Naming): Block[] {
  return [heading(2, naming.words.kept.title), ...list(keptSentences(record, naming))];
}

function checking({ record }: Reading, { words }: Naming, { size, code }: Sealed): Block[] {
  const { checking: said } = words;
  return [
    heading(2, said.title),
    ...facts([
      [said.seal, code],
      [said.entries, String(size)],
      [said.meeting, record.sid],
    ]),
    text(said.how),
  ];
}

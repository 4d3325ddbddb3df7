import type { Body } from '../record/body.ts';
import { isText, type Text } from '../words/text.ts';
import type { AgendaItem, SetUp } from './set-up.ts';

type Texts = NonNullable<Body['texts']>;

/** The texts of a meeting that have a name of their own. */
const NAMED = ['title', 'purpose', 'promise', 'voters', 'together', 'controller', 'contact', 'oneLanguage'] as const;
/** The texts of one proposal. */
const OF_PROPOSAL = ['name', 'short', 'outcome', 'about', 'by'] as const;

/** Every text of a set-up under its name in the entry's body; the empty ones are left out. Rule S9. */
export function textsOf(setUp: SetUp): Texts {
  const named = NAMED.map((name) => [name, setUp[name]] as const);
  const groups = (['citizens', 'professionals'] as const).map((group) => [group, setUp.groupNames[group]] as const);
  const proposals = setUp.proposals.flatMap((proposal, index) =>
    OF_PROPOSAL.map((name) => [`${name}.${String(index)}`, proposal[name] ?? {}] as const),
  );
  return { ...present([...named, ...groups, ...proposals]), ...agendaTexts(setUp.agenda) };
}

/** The hosts' own words for the parts of the meeting. */
export function agendaTexts(agenda: readonly Pick<AgendaItem, 'activity' | 'text'>[]): Texts {
  return present(agenda.map(({ activity, text }) => [`item.${activity}`, text] as const));
}

/** The name of the first text that is there and cannot be shown; `null` where all can. */
export function firstBadText(texts: Texts): string | null {
  return Object.entries(texts).find(([, text]) => !isText(text))?.[0] ?? null;
}

/** A text of an entry's body; an erased one, or none, is empty. */
export function textIn(body: Body | null, name: string): Text {
  return body?.texts?.[name] ?? {};
}

function present(texts: readonly (readonly [name: string, text: Text])[]): Texts {
  return Object.fromEntries(texts.filter(([, { cy, en }]) => cy !== undefined || en !== undefined));
}

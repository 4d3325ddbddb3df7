import type { Election, Project } from '../pabulib/parse.ts';
import { writeAmount } from '../pabulib/write.ts';
import { WITHDRAWN_MINOR } from '../rules/ranked.ts';
import { cleanLine, cleanLines } from './clean-text.ts';
import { LONGEST, type ImportedProposal, type Language } from './imported-proposal.ts';
import { IdGiver, isLegalId } from './proposal-ids.ts';
import { sameNames, textOf, tooLong } from './proposals.ts';
import type { Destination, ReadProposal, Reading, RowFault, RowProblem, RowWarning } from './reading.ts';

/** The largest cost that a meeting takes, in minor units. */
const MOST_MINOR = 1_000_000_000_000;

/** The language of a file's texts, as its META says; `null` where that is neither of ours. */
export function languageOfElection({ meta }: Election): Language | null {
  const language = meta.get('language')?.toLowerCase();
  return language === 'cy' || language === 'en' ? language : null;
}

/** Money of a `.pb` file at its `decimals` in minor units of a currency with so many digits; `null` where it cannot be said exactly. */
export function toCurrency(amount: number, decimals: number, digits: number): number | null {
  const minor = digits >= decimals ? amount * 10 ** (digits - decimals) : amount / 10 ** (decimals - digits);
  return Number.isSafeInteger(minor) ? minor : null;
}

/** The projects of a `.pb` file as proposals, their texts in `language`; who brings them is named the same in both. */
export function readElection(election: Election, language: Language, { currency, taken }: Destination): Reading {
  const { decimals, projects } = election;
  const drafts = projects.map((project) => ({ id: project.id, texts: textsOf(project, language), project }));
  const faults = drafts.map(({ texts, project }) => [
    ...costFaults(project, decimals, currency.digits),
    ...tooLong(texts),
  ]);
  findTwins(projects, faults);
  const giver = new IdGiver(
    taken,
    projects.map(({ id }) => id),
  );
  const good = drafts.filter((_, index) => faults[index]?.length === 0);
  const proposals = good.map(({ id, texts, project }): ReadProposal => {
    const costMinor = toCurrency(project.costMinor, decimals, currency.digits) ?? 0;
    return { at: null, proposal: { proposal: isLegalId(id) ? id : giver.idFor(texts.name), costMinor, ...texts } };
  });
  const cutNames = good
    .filter(({ project }) => isLong(cleanLine(project.name)))
    .map(({ texts }): RowWarning => ({ at: null, name: texts.name, reason: 'name-cut' }));
  const problems = drafts.flatMap(({ texts }, index) =>
    (faults[index] ?? []).map((fault): RowProblem => ({ at: null, name: texts.name, ...fault })),
  );
  return { proposals, problems, warnings: [...cutNames, ...sameNames(proposals)] };
}

/**
 * A project without a name, as some cities publish them, goes by its id. A name longer than a meeting takes is cut, and stands whole
 * before the description: nobody can mend a published file.
 */
function textsOf({ id, name, more }: Project, language: Language): Omit<ImportedProposal, 'proposal' | 'costMinor'> {
  const whole = cleanLine(name) || cleanLine(id);
  const about = cleanLines(more.get('description') ?? '');
  const said = isLong(whole) ? { name: cut(whole), about: `${whole}\n\n${about}`.trim() } : { name: whole, about };
  const by = cleanLine(more.get('proposer') ?? '');
  const [description, bringer] = [textOf(...inOnly(language, said.about)), textOf(by, by)];
  return {
    name: textOf(...inOnly(language, said.name)) ?? {},
    ...(description === null ? {} : { about: description }),
    ...(bringer === null ? {} : { by: bringer }),
  };
}

function isLong(name: string): boolean {
  return name.length > LONGEST.name;
}

/** As many whole words as fit. */
function cut(name: string): string {
  const start = name.slice(0, LONGEST.name - 1);
  const words = start.slice(0, Math.max(start.lastIndexOf(' '), LONGEST.name / 2));
  return `${words.replace(/[\s,;:.–-]+$|[\uD800-\uDBFF]$/, '')}…`;
}

function inOnly(language: Language, text: string): [cy: string, en: string] {
  return language === 'cy' ? [text, ''] : ['', text];
}

function costFaults({ costMinor }: Project, decimals: number, digits: number): RowFault[] {
  if (costMinor === WITHDRAWN_MINOR * 10 ** (decimals - 2)) return [{ reason: 'withdrawn' }];
  const minor = toCurrency(costMinor, decimals, digits);
  const found = writeAmount(costMinor, decimals);
  if (minor === null) return [{ reason: 'cost-unclear', found }];
  if (minor < 1) return [{ reason: 'cost-too-small', found }];
  return minor > MOST_MINOR ? [{ reason: 'cost-too-large', found }] : [];
}

function findTwins(projects: readonly Project[], faults: RowFault[][]): void {
  const seen = new Set<string>();
  for (const [index, { id }] of projects.entries()) {
    if (seen.has(id)) faults[index]?.push({ reason: 'id-twice', found: id, first: null });
    seen.add(id);
  }
}

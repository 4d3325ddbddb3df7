import type { Election, Project } from '../pabulib/parse.ts';
import { cleanLine, cleanLines } from './clean-text.ts';
import { LONGEST, type ImportedProposal, type Language } from './imported-proposal.ts';
import { IdGiver, isLegalId } from './proposal-ids.ts';
import { sameNames, textOf, tooLong } from './proposals.ts';
import type { Destination, ReadProposal, Reading, RowFault, RowProblem, RowWarning } from './reading.ts';

/** The cost that says that a city has withdrawn the project, in hundredths. */
const WITHDRAWN = 99_999_999_900;

/** The largest cost that a meeting takes, in minor units. */
const MOST_MINOR = 1_000_000_000_000;

/** Decimals of the amounts in a parsed `.pb` file, whatever its currency. */
const PABULIB_DIGITS = 2;

/** The language of a file's texts, as its META says; `null` where that is neither of ours. */
export function languageOfElection({ meta }: Election): Language | null {
  const language = meta.get('language')?.toLowerCase();
  return language === 'cy' || language === 'en' ? language : null;
}

/** The money of a `.pb` file in minor units of a currency with so many decimals; `null` where it cannot be said exactly. */
export function toCurrency(hundredths: number, digits: number): number | null {
  const minor =
    digits >= PABULIB_DIGITS
      ? hundredths * 10 ** (digits - PABULIB_DIGITS)
      : hundredths / 10 ** (PABULIB_DIGITS - digits);
  return Number.isSafeInteger(minor) ? minor : null;
}

/** The projects of a `.pb` file as proposals, their texts in `language`; who brings them is named the same in both. */
export function readElection({ projects }: Election, language: Language, { currency, taken }: Destination): Reading {
  const drafts = projects.map((project) => ({ id: project.id, texts: textsOf(project, language), project }));
  const faults = drafts.map(({ texts, project }) => [...costFaults(project, currency.digits), ...tooLong(texts)]);
  findTwins(projects, faults);
  const giver = new IdGiver(
    taken,
    projects.map(({ id }) => id),
  );
  const good = drafts.filter((_, index) => faults[index]?.length === 0);
  const proposals = good.map(({ id, texts, project }): ReadProposal => {
    const costMinor = toCurrency(project.costMinor, currency.digits) ?? 0;
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

function costFaults({ costMinor }: Project, digits: number): RowFault[] {
  if (costMinor === WITHDRAWN) return [{ reason: 'withdrawn' }];
  const minor = toCurrency(costMinor, digits);
  const found = String(costMinor / 10 ** PABULIB_DIGITS);
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

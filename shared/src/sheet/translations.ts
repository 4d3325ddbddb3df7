import { LANGUAGES, TEXT_FIELDS, type ImportedProposal, type Language, type TextField } from './imported-proposal.ts';
import { writeCsv } from './write-csv.ts';

/** What the columns are called in the sheets that we write, each in the language that it holds: `readHeading` knows them. */
const HEADINGS: Readonly<Record<TextField, Readonly<Record<Language, string>>>> = {
  name: { cy: 'Enw (Cymraeg)', en: 'Name (English)' },
  short: { cy: 'Enw byr (Cymraeg)', en: 'Short name (English)' },
  outcome: { cy: 'Beth sy’n gwella (Cymraeg)', en: 'What gets better (English)' },
  about: { cy: 'Disgrifiad (Cymraeg)', en: 'Description (English)' },
  by: { cy: 'Pwy sy’n ei gynnig (Cymraeg)', en: 'Who brings it (English)' },
};

const BOTH_BY = 'Pwy sy’n ei gynnig / Who brings it';

/** The proposals of which some text stands in the other language only. */
export function lacking(proposals: readonly ImportedProposal[], language: Language): ImportedProposal[] {
  return proposals.filter((proposal) => lackingTexts(proposal, language).length > 0);
}

/** Which of a proposal's texts stand in the other language only. */
export function lackingTexts(proposal: ImportedProposal, language: Language): TextField[] {
  return TEXT_FIELDS.filter((field) => proposal[field] !== undefined && proposal[field][language] === undefined);
}

/**
 * A CSV file for translators: every proposal that lacks a text in one language, with both languages side by side, the missing cells
 * empty. Read again, its ids say which proposals the new texts belong to. `digits`: decimals of the currency.
 */
export function translationSheet(proposals: readonly ImportedProposal[], digits: number): string {
  const listed = proposals.filter((proposal) => LANGUAGES.some((language) => lacking([proposal], language).length > 0));
  const fields = TEXT_FIELDS.filter((field) => listed.some((proposal) => proposal[field] !== undefined));
  // The source stands left of its translation, and more is translated into Welsh than from it.
  const columns = fields.flatMap((field) => (['en', 'cy'] as const).map((language) => ({ field, language })));
  return writeCsv([
    ['Id', ...columns.map(({ field, language }) => HEADINGS[field][language]), 'Cost'],
    ...listed.map((proposal) => [
      proposal.proposal,
      ...columns.map(({ field, language }) => proposal[field]?.[language] ?? ''),
      decimal(proposal.costMinor, digits),
    ]),
  ]);
}

/** A CSV file of headings alone, to fill in. */
export function emptySheet(): string {
  const texts = TEXT_FIELDS.filter((field) => field !== 'by').flatMap((field) => [
    HEADINGS[field].cy,
    HEADINGS[field].en,
  ]);
  return writeCsv([[...texts, BOTH_BY, 'Cost']]);
}

function decimal(minor: number, digits: number): string {
  if (digits === 0) return String(minor);
  const written = String(minor).padStart(digits + 1, '0');
  const [whole, fraction] = [written.slice(0, -digits), written.slice(-digits)];
  return /^0+$/.test(fraction) ? whole : `${whole}.${fraction}`;
}

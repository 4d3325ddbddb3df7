import { TEXT_FIELDS, type ImportedProposal } from './imported-proposal.ts';

/** Whether an import adds to the proposals that are there, or takes their place. */
export const IMPORT_MODES = ['add', 'replace'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

/**
 * The proposals after an import. `add`: one with an id that is there brings its cost and the texts that it has, language by language,
 * and takes nothing away; the others follow in their order. `replace`: the imported ones alone.
 */
export function mergeImported(
  there: readonly ImportedProposal[],
  imported: readonly ImportedProposal[],
  mode: ImportMode,
): ImportedProposal[] {
  if (mode === 'replace') return [...imported];
  const coming = new Map(imported.map((proposal) => [proposal.proposal, proposal]));
  const known = new Set(there.map(({ proposal }) => proposal));
  return [
    ...there.map((proposal) => updated(proposal, coming.get(proposal.proposal))),
    ...imported.filter(({ proposal }) => !known.has(proposal)),
  ];
}

/** How many proposals there are after an import. */
export function countMerged(
  there: readonly { readonly proposal: string }[],
  imported: readonly ImportedProposal[],
  mode: ImportMode,
): number {
  const known = mode === 'add' ? there.map(({ proposal }) => proposal) : [];
  return new Set([...known, ...imported.map(({ proposal }) => proposal)]).size;
}

function updated(had: ImportedProposal, brought: ImportedProposal | undefined): ImportedProposal {
  if (brought === undefined) return had;
  const texts = TEXT_FIELDS.filter((field) => brought[field] !== undefined);
  return {
    ...had,
    costMinor: brought.costMinor,
    ...Object.fromEntries(texts.map((field) => [field, { ...had[field], ...brought[field] }])),
  };
}

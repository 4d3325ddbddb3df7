import type { HostWords } from '@cyfran/shared/i18n/host.en.ts';
import { LONGEST, MOST_PROPOSALS } from '@cyfran/shared/sheet/imported-proposal.ts';
import type { SetUp, SetUpProposal } from '@cyfran/shared/session/set-up.ts';
import { isSame, type Form } from '../form.ts';
import type { Problem } from '../problem.ts';
import { minorOf, moneyProblems, typedMoney } from '../typed-money.ts';
import { isEmptyText, keptText, tellText, textProblems, typedText, type TwoTexts } from '../two-texts.ts';

/** One proposal as it is being typed. */
export interface ProposalDraft {
  name: TwoTexts;
  short: TwoTexts;
  outcome: TwoTexts;
  cost: string;
  about: TwoTexts;
  by: TwoTexts;
}

/** In the order of the page; `cost` stands after `outcome`. */
const TEXTS = ['name', 'short', 'outcome', 'about', 'by'] as const;

/** The page of one proposal; `null` for one that is new. */
export function proposalForm(id: string | null): Form<ProposalDraft> {
  return {
    name: id === null ? 'proposal' : `proposal.${id}`,
    fields: ['proposals'],
    read: (setUp) => readProposal(setUp, id),
    problems: (draft, setUp) => proposalProblems(draft, setUp, id),
    write: (setUp, draft) => writeProposal(setUp, draft, id),
    tell: (draft, { proposal: words }) => [
      ...TEXTS.map((field) => ({ field, label: words.legends[field], lines: tellText(draft[field]) })),
      { field: 'cost', label: words.cost, lines: draft.cost === '' ? [] : [draft.cost] },
    ],
  };
}

/** The set-up without this proposal. */
export function withoutProposal(setUp: SetUp, id: string): SetUp {
  return { ...setUp, proposals: setUp.proposals.filter(({ proposal }) => proposal !== id) };
}

function readProposal({ proposals, currency }: SetUp, id: string | null): ProposalDraft {
  const found = proposals.find(({ proposal }) => proposal === id);
  return {
    name: typedText(found?.name),
    short: typedText(found?.short),
    outcome: typedText(found?.outcome),
    cost: typedMoney(found?.costMinor ?? 0, currency),
    about: typedText(found?.about),
    by: typedText(found?.by),
  };
}

function proposalProblems(draft: ProposalDraft, { currency, proposals }: SetUp, id: string | null): readonly Problem[] {
  const isNew = !proposals.some(({ proposal }) => proposal === id);
  const tooLong = (field: (typeof TEXTS)[number]) =>
    textProblems(field, draft[field], LONGEST[field], (words) => words.proposal.legends[field]);
  return [
    ...(isNew && isBlank(draft) ? [{ field: 'name', say: ({ errors }: HostWords) => errors.blank }] : []),
    ...(isNew && proposals.length >= MOST_PROPOSALS
      ? [{ field: 'name', say: ({ errors }: HostWords) => errors.tooMany(MOST_PROPOSALS) }]
      : []),
    ...(['name', 'short', 'outcome'] as const).flatMap(tooLong),
    ...moneyProblems('cost', draft.cost, currency),
    ...(['about', 'by'] as const).flatMap(tooLong),
  ];
}

/** A new one is put last; the server draws its place. One that was saved without an answer is not added again. */
function writeProposal(setUp: SetUp, draft: ProposalDraft, id: string | null): SetUp {
  const { proposals, currency } = setUp;
  const written = contentOf(draft, currency);
  if (proposals.some(({ proposal }) => proposal === id)) {
    return {
      ...setUp,
      proposals: proposals.map((one) => (one.proposal === id ? { proposal: one.proposal, ...written } : one)),
    };
  }
  const typed = readProposal({ ...setUp, proposals: [{ proposal: 'new', ...written }] }, 'new');
  const isThere = proposals.some(({ proposal }) => isSame(readProposal(setUp, proposal), typed));
  if (id === null && isThere) return setUp;
  return { ...setUp, proposals: [...proposals, { proposal: id ?? freeId(setUp), ...written }] };
}

function contentOf(draft: ProposalDraft, currency: string): Omit<SetUpProposal, 'proposal'> {
  const texts = (['short', 'outcome', 'about', 'by'] as const)
    .map((field) => [field, keptText(draft[field])] as const)
    .filter(([, text]) => !isEmptyText(text));
  return {
    costMinor: minorOf(draft.cost, currency),
    name: keptText(draft.name),
    ...Object.fromEntries(texts),
  };
}

function isBlank(draft: ProposalDraft): boolean {
  return draft.cost.trim() === '' && TEXTS.every((field) => isEmptyText(keptText(draft[field])));
}

function freeId({ proposals }: SetUp): string {
  const taken = new Set(proposals.map(({ proposal }) => proposal));
  let n = proposals.length + 1;
  while (taken.has(`p${String(n)}`)) n += 1;
  return `p${String(n)}`;
}

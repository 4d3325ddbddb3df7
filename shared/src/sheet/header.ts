import type { Language, TextField } from './imported-proposal.ts';

/** What a heading says of its column. `language`: as it names it; `own`: the language that the heading itself is in. */
export interface Heading {
  readonly kind: 'id' | 'cost' | TextField;
  readonly language: Language | null;
  readonly own: Language | null;
}

/**
 * Words of headings, without accents, mutated as Welsh mutates them. `sure` words decide wherever they stand; `alone` words only
 * where nothing else does: "project" is the name of a project, "project category" is none.
 */
interface Words {
  readonly kind: Heading['kind'];
  readonly sure: Readonly<Record<Language, ReadonlySet<string>>>;
  readonly alone: Readonly<Record<Language, ReadonlySet<string>>>;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter((word) => word !== ''));

const words = (kind: Heading['kind'], cy: string, en: string, cyAlone: string, enAlone: string): Words => ({
  kind,
  sure: { cy: set(cy), en: set(en) },
  alone: { cy: set(cyAlone), en: set(enAlone) },
});

/** The first that fits is it: "Short description" is a description, "Project cost" a cost, "Name of organisation" who brings it. */
const KINDS: readonly Words[] = [
  words('id', '', 'id', 'rhif rif cyf cyfeirnod gyfeirnod cod god dynodwr', 'number no nr num ref reference code'),
  words(
    'about',
    'disgrifiad ddisgrifiad manylion fanylion crynodeb grynodeb esboniad ynghylch',
    'description descriptions describe details detail about summary explanation overview',
    'gwybodaeth wybodaeth testun destun nodiadau',
    'information info text notes',
  ),
  words('short', 'byr fyr talfyriad dalfyriad', 'short abbreviation abbreviated', '', ''),
  words(
    'cost',
    'gost chost chostau gostau costau pris bris cyllideb gyllideb swm',
    'cost costs price budget amount',
    'cyfanswm gyfanswm arian gwerth werth grant cyllid',
    'total money value grant funding requested asked needed',
  ),
  words(
    'outcome',
    'canlyniad ganlyniad chanlyniad canlyniadau ganlyniadau deilliant budd fudd buddion manteision gwahaniaeth wahaniaeth effaith gwell gwella well',
    'outcome outcomes benefit benefits difference impact better strapline tagline',
    '',
    'result why',
  ),
  words(
    'by',
    'cynigydd gynigydd gynigiwyd cynigiwyd sefydliad ymgeisydd gan pwy arweinydd awdur',
    'by proposer proposed organisation organization applicant author who',
    'grwp partner clwb',
    'group lead partner club',
  ),
  words(
    'name',
    'enw henw teitl deitl theitl',
    'name title',
    'prosiect brosiect phrosiect cynnig gynnig chynnig syniad cynllun',
    'project proposal idea scheme',
  ),
];

const MARKS: Readonly<Record<Language, ReadonlySet<string>>> = {
  cy: set('cy cym cymraeg gymraeg nghymraeg chymraeg welsh'),
  en: set('en eng english saesneg'),
};

/** Words that say nothing of the kind of column. */
const FILLERS = set(
  'the of a an for our in it its this is we y yr r n yn o i ei am project projects proposal proposals prosiect brosiect prosiectau cynnig gynnig cynigion idea syniad gbp eur usd chf',
);

/** Columns about people and about other things than the proposal: never guessed at. */
const OTHERS = set(
  'email ebost e mail phone tel telephone ffon contact contacts cyswllt address cyfeiriad postcode date dyddiad status statws category categori ward votes vote score selected age oed year years blwyddyn',
);

/** "Group name" says no more than "group". */
const NAMES = set('name enw henw');

/** What is longer is a text, not what a column is called. */
const LONGEST_HEADING = 60;

const BIG_SCREEN = set('stage screen llwyfan sgrin');

/** What a heading says of its column, in English or in Welsh; `null` where nothing in it is known. */
export function readHeading(heading: string): Heading | null {
  if (heading.length > LONGEST_HEADING) return null;
  const all = wordsOf(heading);
  const language = markOf(all);
  const said = all.filter((word) => !MARKS.cy.has(word) && !MARKS.en.has(word));
  if (said.some((word) => OTHERS.has(word))) return null;
  if (isNumberSign(heading)) return { kind: 'id', language: null, own: null };
  if (said.length === 0) return language === null ? moneyOnly(heading) : { kind: 'name', language, own: null };
  const kind = kindOf(said);
  if (kind === null) return moneyOnly(heading);
  return { kind: isForBigScreen(kind.kind, said) ? 'short' : kind.kind, language, own: ownLanguage(kind, said) };
}

function wordsOf(heading: string): string[] {
  return heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function markOf(all: readonly string[]): Language | null {
  const [cy, en] = [all.some((word) => MARKS.cy.has(word)), all.some((word) => MARKS.en.has(word))];
  if (cy === en) return null;
  return cy ? 'cy' : 'en';
}

function kindOf(said: readonly string[]): Words | null {
  const meaning = said.filter((word) => !FILLERS.has(word));
  const isAlone = ({ sure, alone }: Words) => {
    const known = [sure.cy, sure.en, alone.cy, alone.en];
    const words = meaning.length === 0 ? said : meaning;
    const isKnown = (word: string) => known.some((one) => one.has(word)) || FILLERS.has(word) || NAMES.has(word);
    return words.every(isKnown) && words.some((word) => alone.cy.has(word) || alone.en.has(word));
  };
  const isSure = ({ sure }: Words) => said.some((word) => sure.cy.has(word) || sure.en.has(word));
  return KINDS.find((kind) => isSure(kind) || isAlone(kind)) ?? null;
}

function ownLanguage({ sure, alone }: Words, said: readonly string[]): Language | null {
  const has = (language: Language) => said.some((word) => sure[language].has(word) || alone[language].has(word));
  const [cy, en] = [has('cy'), has('en')];
  if (cy === en) return null;
  return cy ? 'cy' : 'en';
}

function isForBigScreen(kind: Heading['kind'], said: readonly string[]): boolean {
  return kind === 'name' && said.some((word) => BIG_SCREEN.has(word));
}

function isNumberSign(heading: string): boolean {
  return /^\s*(#|№|n[or]?[.º°])\s*$/iu.test(heading);
}

/** "£" alone, or beside a word that we do not know. */
function moneyOnly(heading: string): Heading | null {
  return /\p{Sc}/u.test(heading) ? { kind: 'cost', language: null, own: null } : null;
}

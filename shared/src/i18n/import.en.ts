import { plural } from './plural.ts';

const proposals = (n: number) => plural('en', n, { one: '1 proposal', other: `${n} proposals` });
const rows = (n: number) => plural('en', n, { one: '1 row', other: `${n} rows` });

/** Words for bringing proposals from a sheet or a Pabulib file, in English. This is the type that the Welsh must satisfy. */
export const importEn = {
  title: 'Import proposals',
  lead: 'From a spreadsheet or a Pabulib file. It is read on this device, and nothing is stored until you press “Import” at the end.',
  cancel: 'Cancel',
  choose: {
    title: 'Choose a file, or paste',
    button: 'Choose a file',
    drop: 'or drop it here',
    dropNow: 'Let go to read this file',
    hint: 'A CSV file from any spreadsheet, or a Pabulib file (.pb). At most 200 proposals.',
    paste: 'Or paste from a spreadsheet',
    pasteHint: 'Select the cells there, with their headings. Copy them, and paste them here.',
    readPasted: 'Read these rows',
    empty: 'No sheet yet? Download an empty one to fill in',
    emptyFile: 'cyfran-proposals.csv',
    pasted: 'Pasted',
    again: 'Choose another file, or paste again',
    read: (rowCount: number) => `${rows(rowCount)} read`,
    reading: 'Reading the file',
  },
  faults: {
    workbook:
      'This is a workbook, which we cannot read. In your spreadsheet choose “Save as” or “Download”, then CSV, and choose that file here',
    'not-text': 'This is not a file of text. Choose a CSV or a .pb file',
    'too-big': 'This file is larger than 20 MB. Choose a file with the proposals alone',
    'too-many-rows': 'This sheet has far more rows than a meeting takes. Choose a sheet with at most 200 proposals',
    unreadable: 'This file could not be read. Choose it again, or open it and paste the cells',
    empty: 'There is nothing in it. Choose another file, or paste cells with something in them',
    'several-files': 'Drop one file at a time',
  },
  pabulibFault: {
    line: (line: number, said: string) => `Line ${line}: ${said}`,
    lead: 'This Pabulib file could not be read.',
    'no-beginning': () => 'a Pabulib file begins with a line that says META',
    'section-twice': (what: string) => `the part ${what} stands twice`,
    'section-missing': (what: string) => `the part ${what} is missing`,
    'no-budget': () => 'META does not say how much money there is (budget)',
    'cell-missing': (what: string) => `${what} is missing`,
    'amount-unclear': (what: string) => `“${what}” is not an amount such as 12500 or 12500.50`,
    'amount-too-large': (what: string) => `${what} is too large an amount`,
    'number-unclear': (what: string) => `“${what}” is not a whole number`,
    'points-amiss': (what: string) => `the points “${what}” are not as many as the projects beside them`,
    'project-unknown': (what: string) => `a vote names “${what}”, which is not a project of this file`,
    'id-unwritable': (what: string) => `“${what}” cannot be an id`,
  },
  columns: {
    title: 'What is in each column?',
    hint: 'We guessed. Change what is wrong.',
    column: (name: string) => `Column ${name}`,
    unused: 'Not used',
    examples: 'For example',
    noName: 'Choose the column that holds the name',
    noCost: 'Choose the column that holds the cost',
    settings: 'Do the columns, letters or amounts look wrong?',
    headings: 'Headings',
    noHeadings: 'None: the first row is a proposal',
    headingsIn: (row: number) => `Row ${row}`,
    delimiter: 'Between the cells',
    delimiters: { comma: 'Comma ,', semicolon: 'Semicolon ;', tab: 'Tab' },
    letters: 'Letters',
    encodings: { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252 (older Excel)' },
    amounts: 'Amounts are written like',
  },
  fields: {
    id: 'Number or id',
    'name.cy': 'Name, in Welsh',
    'name.en': 'Name, in English',
    'short.cy': 'Short name, in Welsh',
    'short.en': 'Short name, in English',
    'outcome.cy': 'What gets better, in Welsh',
    'outcome.en': 'What gets better, in English',
    'about.cy': 'Description, in Welsh',
    'about.en': 'Description, in English',
    'by.cy': 'Who brings it, in Welsh',
    'by.en': 'Who brings it, in English',
    'by.both': 'Who brings it, in both languages',
    cost: 'Cost',
  },
  pabulib: {
    title: 'What to take from the Pabulib file',
    found: (projects: number) => `The file has ${proposals(projects)}. Its votes stay out.`,
    language: 'Language of the names',
    welsh: 'Welsh',
    english: 'English',
    pot: (money: string) => `Also take the money from the file: ${money}`,
    otherCurrency: (theirs: string, ours: string) =>
      `The amounts in the file are in ${theirs}, the meeting’s are in ${ours}. The numbers are taken as they stand, not converted.`,
  },
  check: {
    title: 'Check',
    good: (n: number) =>
      plural('en', n, { one: '1 proposal can be imported', other: `${n} proposals can be imported` }),
    bad: (n: number) => plural('en', n, { one: '1 row is left out', other: `${n} rows are left out` }),
    badProjects: (n: number) => plural('en', n, { one: '1 project is left out', other: `${n} projects are left out` }),
    none: 'Nothing can be imported yet',
    preview: 'The first proposals',
    more: (n: number) => `and ${n} more`,
    problems: 'Left out',
    problemsHint: 'Correct these in the file and choose it again, or go on without them.',
    warnings: 'Look at these',
    allOf: (n: number) => `Show all ${n}`,
    missing: 'In one language only',
    missingWelsh: (n: number) => `Not all in Welsh yet: ${proposals(n)}`,
    missingEnglish: (n: number) => `Not all in English yet: ${proposals(n)}`,
    missingHint:
      'You can go on: people see the other language, marked. Or download a sheet for translators. Filled in and imported here, it adds the missing texts.',
    download: 'Download a sheet for translators',
    downloadFile: 'cyfran-translations.csv',
    oldLetters:
      'The file was saved in an older way that has no ŵ and no ŷ. If a Welsh word looks wrong, save the file as “CSV UTF-8” and choose it again.',
    tooMany: (n: number, most: number) =>
      `That would be ${n} proposals. A meeting takes at most ${most}. Take some out and choose the file again`,
  },
  texts: {
    name: 'Name',
    short: 'Short name',
    outcome: 'What gets better',
    about: 'Description',
    by: 'Who brings it',
  },
  row: (row: number) => `Row ${row}`,
  rowAndLine: (row: number, line: number) => `Row ${row}, line ${line} of the file`,
  problems: {
    'no-proposal': () => 'It has neither a name nor a cost.',
    'name-missing': () => 'It has no name.',
    'cost-missing': () => 'It has no cost.',
    'cost-unclear': (found: string) => `The cost “${found}” is not one clear amount. Write it like 2,400 or 2,400.50.`,
    'cost-too-small': (found: string) => `The cost “${found}” is not more than nothing.`,
    'cost-too-large': (found: string) => `The cost “${found}” is too large for a meeting.`,
    'cost-currency': (found: string, currency: string) =>
      `The cost “${found}” is in another currency. The meeting’s money is in ${currency}.`,
    'too-long': (field: string, letters: number, most: number) =>
      `${field}: it has ${letters} characters. Use at most ${most}.`,
    'id-twice': (found: string, first: string) =>
      first === '' ? `The id “${found}” has been used already.` : `The id “${found}” has been used already (${first}).`,
    total: () => 'It looks like the total of the others.',
    'open-quote': () => 'A quotation mark (") opens in it and never closes.',
    withdrawn: () => 'It was withdrawn: the file gives its cost as 999999999.',
  },
  warnings: {
    'letters-lost': (found: string) => `A letter may have been lost in “${found}”.`,
    'name-cut': () => 'Its name was too long and has been cut. The whole name stands in the description.',
    'name-twice': (first: string) =>
      first === '' ? 'Another proposal has the same name.' : `Another proposal has the same name (${first}).`,
  },
  bring: {
    title: 'Import',
    mode: 'There are proposals already',
    add: (there: number) => `Add to those that are there: ${proposals(there)}`,
    replace: (there: number) => `Replace those that are there: ${proposals(there)}`,
    updated: (n: number) =>
      plural('en', n, {
        one: '1 proposal is there already and is updated:',
        other: `${n} proposals are there already and are updated:`,
      }),
    button: (n: number) => `Import ${proposals(n)}`,
  },
};

export type ImportWords = typeof importEn;

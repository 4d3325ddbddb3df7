// Welsh is a draft: native review needed. Cymraeg drafft: mae angen i siaradwr brodorol ei hadolygu.
import type { ImportWords } from './import.en.ts';
import { plural } from './plural.ts';

const proposals = (n: number) =>
  plural('cy', n, {
    zero: 'dim cynigion',
    one: '1 cynnig',
    two: '2 gynnig',
    few: `${n} chynnig`,
    many: `${n} chynnig`,
    other: `${n} cynnig`,
  });

/** Words for bringing proposals from a sheet or a Pabulib file, in Welsh. */
export const importCy = {
  title: 'Mewnforio cynigion',
  lead: 'O daenlen neu o ffeil Pabulib. Mae’n cael ei darllen ar y ddyfais hon, ac ni fydd dim yn cael ei gadw nes i chi wasgu “Mewnforio” ar y diwedd.',
  cancel: 'Canslo',
  choose: {
    title: 'Dewiswch ffeil, neu gludwch',
    button: 'Dewis ffeil',
    drop: 'neu ei gollwng yma',
    dropNow: 'Gollyngwch i ddarllen y ffeil hon',
    hint: 'Ffeil CSV o unrhyw daenlen, neu ffeil Pabulib (.pb). 200 o gynigion ar y mwyaf.',
    paste: 'Neu gludo o daenlen',
    pasteHint: 'Dewiswch y celloedd yno, gyda’u penawdau. Copïwch nhw, a’u gludo yma.',
    readPasted: 'Darllen y rhesi hyn',
    empty: 'Dim taenlen eto? Lawrlwythwch un wag i’w llenwi',
    emptyFile: 'cyfran-cynigion.csv',
    pasted: 'Wedi’i ludo',
    again: 'Dewis ffeil arall, neu gludo eto',
    read: (rowCount: number) => `Rhesi a ddarllenwyd: ${rowCount}`,
    reading: 'Wrthi’n darllen y ffeil',
  },
  faults: {
    workbook:
      'Llyfr gwaith yw hwn, ac ni allwn ei ddarllen. Yn eich taenlen dewiswch “Save as” neu “Download”, yna CSV, a dewiswch y ffeil honno yma',
    'not-text': 'Nid ffeil destun yw hon. Dewiswch ffeil CSV neu .pb',
    'too-big': 'Mae’r ffeil hon yn fwy na 20 MB. Dewiswch ffeil sy’n cynnwys y cynigion yn unig',
    'too-many-rows':
      'Mae gan y daenlen hon lawer mwy o resi nag y mae cyfarfod yn eu derbyn. Dewiswch daenlen â 200 o gynigion ar y mwyaf',
    unreadable: 'Ni ellid darllen y ffeil hon. Dewiswch hi eto, neu agorwch hi a gludwch y celloedd',
    empty: 'Does dim byd ynddi. Dewiswch ffeil arall, neu gludwch gelloedd â rhywbeth ynddynt',
    'several-files': 'Gollyngwch un ffeil ar y tro',
  },
  pabulibFault: {
    line: (line: number, said: string) => `Llinell ${line}: ${said}`,
    lead: 'Ni ellid darllen y ffeil Pabulib hon.',
    'no-beginning': () => 'mae ffeil Pabulib yn dechrau â llinell sy’n dweud META',
    'section-twice': (what: string) => `mae’r rhan ${what} yno ddwywaith`,
    'section-missing': (what: string) => `mae’r rhan ${what} ar goll`,
    'header-amiss': (what: string) => `dylai’r rhes ar ôl META ddweud key;value, nid “${what}”`,
    'column-missing': (what: string) => `does dim colofn ${what}`,
    'column-twice': (what: string) => `mae’r golofn ${what} yno ddwywaith`,
    'quote-open': (what: string) => `agorir dyfynnod na chaiff ei gau: “${what}…”`,
    'no-budget': () => 'nid yw META yn dweud faint o arian sydd (budget)',
    'cell-missing': (what: string) => `mae ${what} ar goll`,
    'amount-unclear': (what: string) => `nid yw “${what}” yn swm fel 12500 neu 12500.50`,
    'amount-too-large': (what: string) => `mae ${what} yn swm rhy fawr`,
    'number-unclear': (what: string) => `nid yw “${what}” yn rhif cyfan`,
    'points-amiss': (what: string) => `nid oes cynifer o bwyntiau (“${what}”) ag o brosiectau wrth eu hymyl`,
    'project-unknown': (what: string) => `mae pleidlais yn enwi “${what}”, nad yw’n brosiect yn y ffeil hon`,
    'id-unwritable': (what: string) => `ni all “${what}” fod yn ddynodwr`,
  },
  columns: {
    title: 'Beth sydd ym mhob colofn?',
    hint: 'Rydym wedi dyfalu. Newidiwch beth sy’n anghywir.',
    column: (name: string) => `Colofn ${name}`,
    unused: 'Heb ei defnyddio',
    examples: 'Er enghraifft',
    noName: 'Dewiswch y golofn sy’n cynnwys yr enw',
    noCost: 'Dewiswch y golofn sy’n cynnwys y gost',
    settings: 'Ydy’r colofnau, y llythrennau neu’r symiau’n edrych yn anghywir?',
    headings: 'Penawdau',
    noHeadings: 'Dim: cynnig yw’r rhes gyntaf',
    headingsIn: (row: number) => `Rhes ${row}`,
    delimiter: 'Rhwng y celloedd',
    delimiters: { comma: 'Coma ,', semicolon: 'Hanner colon ;', tab: 'Tab' },
    letters: 'Llythrennau',
    encodings: { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252 (Excel hŷn)' },
    amounts: 'Mae’r symiau wedi’u hysgrifennu fel',
  },
  fields: {
    id: 'Rhif neu ddynodwr',
    'name.cy': 'Enw, yn Gymraeg',
    'name.en': 'Enw, yn Saesneg',
    'short.cy': 'Enw byr, yn Gymraeg',
    'short.en': 'Enw byr, yn Saesneg',
    'outcome.cy': 'Beth sy’n gwella, yn Gymraeg',
    'outcome.en': 'Beth sy’n gwella, yn Saesneg',
    'about.cy': 'Disgrifiad, yn Gymraeg',
    'about.en': 'Disgrifiad, yn Saesneg',
    'by.cy': 'Pwy sy’n ei gynnig, yn Gymraeg',
    'by.en': 'Pwy sy’n ei gynnig, yn Saesneg',
    'by.both': 'Pwy sy’n ei gynnig, yn y ddwy iaith',
    cost: 'Cost',
  },
  pabulib: {
    title: 'Beth i’w gymryd o’r ffeil Pabulib',
    found: (projects: number) => `Cynigion yn y ffeil: ${projects}. Ni fydd ei phleidleisiau’n dod gyda nhw.`,
    language: 'Iaith yr enwau',
    welsh: 'Cymraeg',
    english: 'Saesneg',
    pot: (money: string) => `Cymryd yr arian o’r ffeil hefyd: ${money}`,
    otherCurrency: (theirs: string, ours: string) =>
      `Mae’r symiau yn y ffeil mewn ${theirs}, a rhai’r cyfarfod mewn ${ours}. Mae’r rhifau’n cael eu cymryd fel y maent, heb eu trosi.`,
  },
  check: {
    title: 'Gwirio',
    good: (n: number) => `Gellir mewnforio: ${proposals(n)}`,
    bad: (n: number) => `Rhesi wedi’u gadael allan: ${n}`,
    badProjects: (n: number) => `Prosiectau wedi’u gadael allan: ${n}`,
    none: 'Ni ellir mewnforio dim eto',
    preview: 'Y cynigion cyntaf',
    more: (n: number) => `a ${n} arall`,
    problems: 'Wedi’u gadael allan',
    problemsHint: 'Cywirwch y rhain yn y ffeil a’i dewis eto, neu ewch ymlaen hebddynt.',
    warnings: 'Edrychwch ar y rhain',
    allOf: (n: number) => `Dangos y cyfan: ${n}`,
    missing: 'Mewn un iaith yn unig',
    missingWelsh: (n: number) => `Heb fod i gyd yn Gymraeg eto: ${proposals(n)}`,
    missingEnglish: (n: number) => `Heb fod i gyd yn Saesneg eto: ${proposals(n)}`,
    missingHint:
      'Cewch fynd ymlaen: bydd pobl yn gweld yr iaith arall, wedi’i marcio. Neu lawrlwythwch daenlen i gyfieithwyr. O’i llenwi a’i mewnforio yma, mae’n ychwanegu’r testunau sydd ar goll.',
    download: 'Lawrlwytho taenlen i gyfieithwyr',
    downloadFile: 'cyfran-cyfieithu.csv',
    oldLetters:
      'Cafodd y ffeil ei chadw mewn hen ffordd sydd heb ŵ na ŷ. Os yw gair Cymraeg yn edrych yn anghywir, cadwch y ffeil fel “CSV UTF-8” a’i dewis eto.',
    tooMany: (n: number, most: number) =>
      `Byddai hynny’n gwneud cyfanswm o ${n} o gynigion. Mae cyfarfod yn derbyn ${most} ar y mwyaf. Tynnwch rai allan a dewiswch y ffeil eto`,
  },
  texts: {
    name: 'Enw',
    short: 'Enw byr',
    outcome: 'Beth sy’n gwella',
    about: 'Disgrifiad',
    by: 'Pwy sy’n ei gynnig',
  },
  row: (row: number) => `Rhes ${row}`,
  rowAndLine: (row: number, line: number) => `Rhes ${row}, llinell ${line} yn y ffeil`,
  problems: {
    'no-proposal': () => 'Does dim enw na chost.',
    'name-missing': () => 'Does dim enw.',
    'cost-missing': () => 'Does dim cost.',
    'cost-unclear': (found: string) =>
      `Nid yw’r gost “${found}” yn un swm clir. Ysgrifennwch hi fel 2,400 neu 2,400.50.`,
    'cost-too-small': (found: string) => `Nid yw’r gost “${found}” yn fwy na dim.`,
    'cost-too-large': (found: string) => `Mae’r gost “${found}” yn rhy fawr i gyfarfod.`,
    'cost-currency': (found: string, currency: string) =>
      `Mae’r gost “${found}” mewn arian cyfred arall. Mae arian y cyfarfod mewn ${currency}.`,
    'too-long': (field: string, letters: number, most: number) =>
      `${field}: nifer y nodau yw ${letters}. Defnyddiwch ${most} ar y mwyaf.`,
    'id-twice': (found: string, first: string) =>
      first === ''
        ? `Mae’r dynodwr “${found}” wedi’i ddefnyddio’n barod.`
        : `Mae’r dynodwr “${found}” wedi’i ddefnyddio’n barod (${first}).`,
    total: () => 'Mae’n edrych fel cyfanswm y lleill.',
    'open-quote': () => 'Mae dyfynnod (") yn agor ynddi a byth yn cau.',
    withdrawn: () => 'Cafodd ei dynnu’n ôl: 999999999 yw ei gost yn y ffeil.',
  },
  warnings: {
    'letters-lost': (found: string) => `Efallai fod llythyren ar goll yn “${found}”.`,
    'name-cut': () => 'Roedd ei enw’n rhy hir ac mae wedi’i dorri. Mae’r enw cyfan yn y disgrifiad.',
    'name-twice': (first: string) =>
      first === '' ? 'Mae gan gynnig arall yr un enw.' : `Mae gan gynnig arall yr un enw (${first}).`,
  },
  bring: {
    title: 'Mewnforio',
    mode: 'Mae cynigion yno’n barod',
    add: (there: number) => `Ychwanegu at y rhai sydd yno: ${proposals(there)}`,
    replace: (there: number) => `Cymryd lle’r rhai sydd yno: ${proposals(there)}`,
    updated: (n: number) => `Mae’r rhain yno’n barod a byddant yn cael eu diweddaru (${n}):`,
    button: (n: number) => `Mewnforio ${proposals(n)}`,
  },
} satisfies ImportWords;

import { claimsWords, type Sealed } from '@cyfran/shared/telling/document.ts';
import { Naming } from '@cyfran/shared/telling/naming.ts';
import { claimsOf } from '@cyfran/shared/telling/proved.ts';
import type { Reading } from '@cyfran/shared/telling/reading.ts';
import { plainText } from '@cyfran/shared/i18n/read-text.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';

const FILES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  cy: {
    'decision-record.html': 'y cofnod i’w ddarllen, yn y ddwy iaith, heb rwydwaith',
    'decision-note.docx': 'nodyn Word i bwyllgor, i’w olygu',
    'results.csv, results.xlsx': 'y canlyniadau fel tabl',
    'proposals.csv': 'pob cynnig, gyda’i destunau a’i gost',
    'ballots.csv': 'y pleidleisiau a gyhoeddir, os oes rhai',
    'session.pb': 'y pleidleisiau ar ffurf Pabulib, i’w cyfrif â rhaglenni eraill',
    'record.json': 'y cofnod i raglenni',
    'record.jsonl': 'dyddlyfr y cyfarfod: pob cofnod, yn ei drefn',
    'checkpoints.txt, public-key.txt': 'seliau’r cyfarfod wedi’u llofnodi, a’r allwedd i’w gwirio',
    'verify.mjs': 'y rhaglen sy’n gwirio’r cyfan',
    'manifest.json': 'enw, maint a SHA-256 pob ffeil',
  },
  en: {
    'decision-record.html': 'the record to read, in both languages, without a network',
    'decision-note.docx': 'a Word note for a committee, to be edited',
    'results.csv, results.xlsx': 'the results as a table',
    'proposals.csv': 'every proposal, with its texts and its cost',
    'ballots.csv': 'the ballots that are published, if any are',
    'session.pb': 'the ballots as Pabulib has them, to be counted with other programs',
    'record.json': 'the record for programs',
    'record.jsonl': 'the meeting’s journal: every entry, in order',
    'checkpoints.txt, public-key.txt': 'the meeting’s seals, signed, and the key to check them',
    'verify.mjs': 'the program that checks it all',
    'manifest.json': 'name, size and SHA-256 of every file',
  },
};

const SAID = {
  cy: {
    version: (n: number) => `Fersiwn ${String(n)} o’r pecyn.`,
    files: 'Beth sydd yma',
    check: 'Sut i’w wirio',
    steps: [
      'Gosodwch Node.js (nodejs.org), fersiwn 20 neu’n ddiweddarach. Nid oes angen dim arall, na rhwydwaith.',
      'Agorwch derfynell yn y ffolder hon a theipiwch:',
    ],
    seal: 'Cymharwch sêl y cyfarfod â’r hyn a oedd ar y sgrin fawr, neu â llun ohoni:',
    receipt: 'I ddod o hyd i’ch derbynneb, ychwanegwch --code a’r deuddeg llythyren.',
  },
  en: {
    version: (n: number) => `Version ${String(n)} of the pack.`,
    files: 'What is here',
    check: 'How to check it',
    steps: [
      'Install Node.js (nodejs.org), version 20 or later. Nothing else is needed, and no network.',
      'Open a terminal in this folder and type:',
    ],
    seal: 'Compare the meeting seal with the one on the big screen, or with a photo of it:',
    receipt: 'To find your receipt, add --code and its twelve letters.',
  },
} as const;

const COMMAND = 'node verify.mjs record.jsonl --checkpoint checkpoints.txt --pub';

/** What is in the pack and how to check it, in both languages. Plain text that every system opens. */
export function readMe(reading: Reading, version: number, sealed: Sealed, pub: string): string {
  const parts = (['cy', 'en'] as const).map((locale) => {
    const said = SAID[locale];
    const claims = claimsWords[locale];
    const { yes, no } = claimsOf(reading, new Naming(locale, reading));
    const files = Object.entries(FILES[locale]).map(([name, what]) => `  ${name}\n      ${what}`);
    return [
      plainText(reading.record.setUp.title, locale, reading.record.sid),
      said.version(version),
      '',
      said.files,
      ...files,
      '',
      said.check,
      ...said.steps.map((step) => `  ${step}`),
      `    ${COMMAND} ${pub}`,
      `  ${said.receipt}`,
      `  ${said.seal}`,
      `    ${sealed.code}  (${String(sealed.size)})`,
      '',
      claims.title,
      ...yes.map((one) => `  + ${one}`),
      ...no.map((one) => `  - ${one}`),
      '',
      claims.banner,
    ].join('\n');
  });
  return `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`.replaceAll('\n', '\r\n');
}

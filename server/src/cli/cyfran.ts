import { readConfig } from '../config.ts';
import { systemCode } from '../journal/files.ts';
import { backUp } from './backup.ts';
import { checkFile } from './check.ts';
import { BadUsage, countFile, COUNT_USAGE } from './count.ts';
import { tailJournal } from './journal-tail.ts';
import { eraseText } from './erase.ts';
import { freshLinks } from './links.ts';
import { CannotDo, serverOf } from './loopback.ts';
import { restore } from './restore.ts';
import { verifyFile } from './verify.ts';

const USAGE = `npm run cyfran -- COMMAND

  links SESSION|CODE   fresh links of a meeting, for whoever has this machine: facilitator, helper, big screen, tablet
  erase SESSION|CODE [ENTRY [request|moderation|law]]
                       what was written and can be erased; with the number of an entry, erases it
  backup FOLDER        a whole copy of the data into FOLDER, while meetings go on
  restore FOLDER       a backup into CYFRAN_DATA, or into CYFRAN_REDIS_URL, which must be empty, after every journal in it has been verified
  journal tail SESSION [--follow]
                       the newest entries of a meeting's journal, without what people wrote or chose
  verify FILE [--receipt FILE] [--code CODE] [--checkpoint FILE] [--lang cy|en] [--report json]
                       a published record (record.jsonl) or a whole pack (pack.zip): whether it holds, check by check
  count FILE.pb        the votes of a Pabulib file
  check FILE.pb        whether a Pabulib file is as the format asks, and as its own rule decides

${COUNT_USAGE}
Settings as for the server: PORT (3000), CYFRAN_HOST, CYFRAN_DATA (data), CYFRAN_REDIS_URL, CYFRAN_MASTER_KEY.
Exit: 0 when done, 1 when it could not be done, 2 on bad usage; of verify 0 it holds, 1 it does not, 2 it cannot be read.
`;

const [command, ...words] = process.argv.slice(2);
const serverHere = () => serverOf(readConfig(process.env));
const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Promise<string> | string>> = {
  links: async (given) => freshLinks(only(given), await serverHere()),
  erase: async (given) => eraseText(given.length > 0 && given.length < 4 ? given : bad(), await serverHere()),
  backup: async (given) => backUp(only(given), readConfig(process.env).CYFRAN_DATA, await serverHere()),
  restore: (given) => restore(only(given), readConfig(process.env)),
  journal: tail,
  verify: check,
  count: countFile,
  check: (given) => checkFile(only(given)),
};

try {
  const run = command !== undefined && Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (run === undefined) throw new BadUsage('');
  const said = await run(words);
  if (said !== '') process.stdout.write(`${said}\n`);
} catch (error) {
  const isUsage = error instanceof BadUsage;
  process.stderr.write(isUsage ? `${error.message}\n\n${USAGE}`.trimStart() : `${inWords(error)}\n`);
  process.exitCode = isUsage ? 2 : 1;
}

async function check(words: readonly string[]): Promise<string> {
  if (words[0] === undefined) throw new BadUsage('');
  process.exitCode = await verifyFile(words, (text) => process.stdout.write(text));
  return '';
}

async function tail([what, which, flag, ...more]: readonly string[]): Promise<string> {
  if (what !== 'tail' || which === undefined || more.length > 0) throw new BadUsage('');
  if (flag !== undefined && flag !== '--follow') throw new BadUsage('');
  const lines: string[] = [];
  const say = (line: string) => (flag === undefined ? lines.push(line) : process.stdout.write(`${line}\n`));
  await tailJournal(which, { follow: flag !== undefined }, readConfig(process.env), say);
  return lines.join('\n');
}

function bad(): never {
  throw new BadUsage('');
}

/** The one word that a command takes. */
function only([word, ...more]: readonly string[]): string {
  if (word === undefined || word === '' || more.length > 0) throw new BadUsage('');
  return word;
}

/** What was expected to go wrong is a sentence; anything else also says where. */
function inWords(error: unknown): string {
  if (error instanceof CannotDo || (error instanceof Error && systemCode(error) !== null)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

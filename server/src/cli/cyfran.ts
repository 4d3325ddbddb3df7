import { readConfig } from '../config.ts';
import { systemCode } from '../journal/files.ts';
import { backUp } from './backup.ts';
import { checkFile } from './check.ts';
import { BadUsage, countFile, COUNT_USAGE } from './count.ts';
import { freshLinks } from './links.ts';
import { CannotDo, serverOf } from './loopback.ts';
import { restore } from './restore.ts';

const USAGE = `npm run cyfran -- COMMAND

  links SESSION|CODE   fresh links of a meeting, for whoever has this machine: facilitator, helper, big screen, tablet
  backup FOLDER        a whole copy of the data into FOLDER, while meetings go on
  restore FOLDER       a backup into CYFRAN_DATA, which must be empty, after every journal in it has been verified
  count FILE.pb        the votes of a Pabulib file
  check FILE.pb        whether a Pabulib file is as the format asks, and as its own rule decides

${COUNT_USAGE}
Settings as for the server: PORT (3000), CYFRAN_HOST, CYFRAN_DATA (data).
Exit: 0 when done, 1 when it could not be done, 2 on bad usage.
`;

const [command, ...words] = process.argv.slice(2);
const serverHere = () => serverOf(readConfig(process.env));
const folderHere = () => readConfig(process.env).CYFRAN_DATA;
const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Promise<string> | string>> = {
  links: (given) => freshLinks(only(given), serverHere()),
  backup: (given) => backUp(only(given), folderHere(), serverHere()),
  restore: (given) => restore(only(given), folderHere()),
  count: countFile,
  check: (given) => checkFile(only(given)),
};

try {
  const run = command !== undefined && Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (run === undefined) throw new BadUsage('');
  process.stdout.write(`${await run(words)}\n`);
} catch (error) {
  const isUsage = error instanceof BadUsage;
  process.stderr.write(isUsage ? `${error.message}\n\n${USAGE}`.trimStart() : `${inWords(error)}\n`);
  process.exitCode = isUsage ? 2 : 1;
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

import { readConfig } from '../config.ts';
import { systemCode } from '../journal/files.ts';
import { backUp } from './backup.ts';
import { freshLinks } from './links.ts';
import { CannotDo, serverOf } from './loopback.ts';
import { restore } from './restore.ts';

const USAGE = `npm run cyfran -- COMMAND

  links SESSION|CODE   fresh links of a meeting, for whoever has this machine: facilitator, helper, big screen, tablet
  backup FOLDER        a whole copy of the data into FOLDER, while meetings go on
  restore FOLDER       a backup into CYFRAN_DATA, which must be empty, after every journal in it has been verified

Settings as for the server: PORT (3000), CYFRAN_HOST, CYFRAN_DATA (data).
Exit: 0 when done, 1 when it could not be done, 2 on bad usage.
`;

const [command, what, ...more] = process.argv.slice(2);
const config = readConfigOrExit();
const COMMANDS: Readonly<Record<string, (what: string) => Promise<string>>> = {
  links: (which) => freshLinks(which, serverOf(config)),
  backup: (folder) => backUp(folder, config.CYFRAN_DATA, serverOf(config)),
  restore: (folder) => restore(folder, config.CYFRAN_DATA),
};

const run = command !== undefined && Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
if (run === undefined || what === undefined || what === '' || more.length > 0) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  try {
    process.stdout.write(`${await run(what)}\n`);
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`);
    process.exitCode = 1;
  }
}

function readConfigOrExit() {
  try {
    return readConfig(process.env);
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`);
    process.exit(1);
  }
}

/** What was expected to go wrong is a sentence; anything else also says where. */
function inWords(error: unknown): string {
  if (error instanceof CannotDo || (error instanceof Error && systemCode(error) !== null)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

import { readFileSync } from 'node:fs';
import { checkPabulib } from '@cyfran/shared/pabulib/check.ts';
import { CannotDo } from './loopback.ts';

/** Judges a `.pb` file; answers what to print where it is right. Throws `CannotDo` with everything that is wrong in it. */
export function checkFile(file: string): string {
  const findings = checkPabulib(readFileSync(file, 'utf8'));
  const lines = findings.map(({ level, says }) => `${level}: ${says}`);
  if (findings.some(({ level }) => level === 'error'))
    throw new CannotDo([`${file} is not right.`, ...lines].join('\n'));
  return [`${file} is right.`, ...lines].join('\n');
}

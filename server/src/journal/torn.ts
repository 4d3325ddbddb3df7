import { LF, looksWellFormed, MAX_BATCH_BYTES } from './line.ts';

/** The smallest piece that a disk writes whole: a lost one reads as NULs, and text never holds one. */
const SECTOR_BYTES = 512;

/**
 * Why bad bytes at the end of a journal are not a torn write, or `null` if they are one and may be cut: a write that power or a kill
 * broke off, of which nothing was acknowledged. `fits` says whether a whole line would be the next of the chain. Rule J10.
 *
 * Torn bytes are at most one batch; nothing well-formed is among them; and either they stop before an LF, as a write that was broken off
 * does, or they hold NULs where a sector never reached the disk. A single NUL inside a line is a flipped byte, and so is one wrong byte
 * where a fitting line should end: cutting either would lose an acknowledged entry.
 */
export function whyNotTorn(tail: Buffer, fits: (line: Buffer) => boolean): string | null {
  if (tail.length > MAX_BATCH_BYTES) return 'more bad bytes than one write';
  if (tail.includes(LF) && !hasLostSector(tail)) return 'a complete line does not fit the chain';
  if (completeLines(tail).some(looksWellFormed)) return 'a well-formed line among bad bytes';
  if (fits(tail.subarray(0, -1))) return 'a fitting line ends in a wrong byte';
  return null;
}

/** Whether there are NULs up to the end, or at least a sector of them. */
function hasLostSector(tail: Buffer): boolean {
  return tail.at(-1) === 0 || tail.includes(Buffer.alloc(SECTOR_BYTES));
}

function completeLines(tail: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = tail.indexOf(LF); end >= 0; end = tail.indexOf(LF, start)) {
    lines.push(tail.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

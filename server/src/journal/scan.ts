import type { OpenFile } from './files.ts';
import { LF, MAX_BATCH_BYTES } from './line.ts';

const CHUNK_BYTES = 256 * 1024;

/** Bytes up to an LF, without it. `ended: false`: no LF came, up to the end or within what a line may hold; always the last. */
export interface RawLine {
  readonly offset: number;
  readonly bytes: Buffer;
  readonly ended: boolean;
}

/**
 * Reads a file's first `size` bytes as lines, some at a time, so that a large journal never stands in memory and the event loop turns
 * between two reads. The bytes of a line are its caller's to keep.
 */
export async function* scanLines(file: OpenFile, size: number): AsyncGenerator<readonly RawLine[]> {
  let offset = 0;
  let rest: Buffer = Buffer.alloc(0);
  while (offset + rest.length < size) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, size - offset - rest.length));
    const taken = await file.read(chunk, offset + rest.length);
    if (taken === 0) break;
    const bytes = Buffer.concat([rest, chunk.subarray(0, taken)]);
    const lines = splitLines(bytes, offset);
    const end = bytes.lastIndexOf(LF) + 1;
    offset += end;
    rest = bytes.subarray(end);
    if (lines.length > 0) yield lines;
    if (rest.length > MAX_BATCH_BYTES) break;
  }
  if (rest.length > 0) yield [{ offset, bytes: rest, ended: false }];
}

function splitLines(bytes: Buffer, offset: number): RawLine[] {
  const lines: RawLine[] = [];
  let start = 0;
  for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
    lines.push({ offset: offset + start, bytes: bytes.subarray(start, end), ended: true });
    start = end + 1;
  }
  return lines;
}

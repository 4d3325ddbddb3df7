import { createHash } from 'node:crypto';
import { main } from '@cyfran/shared/verify/verify.mjs';
import { unzipSync } from 'fflate';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotDo } from './loopback.ts';

/**
 * Checks a published record as `verify.mjs` does, with the same words after it: `record.jsonl`, or a whole pack, whose files are held against
 * its manifest and whose seals and key go into the check. Answers the exit code. Throws `CannotDo` where a file of the pack was changed.
 */
export async function verifyFile(
  [file = '', ...words]: readonly string[],
  write: (text: string) => void,
): Promise<number> {
  if (!file.endsWith('.zip')) return main([file, ...words], write);
  const files = unzipped(file);
  checkManifest(file, files);
  const folder = mkdtempSync(join(tmpdir(), 'cyfran-pack-'));
  try {
    const part = (name: string) => {
      writeFileSync(join(folder, name), files[name] ?? '');
      return join(folder, name);
    };
    const pub = Buffer.from(files['public-key.txt'] ?? [])
      .toString()
      .trim();
    const given = [part('record.jsonl'), '--checkpoint', part('checkpoints.txt'), '--pub', pub];
    return await main([...given, ...words], write);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function unzipped(file: string): Record<string, Uint8Array> {
  const bytes = readFileSync(file);
  try {
    return unzipSync(bytes);
  } catch {
    throw new CannotDo(`${file} is no ZIP file.`);
  }
}

function checkManifest(file: string, files: Readonly<Record<string, Uint8Array>>): void {
  const text = Buffer.from(files['manifest.json'] ?? []).toString();
  if (text === '') throw new CannotDo(`${file} has no manifest.json: it is no pack of a meeting.`);
  const { files: listed } = JSON.parse(text) as { files: readonly { name: string; sha256: string }[] };
  const wrong = listed.filter(({ name, sha256 }) => {
    const bytes = files[name];
    return bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== sha256;
  });
  if (wrong.length > 0)
    throw new CannotDo(`Not as the manifest of ${file} has them: ${wrong.map(({ name }) => name).join(', ')}.`);
}

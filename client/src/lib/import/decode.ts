/** How a file's letters are written. */
export const ENCODINGS = ['utf-8', 'utf-16', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A file's text, or why it has none. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly fault: 'workbook' | 'not-text' | 'empty' };

/** How a workbook begins (a zip, as XLSX and ODS are, or the XLS of old), as opposed to a text. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * A file's bytes as text, without a byte order mark: UTF-8, UTF-16 where a mark says so (Excel's "Unicode text"), else Windows-1252.
 * `encoding`: what a person says it is.
 */
export function decode(bytes: Uint8Array, encoding: Encoding | null = null): Decoded {
  if (bytes.length === 0) return { ok: false, fault: 'empty' };
  if (WORKBOOKS.some((beginning) => startsWith(bytes, beginning))) return { ok: false, fault: 'workbook' };
  const used = encoding ?? guessEncoding(bytes);
  const text = new TextDecoder(labelOf(used, bytes)).decode(bytes);
  // No sheet holds these, every picture does.
  if (encoding === null && /[\0-\u0008]/.test(text)) return { ok: false, fault: 'not-text' };
  return text.trim() === '' ? { ok: false, fault: 'empty' } : { ok: true, text, encoding: used };
}

function guessEncoding(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return 'utf-16';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function labelOf(encoding: Encoding, bytes: Uint8Array): string {
  if (encoding !== 'utf-16') return encoding;
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-16le';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}

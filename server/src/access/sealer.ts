import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const [IV_BYTES, TAG_BYTES] = [12, 16];
const SEALED = 'sealed.';
const PLAIN = 'plain.';

/** What was sealed cannot be opened with this server's settings. */
class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

/**
 * Keeps a session's keys from whoever can read Redis or its backups but not this server's settings: AES-256-GCM under a key that is made from
 * `CYFRAN_MASTER_KEY`. Without one they are kept as they are. `about` names what is sealed: it opens under the same name alone.
 */
export class Sealer {
  readonly #key: Buffer | null;

  constructor(master: string | undefined) {
    this.#key = master === undefined ? null : Buffer.from(hkdfSync('sha256', master, '', 'cyfran/session-keys/v1', 32));
  }

  seal(secret: Uint8Array, about: string): string {
    if (this.#key === null) return PLAIN + Buffer.from(secret).toString('base64url');
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, iv).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    return SEALED + sealed.toString('base64url');
  }

  /** Throws `CannotOpen` with what to set. */
  open(kept: string, about: string): Uint8Array {
    if (kept.startsWith(PLAIN)) return new Uint8Array(Buffer.from(kept.slice(PLAIN.length), 'base64url'));
    if (this.#key === null)
      throw new CannotOpen('The keys in Redis are sealed: set CYFRAN_MASTER_KEY as on the other servers.');
    const sealed = Buffer.from(kept.slice(SEALED.length), 'base64url');
    const cipher = createDecipheriv(ALGORITHM, this.#key, sealed.subarray(0, IV_BYTES)).setAAD(Buffer.from(about));
    cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      return new Uint8Array(Buffer.concat([cipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), cipher.final()]));
    } catch (error) {
      throw new CannotOpen('CYFRAN_MASTER_KEY is not the one that the keys in Redis were sealed with.', {
        cause: error,
      });
    }
  }
}

import { Unreadable, verify } from '@cyfran/shared/verify/verify.mjs';
import { hashes, verify as verifyEd25519 } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { CheckAnswer, CheckTask } from './check-task.ts';

hashes.sha512 = sha512;

/** The same checks as on the command line, with what every browser has, also over plain http; beside the page, which goes on. */
const machine = {
  sha256: (text: string | Uint8Array) => sha256(typeof text === 'string' ? utf8ToBytes(text) : text),
  verifyEd25519: (pub: Uint8Array, message: Uint8Array, signature: Uint8Array) => {
    try {
      return verifyEd25519(signature, message, pub);
    } catch {
      return false;
    }
  },
};

addEventListener('message', ({ data: { record, asked } }: MessageEvent<CheckTask>) => {
  let answer: CheckAnswer;
  try {
    answer = { report: verify(record, asked, machine) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    answer = { unreadable: error.message };
  }
  postMessage(answer);
});

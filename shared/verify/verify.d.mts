/** What the language itself does not have. */
export interface Machine {
  readonly sha256: (text: string | Uint8Array) => Uint8Array;
  readonly verifyEd25519: (pub: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
}

/** What somebody kept: the session's public key, texts of signed notes (seals), receipts, or only their codes. */
export interface Asked {
  readonly pub?: string;
  readonly checkpoints?: readonly string[];
  readonly receipts?: readonly object[];
  readonly codes?: readonly string[];
}

export interface Sentence {
  readonly cy: string;
  readonly en: string;
}

/** One of the sixteen checks. `unchecked`: what it needs is not published, or nobody handed it in. */
export interface Check {
  readonly id: string;
  readonly state: 'ok' | 'failed' | 'unchecked';
  readonly what: Sentence;
  readonly notes: readonly Sentence[];
}

/** A ballot that a code stands for. `alloc`: `null` where it is not published. */
export interface FoundBallot {
  readonly round: string;
  readonly version: number;
  readonly at: string;
  readonly counts: boolean;
  readonly practice: boolean;
  readonly alloc: readonly (readonly [proposal: string, tokens: number])[] | null;
  readonly code: string;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly session: string;
  readonly entries: number;
  readonly head: string;
  readonly checks: readonly Check[];
  readonly rounds: readonly {
    readonly round: string;
    readonly ballots: number;
    readonly tally: readonly (readonly [proposal: string, tokens: number, supporters: number])[] | null;
    readonly isListed: boolean;
    readonly funded: readonly string[] | null;
  }[];
  readonly found: readonly { readonly code: string; readonly ballots: readonly FoundBallot[] }[];
}

/** The record is no record at all. */
export class Unreadable extends Error {}
/** Checks a published record. Throws `Unreadable`. Source: RECORD.md, section 2.3. */
export function verify(text: string, asked: Asked, machine: Machine): VerifyReport;
/** The twelve letters of a receipt, without dashes. */
export function codeOf(commit: string): string;
/** The report as a person reads it. */
export function inWords(report: VerifyReport, languages: readonly ('cy' | 'en')[]): string;
/** SHA-256 and Ed25519 of Node. */
export function nodeMachine(): Promise<Machine>;
/** Runs the command; answers its exit code: 0 it holds, 1 it does not, 2 it cannot be read. */
export function main(args: readonly string[], write: (text: string) => void): Promise<number>;

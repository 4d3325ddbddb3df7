/** Why a file is not a Pabulib election: each has a sentence for people in both languages. */
export type PabulibFault =
  | 'no-beginning'
  | 'section-twice'
  | 'section-missing'
  | 'header-amiss'
  | 'column-missing'
  | 'column-twice'
  | 'no-budget'
  | 'cell-missing'
  | 'quote-open'
  | 'amount-unclear'
  | 'amount-too-large'
  | 'number-unclear'
  | 'points-amiss'
  | 'project-unknown'
  | 'id-unwritable';

/** A file that is not a Pabulib election, or cannot be one. `line` from 1, 0 when no line is to blame; `what` it is about. */
export class PabulibError extends Error {
  override readonly name = 'PabulibError';
  readonly line: number;
  readonly fault: PabulibFault;
  readonly what: string;
  constructor(line: number, fault: PabulibFault, what: string, expected: string) {
    super(line === 0 ? expected : `line ${String(line)}: ${expected}`);
    this.line = line;
    this.fault = fault;
    this.what = what;
  }
}

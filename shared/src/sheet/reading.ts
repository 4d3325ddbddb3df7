import type { Field } from './fields.ts';
import type { ImportedProposal, TakenProposal } from './imported-proposal.ts';
import type { Text } from '../words/text.ts';
import type { Place } from './read-sheet.ts';

/** Where something stands: in a row of a sheet, or in a project of a `.pb` file. `name` as far as it is known, else empty. */
export interface Where {
  readonly at: Place | null;
  readonly name: Text;
}

/** Why a row is not imported: each has a sentence. Several may be true of one row. */
export type RowFault =
  /** Neither a name nor a cost. */
  | { readonly reason: 'no-proposal' }
  | { readonly reason: 'name-missing' }
  | { readonly reason: 'cost-missing' }
  | { readonly reason: 'cost-unclear'; readonly found: string }
  | { readonly reason: 'cost-too-small'; readonly found: string }
  | { readonly reason: 'cost-too-large'; readonly found: string }
  | { readonly reason: 'cost-currency'; readonly found: string }
  | { readonly reason: 'too-long'; readonly field: Field; readonly letters: number; readonly most: number }
  /** An earlier row has this id. `first`: where. */
  | { readonly reason: 'id-twice'; readonly found: string; readonly first: Place | null }
  /** The sum below the others. */
  | { readonly reason: 'total' }
  /** A quotation mark opens and never closes. */
  | { readonly reason: 'open-quote' }
  /** A project that its city withdrew: Pabulib says so with a cost of 999999999. */
  | { readonly reason: 'withdrawn' };

export type RowProblem = Where & RowFault;

/** What a person should look at in a row that can be imported. */
export type RowWarning = Where &
  (
    | { readonly reason: 'letters-lost'; readonly found: string }
    /** A Pabulib name was too long: its end stands in the description alone. */
    | { readonly reason: 'name-cut' }
    | { readonly reason: 'name-twice'; readonly first: Place | null }
  );

/** A row that can be imported. */
export interface ReadProposal {
  readonly at: Place | null;
  readonly proposal: ImportedProposal;
}

/** A whole sheet or file, read. Its order is the file's. */
export interface Reading {
  readonly proposals: readonly ReadProposal[];
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowWarning[];
}

/** The meeting that the proposals come into. */
export interface Destination {
  readonly currency: { readonly code: string; readonly digits: number };
  readonly taken: readonly TakenProposal[];
}

import type { ImportWords } from '@cyfran/shared/i18n/import.en.ts';
import { PabulibError } from '@cyfran/shared/pabulib/fault.ts';
import { parsePabulib } from '@cyfran/shared/pabulib/parse.ts';
import type { Destination } from '@cyfran/shared/sheet/reading.ts';
import { PabulibDraft } from './pabulib-draft.svelte.ts';
import { SheetDraft } from './sheet-draft.svelte.ts';

/** Why nothing can be made of what a person brought: each has a sentence. */
export type Fault = keyof ImportWords['faults'];

/** What a text turned out to be. */
export type Opened =
  | { readonly kind: 'sheet'; readonly draft: SheetDraft }
  | { readonly kind: 'pabulib'; readonly draft: PabulibDraft }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'pabulib-fault'; readonly error: PabulibError };

/** The first word of every Pabulib file stands alone in its line. */
const PABULIB = /^\s*META\s*[\r\n]/i;

/** Far beyond what a meeting takes: a page that read them all would stand still. */
const MOST_ROWS = 2_000;

/** Makes a draft of a text without a byte order mark: a Pabulib file or a sheet. */
export function openText(text: string, destination: () => Destination): Opened {
  if (PABULIB.test(text)) return openPabulib(text, destination);
  const draft = new SheetDraft(text, destination);
  if (draft.rows.length === 0) return { kind: 'fault', fault: 'empty' };
  return draft.rows.length > MOST_ROWS ? { kind: 'fault', fault: 'too-many-rows' } : { kind: 'sheet', draft };
}

function openPabulib(text: string, destination: () => Destination): Opened {
  try {
    return { kind: 'pabulib', draft: new PabulibDraft(parsePabulib(text), destination) };
  } catch (error) {
    if (error instanceof PabulibError) return { kind: 'pabulib-fault', error };
    throw error;
  }
}

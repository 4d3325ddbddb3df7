import type { HostWords } from '@cyfran/shared/i18n/host.en.ts';

/** What cannot be saved as it was typed, with the id of the field, or of the group of fields, that mends it. */
export interface Problem {
  readonly field: string;
  readonly say: (words: HostWords) => string;
}

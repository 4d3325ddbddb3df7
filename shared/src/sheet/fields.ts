import { LANGUAGES, TEXT_FIELDS, type Language, type TextField } from './imported-proposal.ts';

/** What a column may hold. `by.both`: who brings it, named the same in both languages. */
export type Field = 'id' | 'cost' | `${TextField}.${Language}` | 'by.both';

/** Every field, in the order in which a person chooses from them. */
export const FIELDS: readonly Field[] = [
  'id',
  ...TEXT_FIELDS.flatMap((text) => LANGUAGES.map((language) => `${text}.${language}` as const)),
  'by.both',
  'cost',
];

/** What each column holds, by the column's place from 0; `null`: it is not used. No field stands twice. */
export type Mapping = readonly (Field | null)[];

/** The mapping with one column changed. A field that another column had moves: that column is not used any more. */
export function withField(mapping: Mapping, column: number, field: Field | null): Mapping {
  return mapping.map((had, index) => {
    if (index === column) return field;
    return had === field ? null : had;
  });
}

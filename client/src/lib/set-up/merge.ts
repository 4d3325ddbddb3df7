import { isSame } from './form.ts';

/** Two hosts' changes to one draft. `clashes`: fields that both changed, each in their own way; in `draft` theirs stand. */
export interface Merged<Draft> {
  readonly draft: Draft;
  readonly clashes: readonly (keyof Draft)[];
}

/** What comes of `mine` and `theirs`, both begun from `base`: each field as whoever changed it left it. */
export function merge<Draft extends object>(base: Draft, mine: Draft, theirs: Draft): Merged<Draft> {
  const draft = { ...theirs };
  const clashes: (keyof Draft)[] = [];
  for (const field of Object.keys(theirs) as (keyof Draft)[]) {
    if (isSame(mine[field], base[field]) || isSame(mine[field], theirs[field])) continue;
    if (isSame(theirs[field], base[field])) draft[field] = mine[field];
    else clashes.push(field);
  }
  return { draft, clashes };
}

/** Whether something kept on the device is a draft of this form, and not one of earlier pages. */
export function isDraftLike<Draft extends object>(kept: unknown, like: Draft): kept is Draft {
  if (typeof kept !== 'object' || kept === null) return false;
  const [here, there] = [Object.entries(like), kept as Record<string, unknown>];
  return (
    here.length === Object.keys(there).length && here.every(([key, value]) => kindOf(there[key]) === kindOf(value))
  );
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}

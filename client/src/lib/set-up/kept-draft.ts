import { isSame } from './form.ts';
import { isDraftLike, merge } from './merge.ts';

/** What this host typed where a co-host has saved something else. In the form stands what the co-host saved. */
export interface Clash<Draft> {
  readonly mine: Draft;
  readonly fields: readonly (keyof Draft)[];
}

/** What the device keeps of a form. `base`: what the server had when the typing began. */
export interface Kept<Draft> {
  readonly base: Draft;
  readonly draft: Draft;
  readonly clash: Clash<Draft> | null;
}

/** What was kept of a form like this one; `null` where it is none, or one of earlier pages. */
export function readKept<Draft extends object>(found: unknown, like: Draft): Kept<Draft> | null {
  if (typeof found !== 'object' || found === null) return null;
  const { base, draft, clash } = found as Partial<Kept<Draft>>;
  if (!isDraftLike(base, like) || !isDraftLike(draft, like)) return null;
  if (clash === null || clash === undefined) return { base, draft, clash: null };
  return isDraftLike(clash.mine, like) && Array.isArray(clash.fields) ? { base, draft, clash } : null;
}

/** How a form begins with what was kept of it, over what the server has now. */
export function begin<Draft extends object>(
  { base, draft, clash }: Kept<Draft>,
  now: Draft,
): { readonly draft: Draft; readonly clash: Clash<Draft> | null } {
  const merged = merge(base, draft, now);
  const before = clash?.fields ?? [];
  const mine = clash === null ? draft : { ...draft, ...only(clash.mine, before) };
  const fields = [...before, ...merged.clashes.filter((field) => !before.includes(field))].filter(
    (field) => !isSame(mine[field], merged.draft[field]),
  );
  return { draft: merged.draft, clash: fields.length === 0 ? null : { mine, fields } };
}

function only<Draft extends object>(draft: Draft, fields: readonly (keyof Draft)[]): Partial<Draft> {
  const some: Partial<Draft> = {};
  for (const field of fields) some[field] = draft[field];
  return some;
}

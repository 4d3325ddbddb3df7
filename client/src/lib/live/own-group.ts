import type { Group } from '@cyfran/shared/words/groups.ts';

/** What a person says they are today. To the count `both` and `unsaid` are one: undeclared. */
export type OwnGroup = 'citizens' | 'professionals' | 'both' | 'unsaid';

export const OWN_GROUPS: readonly OwnGroup[] = ['citizens', 'professionals', 'both', 'unsaid'];

/** What goes with the ballot. */
export function toGroup(own: OwnGroup): Group {
  return own === 'both' || own === 'unsaid' ? 'undeclared' : own;
}

/** What the person said, as far as their ballot tells. */
export function fromGroup(group: Group): OwnGroup {
  return group === 'undeclared' ? 'unsaid' : group;
}

/** What an earlier load of the page kept. */
export function isOwnGroup(value: unknown): value is OwnGroup {
  return OWN_GROUPS.some((own) => own === value);
}

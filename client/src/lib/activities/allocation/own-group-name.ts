import type { PhoneInside } from '@cyfran/shared/i18n/phone-inside.en.ts';
import type { Sections } from '@cyfran/shared/session/view.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import type { OwnGroup } from '../../live/own-group.ts';

type GroupNames = Sections['meeting']['groupNames'];

/** What a group is called where somebody chooses theirs: the meeting's own name for it, else ours. */
export function ownGroupName(own: OwnGroup, names: GroupNames | undefined, words: PhoneInside['group']): Text | string {
  if (own === 'both') return words.bothOfThem;
  if (own === 'unsaid') return words.unsaid;
  const given = names?.[own] ?? {};
  return given.cy === undefined && given.en === undefined ? words[own] : given;
}

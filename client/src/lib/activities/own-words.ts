import type { View } from '@cyfran/shared/session/view.ts';
import type { ActivityId } from '@cyfran/shared/words/ids.ts';
import type { Text } from '@cyfran/shared/words/text.ts';

/** The host's own words for a part of the meeting, such as the question of a talk; `null` where there are none. */
export function ownWords({ meeting }: View, activity: ActivityId | null): Text | null {
  const text = meeting?.agenda.find((item) => item.activity === activity)?.text ?? {};
  return text.cy === undefined && text.en === undefined ? null : text;
}

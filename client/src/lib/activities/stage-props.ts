import type { View } from '@cyfran/shared/session/view.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import type { Hall } from '@cyfran/shared/i18n/hall.en.ts';
import { hall } from '#lib/hall.ts';

/** What an activity's big screen is given. It takes no input. */
export interface StageProps {
  readonly view: View;
  readonly serverNow: () => number;
}

/** A word of the big screen in both languages. */
export function both(say: (words: Hall['stage']) => string): Text {
  return { cy: say(hall.cy.stage), en: say(hall.en.stage) };
}

/** The host's own words for what is on, such as the question of a talk; `null` where there are none. */
export function ownText({ meeting, now }: View): Text | null {
  const text = meeting?.agenda.find(({ activity }) => activity === now?.current)?.text ?? {};
  return text.cy === undefined && text.en === undefined ? null : text;
}

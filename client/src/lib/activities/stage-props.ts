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

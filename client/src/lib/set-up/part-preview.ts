import type { AllocationPlan } from '@cyfran/shared/activities/allocation/plan.ts';
import { stageCy } from '@cyfran/shared/i18n/stage.cy.ts';
import { stageEn } from '@cyfran/shared/i18n/stage.en.ts';
import type { PhoneInside } from '@cyfran/shared/i18n/phone-inside.en.ts';
import type { StageWords } from '@cyfran/shared/i18n/stage.en.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import type { PartKind } from '../part-kind.ts';
import { isEmptyText } from './two-texts.ts';

/** What a screen says of a part, in short: its heading, and what stands below it. */
interface Said<Words> {
  readonly heading: Words;
  readonly lines: readonly Words[];
}

/** What phones will say, in the words of the phone. `own`: the host's own words in the reader's language, else `null`. */
export function phonePreview(
  kind: PartKind,
  words: PhoneInside,
  own: string | null,
  round: AllocationPlan | null,
): Said<string> {
  const mine = own === null ? [] : [own];
  switch (kind) {
    case 'practice':
      return { heading: words.practice.title, lines: [words.practice.banner, ...mine, words.practice.lead] };
    case 'how':
      return {
        heading: words.how.title,
        lines: [...mine, ...(round === null ? [words.how.none] : [words.how.tokens(round.tokens, round.cap)])],
      };
    case 'talk':
      return { heading: words.talk.title, lines: mine };
    case 'break':
      return { heading: words.pause.title, lines: [...mine, words.pause.lead] };
    case 'first':
      return { heading: words.ballot.title, lines: [words.firstRound, ...mine, words.ballot.tokens] };
    case 'left':
      return { heading: words.ballot.title, lines: [words.leftRound, ...mine, words.ballot.tokens] };
    case 'deciding':
      return { heading: words.ballot.title, lines: [...mine, words.ballot.tokens] };
  }
}

/** What the big screen will say, in both languages at once. `money`: what is shared, in words. */
export function stagePreview(kind: PartKind, own: Text, round: AllocationPlan | null, money: string): Said<Text> {
  const mine = isEmptyText(own) ? null : own;
  switch (kind) {
    case 'practice':
      return { heading: both((t) => t.practice), lines: [] };
    case 'how':
      return {
        heading: both((t) => t.how),
        lines: round === null ? [] : [both((t) => t.howTokens(round.tokens, round.cap)), both((t) => t.askOnPhone)],
      };
    case 'talk':
      return { heading: mine ?? both((t) => t.talk), lines: [both((t) => t.timeLeft)] };
    case 'break':
      return { heading: mine ?? both((t) => t.break), lines: [both((t) => t.breakMore)] };
    case 'first':
      return { heading: both((t) => t.firstRound), lines: [both((t) => t.sharing(money)), both((t) => t.notPounds)] };
    case 'left':
      return { heading: both((t) => t.leftRound), lines: [both((t) => t.notPounds)] };
    case 'deciding':
      return { heading: both((t) => t.sharing(money)), lines: [both((t) => t.notPounds)] };
  }
}

function both(say: (words: StageWords) => string): Text {
  return { cy: say(stageCy), en: say(stageEn) };
}

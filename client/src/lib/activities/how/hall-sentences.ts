import type { Sections } from '@cyfran/shared/session/view.ts';
import type { Text } from '@cyfran/shared/words/text.ts';
import { formatMoney } from '@cyfran/shared/i18n/money.ts';
import { both } from '../stage-props.ts';
import { comingRound } from './coming-round.ts';

/** What the hall reads under "How we will decide", in both languages; nothing where no round is to come. */
export function hallSentences(
  meeting: Pick<Sections['meeting'], 'agenda' | 'currency' | 'potMinor'>,
  started: readonly string[],
): Text[] {
  const plan = comingRound(meeting, started);
  if (plan === null) return [];
  const { tokens, cap, voice, decision, reveal, count = 'greedy' } = plan;
  const money = formatMoney('cy', meeting.currency, meeting.potMinor);
  const isBoth = decision === 'both-groups';
  return [
    both((t) => t.howTokens(tokens, cap)),
    both((t) => t.howCount[count](money)),
    // What is not said here because it is as everywhere (a tie is settled by lot) stands on the phones.
    ...(isBoth ? [both((t) => t.howBoth)] : []),
    ...(isBoth && voice === 'one-person-one-ballot' ? [] : [both((t) => t.howVoice[voice])]),
    both((t) => (reveal === 'live' ? t.howLive : t.howHidden)),
  ];
}

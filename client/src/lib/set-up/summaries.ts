import type { HostWords } from '@cyfran/shared/i18n/host.en.ts';
import { minutesOf } from '@cyfran/shared/session/readiness.ts';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';
import { formatMoney } from '@cyfran/shared/i18n/money.ts';
import { plainText } from '@cyfran/shared/i18n/read-text.ts';
import { dayInWords } from './days.ts';
import { planOf } from './forms/rules.ts';
import { countMissing, missingTexts } from './missing-texts.ts';
import type { Task } from './tasks.ts';

/** What stands in a task so far, in one line; nothing where there is nothing to tell. */
export function summaryOf(task: Task, setUp: SetUp, words: HostWords, locale: Locale): string {
  switch (task) {
    case 'basics':
      return lineOf([plainText(setUp.title, locale, ''), setUp.day === null ? '' : dayInWords(words, setUp.day)]);
    case 'voters':
      return lineOf([words.voters.admissions[setUp.admission].label, setUp.paper ? words.voters.paperLine : '']);
    case 'together':
      return plainText(setUp.together, locale, '');
    case 'money':
      return setUp.potMinor === 0 ? '' : formatMoney(locale, setUp.currency, setUp.potMinor);
    case 'proposals':
      return proposalsLine(setUp, words, locale);
    case 'rules':
      return rulesLine(setUp, words);
    case 'record':
      return lineOf([words.claims.modes[setUp.mode].label, words.record.line(setUp.linkDays)]);
    case 'show':
      return showLine(setUp, words);
    case 'languages':
      return languagesLine(setUp, words);
    case 'links':
    case 'rehearse':
      return '';
  }
}

function proposalsLine({ proposals, currency }: SetUp, { tasks }: HostWords, locale: Locale): string {
  if (proposals.length === 0) return '';
  const all = proposals.reduce((sum, { costMinor }) => sum + costMinor, 0);
  return tasks.together(tasks.proposals(proposals.length), formatMoney(locale, currency, all));
}

function rulesLine(setUp: SetUp, { rules }: HostWords): string {
  const round = planOf(setUp, 'deciding') ?? planOf(setUp, 'first');
  if (round === null) return '';
  const { tokens, cap, voice, decision } = round;
  return lineOf([
    rules.tokensLine(String(tokens), String(cap)),
    voice === 'one-person-one-ballot' ? '' : rules.voices[voice].label,
    decision === 'overall' ? '' : rules.bothLine,
  ]);
}

function showLine({ agenda, bookedMinutes }: SetUp, { show, tasks }: HostWords): string {
  const planned = show.length(minutesOf(agenda));
  return bookedMinutes === null ? tasks.plannedOnly(planned) : tasks.planned(planned, show.length(bookedMinutes));
}

function languagesLine(setUp: SetUp, { tasks, languages }: HostWords): string {
  const count = countMissing(missingTexts(setUp));
  return count === 0 ? tasks.bothLanguages : languages.missingTitle(count);
}

function lineOf(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

import { plainText } from '../i18n/read-text.ts';
import type { Mending } from '../session/session.ts';
import type { Text } from '../words/text.ts';
import type { Naming } from './naming.ts';

/** What one mending changed, in sentences; none where nothing that is told was. */
export function mendingSentences(
  { money, costs, added, removed, reworded, fields }: Mending,
  naming: Naming,
): string[] {
  const { mendings: words } = naming.words;
  const nameOf = (name: Text) => plainText(name, naming.locale, '–');
  const named = ([names, say]: readonly [readonly Text[], (names: string) => string]) =>
    names.length === 0 ? [] : [say(names.map(nameOf).join(', '))];
  return [
    ...(money === null ? [] : [words.money(naming.money(money.from), naming.money(money.to))]),
    ...costs.map(({ name, from, to }) => words.cost(nameOf(name), naming.money(from), naming.money(to))),
    ...(
      [
        [added, words.added],
        [removed, words.removed],
        [reworded, words.reworded],
      ] as const
    ).flatMap(named),
    ...(fields.length === 0 ? [] : [words.fields(fields.map((field) => words.names[field]).join(', '))]),
  ];
}

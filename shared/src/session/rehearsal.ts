import type { SetUp } from './set-up.ts';

const LONGEST_TITLE = 120;

/** A set-up to be tried out: the meeting's name says so first, and so does every screen and file that carries it. Rule S17. */
export function rehearsed(setUp: SetUp): SetUp {
  const { cy, en } = setUp.title;
  return {
    ...setUp,
    title: {
      ...(cy === undefined ? {} : { cy: shortened(`Ymarfer: ${cy}`) }),
      ...(en === undefined ? {} : { en: shortened(`Rehearsal: ${en}`) }),
    },
  };
}

/** Cut where a letter ends. */
function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const letters = [...new Intl.Segmenter().segment(title)].map(({ segment }) => segment);
  while (letters.join('').length >= LONGEST_TITLE) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

import type { Attachment } from 'svelte/attachments';
import { mostThatFits, showMost } from './shorten.ts';

const STEPS = 7;
const SMALLEST = 0.2;

/**
 * Sets `--fit` (1 down to 0.2) on an element of a given size, so that what stands in it, sized by `max(var(--smallest), var(--fit) * ...)`,
 * is as large as fits without scrolling; what would not fit in width at any size is fitted in height. What does not fit even at its
 * smallest is cut: the longest texts first, each at a word. Fits again when the element's size, the fonts, or what `watched` reads change.
 */
export function fit(watched: () => unknown): Attachment<HTMLElement> {
  return (node) => {
    watched();
    const set = (size: number) => node.style.setProperty('--fit', String(size));
    const isLow = () => node.scrollHeight <= node.clientHeight + 1;
    const isSmall = () => isLow() && node.scrollWidth <= node.clientWidth + 1;
    const texts = () => [...node.querySelectorAll<HTMLElement>('[data-whole]')];
    const show = (most: number) => {
      for (const text of texts()) showMost(text, most);
    };
    const refit = () => {
      show(Infinity);
      set(1);
      if (isSmall()) return;
      set(SMALLEST);
      const fits = isSmall() ? isSmall : isLow;
      let [low, high] = [SMALLEST, 1];
      for (let step = 0; step < STEPS; step += 1) {
        const middle = (low + high) / 2;
        set(middle);
        if (fits()) low = middle;
        else high = middle;
      }
      set(low);
      if (isLow()) return;
      const longest = Math.max(1, ...texts().map(({ dataset }) => dataset.whole?.length ?? 0));
      const isLowWith = (most: number) => {
        show(most);
        return isLow();
      };
      show(mostThatFits(longest, isLowWith));
    };
    const observer = new ResizeObserver(refit);
    observer.observe(node);
    void document.fonts.ready.then(refit);
    return () => observer.disconnect();
  };
}

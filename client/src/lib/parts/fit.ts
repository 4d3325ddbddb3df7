import type { Attachment } from 'svelte/attachments';

const STEPS = 7;
const SMALLEST = 0.2;

/**
 * Sets `--fit` (1 down to 0.2) on an element of a given size, so that what stands in it, sized by `calc(var(--fit) * ...)`, is as
 * large as fits without scrolling; what would not fit in width at any size is fitted in height. Fits again when the element's size,
 * the fonts, or what `watched` reads change.
 */
export function fit(watched: () => unknown): Attachment<HTMLElement> {
  return (node) => {
    watched();
    const set = (size: number) => node.style.setProperty('--fit', String(size));
    const isLow = () => node.scrollHeight <= node.clientHeight + 1;
    const isSmall = () => isLow() && node.scrollWidth <= node.clientWidth + 1;
    const refit = () => {
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
    };
    const observer = new ResizeObserver(refit);
    observer.observe(node);
    void document.fonts.ready.then(refit);
    return () => observer.disconnect();
  };
}

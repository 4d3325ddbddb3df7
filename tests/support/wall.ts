import type { Page } from 'playwright-core';

/** One text on the wall. `size`: its font size in hundredths of the screen's height (vh). Its box in pixels, without the air above and below. */
export interface WallText {
  readonly words: string;
  readonly size: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** What hides some of it: the screen's edge, or a box that it stands in. */
  readonly cutBy: string | null;
  /** The whole text where this is a part of one. */
  readonly whole: string | null;
}

/** Whatever a hall could read now, line by line. */
export function wallTexts(page: Page): Promise<WallText[]> {
  return page.evaluate(() => {
    /** Letters are lower than their line's box: what lies in this part of it above and below is air, in font sizes. */
    const AIR = 0.24;
    const found: WallText[] = [];
    const { innerWidth, innerHeight } = window;
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const parent = text.parentElement;
      if (parent === null || text.data.trim() === '') continue;
      if (parent.closest('.visually-hidden, script, style, noscript, svg, #svelte-announcer') !== null) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const fontSize = Number.parseFloat(getComputedStyle(parent).fontSize);
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) {
        if (box.width === 0) continue;
        const middle = (box.top + box.bottom) / 2;
        const half = Math.min(box.height / 2, (1.2 / 2 - AIR) * fontSize);
        const [left, right, top, bottom] = [box.left, box.right, middle - half, middle + half];
        let cutBy =
          left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5 ? 'the screen' : null;
        for (let around: Element | null = parent; cutBy === null && around !== null; around = around.parentElement) {
          if (getComputedStyle(around).overflow === 'visible') continue;
          const edge = around.getBoundingClientRect();
          const isOut =
            left < edge.left - 1 || right > edge.right + 1 || top < edge.top - 1 || bottom > edge.bottom + 1;
          if (isOut) cutBy = `${around.tagName.toLowerCase()}.${around.className}`;
        }
        const size = (fontSize * 100) / innerHeight;
        const whole = parent.dataset.whole ?? null;
        found.push({ words: text.data.trim(), size, left, top, right, bottom, cutBy, whole });
      }
    }
    return found;
  });
}

/** What a hall could not read: too small, cut off, cut inside a word, or under another text. Sizes in vh. */
export function wallFaults(texts: readonly WallText[], smallest: number): string[] {
  return texts.flatMap((text, index) => {
    const { words, size, cutBy } = text;
    const over = texts.slice(index + 1).find((other) => overlap(text, other));
    return [
      ...(size < smallest - 0.01 ? [`"${words}" has ${size.toFixed(2)} vh`] : []),
      ...(cutBy === null ? [] : [`"${words}" is cut by ${cutBy}`]),
      ...(isCutInAWord(text) ? [`"${words}" is cut inside a word`] : []),
      ...(over === undefined ? [] : [`"${words}" and "${over.words}" stand on each other`]),
    ];
  });
}

function overlap(one: WallText, other: WallText): boolean {
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1
  );
}

/** A first word that is longer than the line can only be cut in itself. */
function isCutInAWord({ words, whole }: WallText): boolean {
  if (whole === null || words === whole.trim() || !words.endsWith('…')) return false;
  const kept = words.slice(0, -1);
  return kept.includes(' ') && !/^[\s,.;:–-]/.test(whole.slice(kept.length));
}

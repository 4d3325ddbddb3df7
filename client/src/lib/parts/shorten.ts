import type { Attachment } from 'svelte/attachments';

const CUT_MARK = '…';

/** A text in at most so many characters, the mark of the cut included: cut between words, inside one only where the first is too long. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = Math.max(1, most - CUT_MARK.length);
  const space = text.lastIndexOf(' ', room);
  const kept = text.slice(0, space > 0 ? space : room);
  return kept.replace(/[\s,.;:–-]+$/u, '') + CUT_MARK;
}

/** The most characters, from 1 to `longest`, of which `fits` still holds, where a longer text never fits better than a shorter one. */
export function mostThatFits(longest: number, fits: (most: number) => boolean): number {
  let [low, high] = [1, longest];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Shows at most so many characters of an element's `data-whole`. The text node stays the one that Svelte knows. */
export function showMost(node: HTMLElement, most: number): void {
  const { whole = '' } = node.dataset;
  if (node.firstChild !== null) node.firstChild.nodeValue = shortened(whole, most);
}

/** Cuts an element's `data-whole` to what stands in so many lines of the width it is given, and again when that, the size or the fonts change. */
export function inLines(whole: string, lines: number): Attachment<HTMLElement> {
  return (node) => {
    let last = '';
    const fits = (most: number) => {
      showMost(node, most);
      const lineHeight = Number.parseFloat(getComputedStyle(node).lineHeight);
      return node.offsetHeight < (lines + 0.5) * lineHeight && node.scrollWidth <= node.clientWidth + 1;
    };
    const cut = () => {
      last = given();
      if (!fits(whole.length)) showMost(node, mostThatFits(whole.length, fits));
    };
    const given = () => `${String(node.clientWidth)} ${getComputedStyle(node).fontSize}`;
    cut();
    // A cut changes the height alone. It waits for the next frame: an observer must not change what it observes.
    const observer = new ResizeObserver(() => requestAnimationFrame(() => given() !== last && cut()));
    observer.observe(node);
    void document.fonts.ready.then(cut);
    return () => observer.disconnect();
  };
}

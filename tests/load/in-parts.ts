/** Does `each` for 0 to `count`, `atOnce` of them together, then the next. */
export async function inParts(count: number, atOnce: number, each: (index: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += atOnce) {
    const length = Math.min(atOnce, count - from);
    await Promise.all(Array.from({ length }, (_, step) => each(from + step)));
  }
}

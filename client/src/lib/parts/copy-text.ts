/**
 * Puts a text on the clipboard. On plain http browsers have no clipboard to write to: there the field that shows the text is selected and
 * copied as a hand would. Answers whether it is there.
 */
export async function copyText(text: string, field: HTMLInputElement): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      // Forbidden by the browser or its owner: the way of the hand is left.
      if (!(error instanceof DOMException)) throw error;
    }
  }
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without a secure context
  return document.execCommand('copy');
}

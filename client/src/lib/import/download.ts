const LET_GO_MS = 10_000;

/** Offers a text that was made on this page as a CSV file to keep. */
export function downloadCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // At once would be before some browsers have read it.
  setTimeout(() => URL.revokeObjectURL(url), LET_GO_MS);
}

/** What a process has used: processor time since it began (microseconds), memory now (bytes). */
export interface Usage {
  readonly cpuUs: number;
  readonly rssBytes: number;
}

/** `settled`: after what is not needed any more was collected, for a figure of memory. */
export async function usage({ settled }: { readonly settled: boolean }): Promise<Usage> {
  for (let round = 0; settled && round < 3; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const { user, system } = process.cpuUsage();
  return { cpuUs: user + system, rssBytes: process.memoryUsage.rss() };
}

import { percentile } from '@cyfran/server/cli/measures.ts';

/** One line of the table. Values of the repetitions; `ours` and `peer` in `unit`. */
export interface Row {
  readonly goal: string;
  readonly what: string;
  readonly unit: string;
  readonly peerIs: string;
  readonly ours: readonly number[];
  readonly peer: readonly number[];
  /** What was to be reached, in words, and whether it is. `ratio` and `ours`: medians. */
  readonly aim: string;
  readonly met: (ratio: number, ours: number) => boolean;
}

/** The rows as a table in Markdown: medians, and the median of the ratios of each repetition. */
export function toTable(rows: readonly Row[]): string {
  const lines = rows.map(({ goal, what, unit, peerIs, ours, peer, aim, met }) => {
    const ratio = median(ours.map((value, nth) => value / (peer[nth] ?? NaN)));
    const mine = median(ours);
    const verdict = met(ratio, mine) ? 'met' : '**not met**';
    const cells = [
      goal,
      what,
      `${figure(mine)} ${unit}`,
      `${figure(median(peer))} ${unit} (${peerIs})`,
      figure(ratio),
      aim,
    ];
    return `| ${[...cells, verdict].join(' | ')} |`;
  });
  return ['| | what | ours | floor or peer | ratio | goal | |', '|---|---|---|---|---|---|---|', ...lines].join('\n');
}

function figure(value: number): string {
  if (!Number.isFinite(value)) return 'none';
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : String(Number(value.toPrecision(3)));
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

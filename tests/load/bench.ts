import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { counting } from './counting.ts';
import { connecting } from './connecting.ts';
import { fanOut } from './fan-out.ts';
import { keeping } from './keeping.ts';
import { nodes } from './nodes.ts';
import { phonePage } from './phone-page.ts';
import { records } from './records.ts';
import { redisKeeping } from './redis-keeping.ts';
import { restarting } from './restarting.ts';
import { toTable, type Row } from './row.ts';

const OUT = join(import.meta.dirname, '../../docs/performance.md');
const REPETITIONS = 3;
const PARTS = {
  'phone-page': phonePage,
  keeping,
  'redis-keeping': redisKeeping,
  restarting,
  counting,
  records,
  connecting,
  nodes,
  'fan-out': fanOut,
};

/**
 * `pnpm bench [phone-page | keeping | redis-keeping | restarting | counting | records | connecting | nodes | fan-out]`: measures and
 * prints the goals, each beside a floor or a peer of the same run. All of them together are also written to `docs/performance.md`. It
 * reports; it judges nothing.
 */
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in PARTS));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}": ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
const rows: Row[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  rows.push(...(await part(REPETITIONS, (line) => console.error(line))));
}
const table = toTable(rows);
console.log(table);
if (wanted.length === 0) writeFileSync(OUT, page(table));

function page(measured: string): string {
  const [cpu] = cpus();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const day = new Date().toISOString().slice(0, 10);
  return `# How fast it is

Written by \`pnpm bench\` on ${day}, at ${commit}: ${String(cpus().length)} cores of ${cpu?.model ?? 'unknown'}, Node ${process.versions.node}, servers and load on
the same machine, each in a process of its own. ${String(REPETITIONS)} repetitions in turn with their floor or peer, after a warm-up; medians, and the median of the
ratios of each repetition. **Only the ratios can be carried to another machine.**

${measured}

## What stands beside ours
- *raw ws*: a bare WebSocket server that writes one buffer, framed once, of the same size and as often, and does nothing else.
- *one emit for each ballot*: a Socket.IO server that keeps the totals in memory and emits them to all at every ballot. No journal, no rules.
- *write and fdatasync*: a line of the same length in a plain file, durable before the next.
- *one XADD for each ballot*: a line of the same length into the same Redis, which makes each durable before it answers; no guards, no ids, and nobody reads it.
- *one emit for each ballot, 2 servers*: the same with the totals in Redis and the library's own adapter between the servers.
- *textbook*: Equal Shares in floats, every supporter of every proposal sorted in every round (\`tests/load/textbook.ts\`); of a completion it counts
  some steps, evenly spread, and the time for all of them follows.
- *the same without* (D1): the same ballots, each durable, and no receipt signed for them. Every process has just begun, as it shows at 200.
- *read the file*, *read the journal*: every byte of the journal, and one SHA-256 for each of its lines.

The load generator speaks WebSocket, Engine.IO and Socket.IO by hand (\`tests/load/wire.ts\`, \`phone.ts\`). 10,000 phones need 10,000 open files for
each side: \`ulimit -n\` says how many there may be.
`;
}

import type { By } from '@cyfran/shared/words/by.ts';
import type { CommandId } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import type { Appended } from './journal.ts';

/** What is remembered of an outbox: its last recorded command. `owner` is `null` for a command that the server owes and any node may send. */
export interface LastCommand {
  readonly n: number;
  readonly version: Version;
  readonly owner: By | null;
}

/** One record an outbox, however many commands it sent; each deterministic id is an outbox of its own with one command. */
export interface Outboxes {
  get(outbox: string): LastCommand | undefined;
  set(outbox: string, last: LastCommand): void;
}

/**
 * The first answer to a command that was recorded before, or `null` to a new one. Of an outbox that has gone on since, an older command
 * is known to be recorded or refused for good, but not where: `{ already: null }`. Rules J5, J6.
 */
export function answerOf(outboxes: Outboxes, cmd: CommandId, by: By): Appended | null {
  const { outbox, n } = place(cmd);
  const last = outboxes.get(outbox);
  if (last === undefined) return null;
  if (last.owner !== null && last.owner !== by) return { notYours: true };
  if (n > last.n) return null;
  return { already: n === last.n ? last.version : null };
}

/** Remembers a recorded command as its outbox's last. A refused one is never remembered: it used up no id. Rule J5. */
export function remember(outboxes: Outboxes, cmd: CommandId, by: By, version: Version): void {
  const { outbox, n, shared } = place(cmd);
  outboxes.set(outbox, { n, version, owner: shared ? null : by });
}

/** Which outbox a command is of, and which of its commands. `shared`: any node may send it. */
export function place(cmd: CommandId): { readonly outbox: string; readonly n: number; readonly shared: boolean } {
  // Only deterministic ids such as `close:a1.1:42` hold a colon.
  if (cmd.includes(':')) return { outbox: cmd, n: 1, shared: true };
  const dot = cmd.indexOf('.');
  return { outbox: cmd.slice(0, dot), n: Number(cmd.slice(dot + 1)), shared: false };
}

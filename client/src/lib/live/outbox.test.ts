import type { CastBallot } from '@cyfran/shared/activities/allocation/commands.ts';
import { PersonCommandId } from '@cyfran/shared/words/ids.ts';
import type { Ack, CommandMessage } from '@cyfran/shared/protocol.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryKeep, type Keep } from './keep.ts';
import { BallotOutbox } from './outbox.ts';

const ballot = (tokens: number, round = 'a1.1'): CastBallot => ({
  type: 'CastBallot',
  activity: 'a1',
  round,
  alloc: [['bus', tokens]],
  replaces: 0,
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
});
const OK: Ack = { ok: true, version: 7 };

/** A server that answers when it is told to. */
class SlowServer {
  readonly asked: CommandMessage[] = [];
  #answers: ((ack: Ack) => void)[] = [];
  deliver = (message: CommandMessage): Promise<Ack> => {
    this.asked.push(message);
    return new Promise((resolve) => this.#answers.push(resolve));
  };
  async answer(ack: Ack): Promise<void> {
    this.#answers.shift()!(ack);
    await settle();
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

describe('the outbox', () => {
  let keep: Keep;
  let server: SlowServer;
  let answers: [number, Ack][];
  const open = () =>
    new BallotOutbox({
      keep,
      key: 'outbox',
      deliver: server.deliver,
      answered: (command, ack) => answers.push([command.alloc[0]![1], ack]),
      changed: () => undefined,
      retryAfterMs: 1,
    });

  beforeEach(() => {
    keep = memoryKeep();
    server = new SlowServer();
    answers = [];
  });

  test('[L7] holds a ballot until the server has answered, and only then calls it received', async () => {
    const outbox = open();
    outbox.put(ballot(3));
    expect(outbox.waiting).toEqual(ballot(3));
    expect(answers).toEqual([]);
    await server.answer(OK);
    expect(answers).toEqual([[3, OK]]);
    expect(outbox.waiting).toBeNull();
    expect(keep.read('outbox')).toBeNull();
  });

  test('[J5] sends an unanswered ballot again after a reload, under its old id and salt, before anything else', async () => {
    open().put(ballot(3));
    const [first] = server.asked;
    const reloaded = open();
    reloaded.resume();
    reloaded.put(ballot(4));
    expect(server.asked).toEqual([first, first]);
    server.asked.length = 0;
    await server.answer(OK);
    await server.answer(OK);
    expect(server.asked.map(({ command }) => command)).toEqual([ballot(4)]);
    expect(server.asked[0]!.id.slice(0, 16)).not.toBe(first!.id.slice(0, 16));
  });

  test('keeps one ballot unanswered at a time; the newest that waits replaces the others', async () => {
    const outbox = open();
    outbox.put(ballot(1));
    outbox.put(ballot(2));
    outbox.put(ballot(3));
    expect(server.asked).toHaveLength(1);
    await server.answer(OK);
    expect(server.asked.map(({ command }) => command)).toEqual([ballot(1), ballot(3)]);
    await server.answer(OK);
    expect(outbox.waiting).toBeNull();
  });

  test('[A8] lets a refused ballot go, and says why', async () => {
    const outbox = open();
    outbox.put(ballot(3));
    await server.answer({ ok: false, reason: 'closed' });
    expect(answers).toEqual([[3, { ok: false, reason: 'closed' }]]);
    expect(outbox.waiting).toBeNull();
    expect(keep.read('outbox')).toBeNull();
  });

  test('[L7] keeps a ballot over a fault of the server, and asks again under the same id', async () => {
    const outbox = open();
    outbox.put(ballot(3));
    await server.answer({ ok: false, reason: 'storage-full' });
    await vi.waitFor(() => expect(server.asked).toHaveLength(2));
    expect(server.asked[1]).toEqual(server.asked[0]);
    expect(outbox.waiting).toEqual(ballot(3));
    expect(answers).toEqual([]);
  });

  test('draws a sender id for each round, with rising numbers, as the server wants them', async () => {
    const outbox = open();
    for (const round of ['a1.1', 'a1.1', 'a2.1']) {
      outbox.put(ballot(1, round));
      await server.answer(OK);
    }
    const ids = server.asked.map(({ id }) => id);
    expect(ids.every((id) => PersonCommandId.safeParse(id).success)).toBe(true);
    expect(ids.map((id) => id.slice(16))).toEqual(['.1', '.2', '.1']);
    expect(ids[0]!.slice(0, 16)).toBe(ids[1]!.slice(0, 16));
    expect(ids[2]!.slice(0, 16)).not.toBe(ids[0]!.slice(0, 16));
  });

  test('does not forget the ballot that another tab has put there since', async () => {
    open().put(ballot(1));
    open().put(ballot(2));
    await server.answer(OK);
    expect(keep.read('outbox')).toMatchObject({ command: ballot(2) });
  });
});

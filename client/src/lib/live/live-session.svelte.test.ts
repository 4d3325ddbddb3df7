import { PROTOCOL_VERSION, type Frame } from '@cyfran/shared/protocol.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { LiveSession } from './live-session.svelte.ts';
import { SPOKEN_VERSION } from './socket.ts';
import { settled, TestLine } from './test-line.ts';

const frame = (version: number, sent: number): Frame => ({
  now: 1_000,
  sections: { turnout: { version, data: { round: 'a1.1', sent } } },
});

test('[L9] the phone speaks the version of the protocol', () => {
  expect(SPOKEN_VERSION).toBe(PROTOCOL_VERSION);
});

describe('a live session', () => {
  let line: TestLine;
  let live: LiveSession;

  beforeEach(() => {
    line = new TestLine();
    live = new LiveSession({ code: 'BCDFGH' }, 'A'.repeat(22), undefined, line.connect);
  });

  test('says how its connection is', () => {
    expect([live.connection, line.meeting]).toEqual(['connecting', { code: 'BCDFGH' }]);
    line.up(frame(1, 0));
    expect(live.connection).toBe('connected');
    line.down();
    expect(live.connection).toBe('reconnecting');
  });

  test('[L2] keeps the newest of each section while the connection is lost, and takes no older one after', () => {
    line.up(frame(9, 6));
    line.down();
    expect(live.sections.turnout?.sent).toBe(6);
    line.up(frame(7, 3));
    expect(live.sections.turnout?.sent).toBe(6);
    line.say(frame(10, 7));
    expect(live.sections.turnout?.sent).toBe(7);
  });

  test('[L2] forgets what the first frame of a new connection does not hold', () => {
    line.up(frame(9, 6));
    line.down();
    line.up({ now: 1_000, sections: { people: { version: 12, data: { here: 1, joined: 1 } } } });
    expect(live.sections.turnout).toBeUndefined();
  });

  test('[L7] asks again under the same id when the answer was lost with the connection', async () => {
    line.up(frame(1, 0));
    const answer = live.send({ type: 'Join' });
    await settled();
    line.down();
    await settled();
    line.up(frame(1, 0));
    await settled();
    await line.answer({ ok: true, version: 5 });
    expect(await answer).toEqual({ ok: true, version: 5 });
    expect(line.asked).toEqual([line.asked[0], line.asked[0]]);
  });

  test('[L7] keeps a command over "busy" and "too fast", and gives a refusal as the answer', async () => {
    line.up(frame(1, 0));
    const answer = live.send({ type: 'Join' });
    await settled();
    for (const [index, reason] of (['busy', 'too-fast'] as const).entries()) {
      await line.answer({ ok: false, reason, retryAfterMs: 1 });
      await vi.waitFor(() => expect(line.asked).toHaveLength(index + 2));
    }
    await line.answer({ ok: false, reason: 'joining-closed' });
    expect(await answer).toEqual({ ok: false, reason: 'joining-closed' });
    expect(new Set(line.asked.map(({ id }) => id)).size).toBe(1);
  });

  test('has one command unanswered at a time, with rising numbers', async () => {
    const answers = [live.send({ type: 'Join' }), live.send({ type: 'OpenJoining', seen: 0 })];
    line.up(frame(1, 0));
    await settled();
    expect(line.asked).toHaveLength(1);
    await line.answer({ ok: true, version: 1 });
    await line.answer({ ok: true, version: 2 });
    expect(await Promise.all(answers)).toMatchObject([{ version: 1 }, { version: 2 }]);
    expect(line.asked.map(({ id }) => id.slice(16))).toEqual(['.1', '.2']);
  });

  test('[L5] says why it was not let in', () => {
    line.refuse('unknown-session');
    expect([live.connection, live.refusal]).toEqual(['refused', 'unknown-session']);
  });

  test('tells that there are unsent choices, once, and again to a new connection', () => {
    line.up(frame(1, 0));
    live.setUnsent(true);
    live.setUnsent(true);
    expect(line.told).toEqual([true]);
    line.down();
    line.up(frame(1, 0));
    expect(line.told).toEqual([true, true]);
  });

  test('tells the server’s time from the last frame, whatever this machine’s clock says', () => {
    line.up(frame(1, 0));
    expect(live.serverNow()).toBeGreaterThanOrEqual(1_000);
    expect(live.serverNow()).toBeLessThan(6_000);
  });

  test('settles once whether it was let in: at the first frame, or with why not', async () => {
    line.up(frame(1, 0));
    expect(await live.opened).toBeNull();
    const other = new TestLine();
    const refused = new LiveSession({ code: 'BCDFGH' }, 'A'.repeat(22), undefined, other.connect);
    other.refuse('session-ended', { sid: 's-1' });
    expect([await refused.opened, refused.refusalFacts]).toEqual(['session-ended', { sid: 's-1' }]);
  });

  test('says the server’s own "not now" while it is tried again, and no longer', () => {
    line.hold('too-fast');
    expect([live.notNow, live.connection]).toEqual(['too-fast', 'connecting']);
    line.up(frame(1, 0));
    expect(live.notNow).toBeNull();
  });
});

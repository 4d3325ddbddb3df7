import type { Ack } from '@cyfran/shared/protocol.ts';
import type { Request } from '@cyfran/shared/session/commands.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Ruler } from './ruler.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

function nowAt(ruling: number) {
  return { ruling, what: 'session.opened', current: null, started: [], activity: null } as const;
}

/** A channel that answers when the test says so. */
function channel(ruling: number) {
  const sent: Request[] = [];
  const answers: ((ack: Ack) => void)[] = [];
  const sections: View = { now: nowAt(ruling), undo: { start: null } };
  const send = (command: Request) => {
    sent.push(command);
    return new Promise<Ack>((resolve) => answers.push(resolve));
  };
  return { sections, send, sent, answer: (ack: Ack) => answers.shift()?.(ack) };
}

test('a ruling carries the ruling that stood on the screen, and a second press waits for nothing', async () => {
  const wire = channel(7);
  const ruler = new Ruler(wire);
  const ruled = ruler.rule({ type: 'EndMeeting' });
  await ruler.rule({ type: 'EndMeeting' });
  expect(wire.sent).toEqual([{ type: 'EndMeeting', seen: 7 }]);
  expect(ruler.sending).toBe(true);
  wire.answer({ ok: true, version: 8 });
  await ruled;
  expect(ruler.sending).toBe(false);
  expect(ruler.refused).toBeNull();
});

test('a refusal is told until the next press', async () => {
  const wire = channel(7);
  const ruler = new Ruler(wire);
  const ruled = ruler.rule({ type: 'EndMeeting' });
  wire.answer({ ok: false, reason: 'moved-on', facts: { by: 'clock', what: 'round.closed' } });
  await ruled;
  expect(ruler.refused).toEqual({ ok: false, reason: 'moved-on', facts: { by: 'clock', what: 'round.closed' } });
  void ruler.rule({ type: 'EndMeeting' });
  expect(ruler.refused).toBeNull();
});

test('a refusal outlives the ruling that caused it, and no later one', async () => {
  const wire = channel(7);
  const ruler = new Ruler(wire);
  const ruled = ruler.rule({ type: 'EndMeeting' });
  wire.answer({ ok: false, reason: 'moved-on' });
  await ruled;
  ruler.movedOn();
  expect(ruler.refused).not.toBeNull();
  vi.advanceTimersByTime(6000);
  ruler.movedOn();
  expect(ruler.refused).toBeNull();
});

test('a start can be taken back for ten seconds, once the screen shows it', async () => {
  const wire = channel(7);
  const ruler = new Ruler(wire);
  const ruled = ruler.rule({ type: 'StartActivity', activity: 'a1' });
  wire.answer({ ok: true, version: 8 });
  await ruled;
  expect(ruler.offer).toBeNull();
  wire.sections.now = nowAt(8);
  wire.sections.undo = { start: 'a1' };
  expect(ruler.offer?.what).toBe('start');
  vi.advanceTimersByTime(9_999);
  expect(ruler.offer).not.toBeNull();
  vi.advanceTimersByTime(1);
  expect(ruler.offer).toBeNull();
});

test('taking back is a ruling too, and is not itself offered to be taken back', async () => {
  const wire = channel(7);
  const ruler = new Ruler(wire);
  const ruled = ruler.rule({ type: 'StartActivity', activity: 'a1' });
  wire.answer({ ok: true, version: 8 });
  await ruled;
  wire.sections.now = nowAt(8);
  wire.sections.undo = { start: 'a1' };
  const undone = ruler.undo();
  expect(wire.sent.at(-1)).toEqual({ type: 'TakeBackStart', activity: 'a1', seen: 8 });
  wire.answer({ ok: true, version: 9 });
  await undone;
  wire.sections.now = nowAt(9);
  expect(ruler.offer).toBeNull();
});

test('letting people in waits for no ruling, and its refusal is told', async () => {
  const wire = channel(7);
  const ruler = new Ruler(wire);
  void ruler.rule({ type: 'EndMeeting' });
  const sent = ruler.send({ type: 'LetIn', seats: ['p-aaaaaaaaaaaaaaaa'] });
  expect(wire.sent.at(-1)).toEqual({ type: 'LetIn', seats: ['p-aaaaaaaaaaaaaaaa'] });
  wire.answer({ ok: true, version: 8 });
  wire.answer({ ok: false, reason: 'nobody-waiting' });
  expect(await sent).toBe(false);
  expect(ruler.refused?.reason).toBe('nobody-waiting');
});

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

/** A channel that answers when the test says so. */
function channel(ruling: number) {
  const sent: Request[] = [];
  const answers: ((ack: Ack) => void)[] = [];
  const now = { ruling, what: 'session.opened', current: null, started: [], activity: null } as const;
  const sections: View = { now };
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

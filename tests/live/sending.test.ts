import { describe, expect, test } from 'vitest';
import type { Ack, Receipt } from '@cyfran/shared/protocol.ts';
import { ANSWER_WITHIN_MS } from '@cyfran/shared/protocol.ts';
import { realFiles } from '@cyfran/server/journal/files.ts';
import { HandClock } from '../support/hand-clock.ts';
import { begin, evening, oneRound, rule, untilStage, type Evening, setUp } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';
import { systemError, troubledFiles } from '../support/journal-files.ts';
import { SlowDisk } from '../support/slow-disk.ts';

const BUSY = { ok: false, reason: 'busy', retryAfterMs: expect.any(Number) as number };

describe('a command that is sent again under its id', () => {
  test('[L7] [A7] gets its first answer, and changes nothing, whatever it says the second time', async () => {
    const { meeting, phone } = await votingOpen();
    const ballot = phone.ballot([['bridge', 2]]);
    const id = phone.nextId(ballot);
    const first = await phone.send(ballot, id);
    expect(first).toEqual({
      ok: true,
      version: expect.any(Number) as number,
      receipt: expect.objectContaining({ t: 'receipt', sid: meeting.made.sid, round: 'a1.1' }) as Receipt,
    });
    expect(signed(await phone.send(ballot, id))).toEqual(signed(first));
    expect(signed(await phone.send(phone.ballot([['roof', 4]]), id))).toEqual(signed(first));
    expect(ballotsIn(meeting)).toEqual([[['bridge', 2]]]);
  });

  test('[L7] [A8] gets its first answer also after the close, from another connection', async () => {
    const { meeting, phone, console } = await votingOpen();
    const ballot = phone.ballot([['bridge', 2]]);
    const id = phone.nextId(ballot);
    const first = await phone.send(ballot, id);
    const never = phone.ballot([['roof', 1]]);
    await closeNow(console);
    phone.close();
    const again = await meeting.phone(phone.secret);
    const later = await again.send(ballot, id);
    expect(signed(later)).toEqual(signed(first));
    // The same receipt, over a record that has gone on since.
    expect(sizeOf(later)).toBeGreaterThan(sizeOf(first));
    expect(await again.send(never, phone.nextId(never))).toMatchObject({ ok: false, reason: 'closed' });
    await rule(console, { type: 'EndMeeting' });
    expect(await again.send(ballot, id)).toMatchObject({ ok: true, version: first.ok ? first.version : 0 });
    expect(ballotsIn(meeting)).toEqual([[['bridge', 2]]]);
  });

  test('[L7] is not taken again once its outbox has gone on, in whatever order the ids come after a cut', async () => {
    const { meeting, phone } = await votingOpen();
    const ballots = [phone.ballot([['bridge', 1]]), phone.ballot([['bridge', 2]]), phone.ballot([['bridge', 3]])];
    const ids = ballots.map((ballot) => phone.nextId(ballot));
    expect(await phone.send(ballots[0]!, ids[0])).toMatchObject({ ok: true });
    phone.close();
    const again = await meeting.phone(phone.secret);
    expect(await again.send(ballots[2]!, ids[2])).toMatchObject({ ok: true });
    expect(await again.send(ballots[1]!, ids[1])).toEqual({ ok: true, version: null });
    expect(await again.send(ballots[0]!, ids[0])).toEqual({ ok: true, version: null });
    expect(ballotsIn(meeting)).toEqual([[['bridge', 1]], [['bridge', 3]]]);
    expect((await meeting.phone(phone.secret)).view.mine?.alloc).toEqual([['bridge', 3]]);
  });

  test('[L6] under the id of somebody else is refused, and theirs stands', async () => {
    const { meeting, phone, other } = await votingOpen();
    const ballot = phone.ballot([['bridge', 2]]);
    const id = phone.nextId(ballot);
    await phone.send(ballot, id);
    expect(await other.send(other.ballot([['roof', 4]]), id)).toMatchObject({ ok: false, reason: 'not-yours' });
    expect(await other.send(other.ballot([['roof', 4]]), id.replace(/\.\d+$/, '.77'))).toMatchObject({
      ok: false,
      reason: 'not-yours',
    });
    expect(ballotsIn(meeting)).toEqual([[['bridge', 2]]]);
  });

  test('[A3] [L6] after a refusal may be sent again, as a refused command uses no id', async () => {
    const { meeting, phone } = await votingOpen();
    const refused = {
      ...phone.ballot([
        ['bridge', 4],
        ['garden', 4],
        ['roof', 4],
      ]),
    };
    const id = phone.nextId(refused);
    expect(await phone.send(refused, id)).toMatchObject({
      ok: false,
      reason: 'tokens-exceeded',
      facts: { asked: 12, has: 10 },
    });
    expect(await phone.send(phone.ballot([['bridge', 4]]), id)).toMatchObject({ ok: true });
    expect(ballotsIn(meeting)).toEqual([[['bridge', 4]]]);
  });

  test('[S9] [L6] needs an outbox of its own in each round: one that has served a round is not taken in the next', async () => {
    const meeting = await (await Hall.open()).meeting({ agenda: [oneRound('live'), oneRound('live')] });
    const {
      console,
      phones: [phone],
    } = await begin(meeting, 1);
    const first = phone!.ballot([['bridge', 1]]);
    const id = phone!.nextId(first);
    await phone!.send(first, id);
    await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 60 });
    await rule(console, { type: 'CloseNow', activity: 'a1', round: 'a1.1' });
    await rule(console, { type: 'StartActivity', activity: 'a2' });
    await untilStage([phone!], 'a2.1', 'open');
    const second = phone!.ballot([['bridge', 2]]);
    expect(second.replaces).toBe(0);
    expect(await phone!.send(second, id.replace(/\.\d+$/, '.9'))).toMatchObject({ ok: false, reason: 'not-yours' });
    expect(await phone!.send(second)).toMatchObject({ ok: true });
  });
});

describe('a disk that takes long', () => {
  test('[L7] makes an answer "busy" after two seconds, each time that it is asked, and then gives it', async () => {
    const clock = new HandClock();
    const disk = new SlowDisk();
    const { meeting, phone } = await votingOpen(await Hall.open({ clock, files: disk.files }));
    const ballot = phone.ballot([['bridge', 2]]);
    const id = phone.nextId(ballot);
    const { asked } = disk.hold();
    const first = phone.send(ballot, id);
    await asked;
    clock.advance(ANSWER_WITHIN_MS);
    expect(await first).toEqual(BUSY);

    const again = await meeting.phone(phone.secret);
    const [here, there] = [phone.send(ballot, id), again.send(ballot, id)];
    await heardBy(phone, again);
    clock.advance(ANSWER_WITHIN_MS);
    expect(await Promise.all([here, there])).toEqual([BUSY, BUSY]);

    const third = phone.send(ballot, id);
    disk.release();
    const answer = await third;
    expect(answer).toMatchObject({ ok: true, receipt: { commit: expect.any(String) as string } });
    expect(await again.send(ballot, id)).toEqual(answer);
    expect(ballotsIn(meeting)).toEqual([[['bridge', 2]]]);
    await again.until(({ mine }) => answer.ok && mine?.version === answer.version);
  });

  test('[L7] never lets a phone pile up what it asks: the ninth that waits is told to come back', async () => {
    const disk = new SlowDisk();
    const { meeting, phone } = await votingOpen(await Hall.open({ files: disk.files }));
    disk.hold();
    const ballots = Array.from({ length: 9 }, (_, index) => phone.ballot([['bridge', (index % 4) + 1]]));
    const answers = ballots.map((ballot) => phone.send(ballot));
    expect(await answers[8]).toEqual(BUSY);
    disk.release();
    expect(await Promise.all(answers.slice(0, 8))).toEqual(
      Array.from({ length: 8 }, () => expect.objectContaining({ ok: true }) as Ack),
    );
    expect(ballotsIn(meeting)).toHaveLength(8);
  });

  test('[S4] a person whose joining was cut off before the answer gets the same seat, and the answer', async () => {
    const disk = new SlowDisk();
    const hall = await Hall.open({ files: disk.files });
    const meeting = await hall.meeting();
    await rule(await meeting.console(), { type: 'OpenJoining' });
    const phone = await meeting.phone();
    const { asked } = disk.hold();
    const lost = phone.send({ type: 'Join' }).catch(() => 'cut off');
    await asked;
    phone.close();
    expect(await lost).toBe('cut off');
    disk.release();
    const again = await meeting.phone(phone.secret);
    expect(await again.send({ type: 'Join' })).toMatchObject({ ok: true });
    await again.until(({ people }) => people?.joined === 1 && people.here === 1);
    expect(joinsIn(meeting)).toHaveLength(1);
  });

  test('[L6] a full disk is said as such, nothing is recorded, and the same command is taken once there is room', async () => {
    let full = false;
    const files = troubledFiles(realFiles, (step) => {
      if (full && step === 'write') throw systemError('ENOSPC');
      return undefined;
    });
    const hall = await Hall.open({ files });
    const { meeting, phone, console } = await votingOpen(hall);
    const before = meeting.record();
    full = true;
    const ballot = phone.ballot([['bridge', 2]]);
    const id = phone.nextId(ballot);
    expect(await phone.send(ballot, id)).toMatchObject({ ok: false, reason: 'storage-full' });
    expect((await setUp(hall, evening())).status).toBe(507);
    expect(meeting.record()).toEqual(before);
    full = false;
    expect(await phone.send(ballot, id)).toMatchObject({ ok: true });
    await console.until(({ turnout }) => turnout?.sent === 1);
    expect(hall.fatal).toEqual([]);
  });
});

describe('joining', () => {
  test('[S4] two tabs of one phone that join at once are one person', async () => {
    const meeting = await (await Hall.open()).meeting();
    await rule(await meeting.console(), { type: 'OpenJoining' });
    const first = await meeting.phone();
    const second = await meeting.phone(first.secret);
    const answers = await Promise.all([first.send({ type: 'Join' }), second.send({ type: 'Join' })]);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(answers[1]).toEqual(answers[0]);
    expect(await first.send({ type: 'Join' })).toEqual(answers[0]);
    await second.until(({ people }) => people?.joined === 1 && people.here === 1);
    expect(joinsIn(meeting)).toHaveLength(1);
  });

  test('[S4] [S7] a person asks again after the meeting has ended and still gets the first answer', async () => {
    const meeting = await (await Hall.open()).meeting();
    const console = await meeting.console();
    await rule(console, { type: 'OpenJoining' });
    const phone = await meeting.phone();
    const first = await phone.send({ type: 'Join' });
    await rule(console, { type: 'EndMeeting' });
    expect(await (await meeting.phone(phone.secret)).send({ type: 'Join' })).toEqual(first);
  });
});

async function votingOpen(open?: Hall) {
  const hall = open ?? (await Hall.open());
  const meeting = await hall.meeting({ agenda: [oneRound('live')] });
  const { console, phones } = await begin(meeting, 2);
  return { meeting, console, phone: phones[0]!, other: phones[1]! };
}

async function closeNow(console: Parameters<typeof rule>[0]): Promise<void> {
  await rule(console, { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 60 });
  await rule(console, { type: 'CloseNow', activity: 'a1', round: 'a1.1' });
}

/** What these sent before has reached the server: a second message of the same connection is answered. */
async function heardBy(...phones: Parameters<typeof rule>[0][]): Promise<void> {
  for (const { socket } of phones)
    expect(await socket.emitWithAck('command', {} as never)).toMatchObject({ reason: 'invalid' });
}

/** An answer without how far the record had come when it was signed. */
function signed(ack: Ack): unknown {
  if (!ack.ok || ack.receipt === undefined) return ack;
  const { head: _head, size: _size, sig: _sig, ...receipt } = ack.receipt;
  return { ...ack, receipt };
}

function sizeOf(ack: Ack): number {
  return ack.ok ? (ack.receipt?.size ?? 0) : 0;
}

function ballotsIn(meeting: Evening): unknown[] {
  return meeting.record().flatMap(({ ballot }) => (ballot === null ? [] : [ballot.lines]));
}

function joinsIn(meeting: Evening): unknown[] {
  return meeting.record().filter(({ types }) => types.includes('seat.joined'));
}

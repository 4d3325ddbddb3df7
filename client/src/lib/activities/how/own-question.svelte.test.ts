import { beforeEach, expect, test } from 'vitest';
import { memoryKeep } from '../../live/keep.ts';
import { Phone } from '../../live/phone.svelte.ts';
import { passingCorner } from '../../live/places.ts';
import { settled, TestLine } from '../../live/test-line.ts';
import { testFrame } from '../../live/test-round.ts';
import { OwnQuestion } from './own-question.svelte.ts';

let line: TestLine;
let phone: Phone;
beforeEach(() => {
  line = new TestLine();
  const parts = { keep: memoryKeep(), corner: passingCorner(), door: 'phone', connect: line.connect } as const;
  phone = new Phone({ meeting: { code: 'BCDFGH' }, ...parts });
  line.up(testFrame(3, {}));
});

async function raise(question: OwnQuestion, raised: boolean): Promise<void> {
  void question.raise(raised, 0);
  await settled();
  await line.answer({ ok: true, version: 4 });
}

test('a question is open when the server has said so, outlives the page, and can be taken back', async () => {
  const question = new OwnQuestion(phone, 'a2');
  void question.raise(true, 0);
  await settled();
  expect([question.isOpen(0), question.asking]).toEqual([false, true]);
  await line.answer({ ok: true, version: 4 });
  expect([question.isOpen(0), new OwnQuestion(phone, 'a2').isOpen(0)]).toEqual([true, true]);
  await raise(question, false);
  expect([question.isOpen(0), new OwnQuestion(phone, 'a2').isOpen(0)]).toEqual([false, false]);
  expect(line.asked.map(({ command }) => command)).toEqual([
    { type: 'RaiseQuestion', activity: 'a2', raised: true },
    { type: 'RaiseQuestion', activity: 'a2', raised: false },
  ]);
});

test('a question is closed when the questions have been answered, and another can follow', async () => {
  const question = new OwnQuestion(phone, 'a2');
  await raise(question, true);
  expect([question.isOpen(1), question.wasAnswered(1), question.wasAnswered(0)]).toEqual([false, true, false]);
});

test('a question belongs to its own part of the meeting', async () => {
  await raise(new OwnQuestion(phone, 'a2'), true);
  expect(new OwnQuestion(phone, 'a4').isOpen(0)).toBe(false);
});

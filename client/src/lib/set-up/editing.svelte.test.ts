import { describe, expect, test } from 'vitest';
import { memoryKeep } from '#lib/live/keep.ts';
import { Editing } from './editing.svelte.ts';
import { basicsForm } from './forms/basics.ts';
import { moneyForm } from './forms/money.ts';
import { proposalForm } from './forms/proposal.ts';
import { fullSetUp, SmallServer } from './testing.ts';

describe('one page of the set-up', () => {
  test('is saved within the whole, and nothing of it stays on the device', async () => {
    const server = new SmallServer(fullSetUp());
    const keep = memoryKeep();
    const editing = new Editing(server.desk(keep), basicsForm);
    editing.draft.title.en = 'Town meeting';
    editing.remember();
    expect(keep.read('cyfran.set-up.s-1.basics')).not.toBeNull();
    expect(await editing.save()).toBe(true);
    expect(server.meeting.setUp).toEqual(fullSetUp({ title: { cy: 'Cyfarfod y pentref', en: 'Town meeting' } }));
    expect(keep.read('cyfran.set-up.s-1.basics')).toBeNull();
  });

  test('comes back after a reload as it was typed', () => {
    const server = new SmallServer(fullSetUp());
    const keep = memoryKeep();
    const before = new Editing(server.desk(keep), moneyForm);
    before.draft.amount = 'ten thous';
    before.remember();
    const after = new Editing(server.desk(keep), moneyForm);
    expect(after.draft.amount).toBe('ten thous');
    expect(after.restored).toBe(true);
    after.discard();
    after.remember();
    expect(after.draft.amount).toBe('10,000');
    expect(new Editing(server.desk(keep), moneyForm).restored).toBe(false);
  });

  test('what cannot be saved is said, and the server is not asked', async () => {
    const server = new SmallServer(fullSetUp());
    const editing = new Editing(server.desk(), moneyForm);
    editing.draft.amount = '12.500';
    expect(await editing.save()).toBe(false);
    expect(editing.problems.map(({ field }) => field)).toEqual(['amount']);
    expect(server.saved).toBe(0);
  });

  test.for(['unreachable', 'storage-full', 'unknown-secret'])(
    '%s: what was typed stays, and is saved later',
    async (reason) => {
      const server = new SmallServer(fullSetUp());
      const keep = memoryKeep();
      const editing = new Editing(server.desk(keep), basicsForm);
      editing.draft.purpose.en = 'To decide';
      server.next.push({ ok: false, reason });
      expect(await editing.save()).toBe(false);
      expect(editing.trouble).toBe(reason);
      editing.remember();
      const again = new Editing(server.desk(keep), basicsForm);
      expect(again.draft.purpose.en).toBe('To decide');
      expect(await again.save()).toBe(true);
      expect(server.meeting.setUp.purpose.en).toBe('To decide');
    },
  );
});

describe('two hosts on one page', () => {
  test('each keeps what they changed, where it is not the same', async () => {
    const server = new SmallServer(fullSetUp());
    const desk = server.desk();
    const editing = new Editing(desk, basicsForm);
    editing.draft.title.en = 'Mine';
    server.cohostSaves({ purpose: { en: 'Theirs' } });
    expect(await editing.save()).toBe(true);
    expect(server.meeting.setUp.title.en).toBe('Mine');
    expect(server.meeting.setUp.purpose).toEqual({ en: 'Theirs' });
    expect(desk.takeNotice()).toBe('merged');
  });

  test('where both changed the same, theirs is shown, mine is kept beside it, and nothing is saved over either', async () => {
    const server = new SmallServer(fullSetUp());
    const editing = new Editing(server.desk(), basicsForm);
    editing.draft.title.en = 'Mine';
    server.cohostSaves({ title: { en: 'Theirs' } });
    expect(await editing.save()).toBe(false);
    expect(editing.trouble).toBe('moved-on');
    expect(editing.draft.title).toEqual({ cy: '', en: 'Theirs' });
    expect(editing.clash?.mine.title.en).toBe('Mine');
    expect(await editing.save()).toBe(false);
    expect(server.meeting.setUp.title).toEqual({ en: 'Theirs' });
    editing.settle(true);
    expect(await editing.save()).toBe(true);
    expect(server.meeting.setUp.title).toEqual({ cy: 'Cyfarfod y pentref', en: 'Mine' });
  });

  test('a reload in the middle of that loses neither', async () => {
    const server = new SmallServer(fullSetUp());
    const keep = memoryKeep();
    const editing = new Editing(server.desk(keep), basicsForm);
    editing.draft.title.en = 'Mine';
    server.cohostSaves({ title: { en: 'Theirs' } });
    await editing.save();
    editing.draft.day = '2026-12-01';
    editing.remember();
    const again = new Editing(server.desk(keep), basicsForm);
    expect(again.draft.title.en).toBe('Theirs');
    expect(again.draft.day).toBe('2026-12-01');
    expect(again.clash?.mine.title.en).toBe('Mine');
    again.settle(false);
    expect(await again.save()).toBe(true);
    expect(server.meeting.setUp.title).toEqual({ en: 'Theirs' });
    expect(server.meeting.setUp.day).toBe('2026-12-01');
  });

  test('what both typed alike is no clash', async () => {
    const server = new SmallServer(fullSetUp());
    const editing = new Editing(server.desk(), moneyForm);
    editing.draft.amount = '20,000';
    server.cohostSaves({ potMinor: 2_000_000 });
    expect(await editing.save()).toBe(true);
    expect(server.saved).toBe(0);
  });

  test('once a vote has begun, it is said that this can no longer be changed', async () => {
    const server = new SmallServer(fullSetUp());
    const editing = new Editing(server.desk(), moneyForm);
    editing.draft.amount = '20,000';
    server.cohostSaves({});
    server.meeting = { ...server.meeting, state: 'open', changeable: ['contact'] };
    expect(await editing.save()).toBe(false);
    expect(editing.trouble).toBe('already-begun');
  });
});

describe('a new proposal', () => {
  test('whose answer was lost on the way is not added twice', async () => {
    const server = new SmallServer(fullSetUp());
    const editing = new Editing(server.desk(), proposalForm(null));
    editing.draft.name.en = 'Wi-Fi';
    editing.draft.cost = '1,500';
    // It was saved, and the answer did not arrive.
    const wifi = { proposal: 'p4', costMinor: 150_000, name: { en: 'Wi-Fi' } };
    server.cohostSaves({ proposals: [wifi, ...fullSetUp().proposals] });
    expect(await editing.save()).toBe(true);
    expect(server.meeting.setUp.proposals.map(({ proposal }) => proposal)).toEqual(['p4', 'p1', 'p2', 'p3']);
  });

  test('and one that a co-host adds at the same moment are two', async () => {
    const server = new SmallServer(fullSetUp());
    const editing = new Editing(server.desk(), proposalForm(null));
    editing.draft.name.en = 'Wi-Fi';
    server.cohostSaves({
      proposals: [...fullSetUp().proposals, { proposal: 'p4', costMinor: 100, name: { en: 'Kettle' } }],
    });
    expect(await editing.save()).toBe(true);
    expect(server.meeting.setUp.proposals.map(({ proposal, name }) => [proposal, name.en]).slice(3)).toEqual([
      ['p4', 'Kettle'],
      ['p5', 'Wi-Fi'],
    ]);
  });
});

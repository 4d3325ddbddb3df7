import { describe, expect, test } from 'vitest';
import { given } from '../testing/given.ts';
import { deciding, newMeeting, pause, PROPOSALS, setUp } from '../testing/meetings.ts';
import { SID } from '../testing/recorded-session.ts';
import { create } from './create.ts';
import { emptySetUp, SetUp, type SetUpProposal } from './set-up.ts';

const [bus, park] = [PROPOSALS[0]!, PROPOSALS[1]!];
const UNSEEN = 'Our\u202Evillage';
const NAMED = ['title', 'purpose', 'promise', 'voters', 'together', 'controller', 'contact', 'oneLanguage'];

describe('setting up', () => {
  test('[S2] records which meeting it began as a copy of', () => {
    const copyOf = 's-fedcba9876543210';
    expect(create(SID, newMeeting(), { copyOf })).toMatchObject({
      events: [{ type: 'session.created', sid: SID, copyOf }, { type: 'set-up.saved' }],
    });
  });

  test('[S2] records the meeting, its proposals in the order that was drawn, and its agenda', () => {
    const { potMinor, currency, title, purpose, voters } = newMeeting();
    const agenda = [deciding(), pause];
    expect(create(SID, newMeeting({ proposals: [park, bus], agenda }))).toStrictEqual({
      guards: [['ruling', 0]],
      events: [
        { type: 'session.created', sid: SID },
        {
          type: 'set-up.saved',
          currency,
          potMinor,
          admission: 'open',
          paper: false,
          mode: 'private',
          linkDays: 28,
          questionsUntil: null,
          day: null,
          bookedMinutes: null,
          proposals: [
            ['park', 30_000],
            ['bus', 40_000],
          ],
          agenda: [
            { activity: 'a1', plan: agenda[0], skipped: false },
            { activity: 'a2', plan: agenda[1], skipped: false },
          ],
        },
      ],
      bodies: [null, { texts: { title, purpose, voters, 'name.0': park.name, 'name.1': bus.name } }],
    });
  });

  test('[S3] makes a draft, in which nothing is on and nobody sits', () => {
    const { session } = given(setUp());
    expect(session).toMatchObject({
      state: 'draft',
      version: 1,
      current: null,
      setUp: { title: { cy: 'Ein pentref' } },
    });
    expect([session.seats.size, session.started.size, session.setUp.proposals.length]).toEqual([0, 0, 3]);
  });

  test('[S2] keeps all that was chosen, as it was chosen, whatever of it is still missing', () => {
    const text = (en: string) => ({ en });
    const whole = newMeeting({
      ...{ promise: text('It is paid'), together: text('Two of us'), contact: text('The clerk') },
      ...{ oneLanguage: text('We have no time'), day: '2026-11-23', questionsUntil: '2026-12-24' },
      ...{ bookedMinutes: 120, currency: 'CHF', admission: 'cards', paper: true },
      groupNames: { citizens: { cy: 'Trigolion', en: 'Residents' }, professionals: text('Staff') },
      proposals: [
        { ...bus, short: text('Bus'), outcome: text('A way to town'), about: text('Long'), by: text('Ann') },
        { proposal: 'park', costMinor: 0, name: {} },
      ],
    });
    const told = { ...whole, agenda: whole.agenda.map((item) => ({ ...item, text: text('Tell us'), skipped: true })) };
    for (const all of [whole, told, { ...emptySetUp([deciding()]) }]) {
      const { session } = given((meeting) => void meeting.create(all));
      expect(session.setUp).toStrictEqual(all);
    }
  });

  test.for(NAMED)('[S2] refuses a %s that cannot be read as it is written', (field) => {
    for (const text of [{ en: UNSEEN }, { cy: 'Da', en: UNSEEN }, { en: ' ' }]) {
      expect(create(SID, newMeeting({ [field]: text }))).toStrictEqual({ refused: 'bad-text', facts: { field } });
    }
  });

  test('[S2] refuses such a text of a proposal, of a group or of a part, and says which', () => {
    for (const name of ['name', 'short', 'outcome', 'about', 'by']) {
      const proposals = [bus, { ...park, [name]: { en: UNSEEN } }];
      expect(create(SID, newMeeting({ proposals }))).toStrictEqual({
        refused: 'bad-text',
        facts: { field: `${name}.1` },
      });
    }
    for (const group of ['citizens', 'professionals']) {
      const groupNames = { ...newMeeting().groupNames, [group]: { en: UNSEEN } };
      expect(create(SID, newMeeting({ groupNames }))).toStrictEqual({ refused: 'bad-text', facts: { field: group } });
    }
    const { agenda, ...rest } = newMeeting();
    expect(create(SID, { ...rest, agenda: agenda.map((item) => ({ ...item, text: { en: UNSEEN } })) })).toStrictEqual({
      refused: 'bad-text',
      facts: { field: 'item.a1' },
    });
  });

  test('[S2] refuses two proposals with one id, and two parts with one', () => {
    const proposals = [bus, { ...park, proposal: 'bus' }];
    expect(create(SID, newMeeting({ proposals }))).toStrictEqual({ refused: 'duplicate-proposal' });
    const { agenda, ...rest } = newMeeting();
    expect(create(SID, { ...rest, agenda: [...agenda, ...agenda] })).toStrictEqual({ refused: 'unknown-activity' });
  });

  test('[S2] takes ids that other programs trip over as the plain words they are', () => {
    const proposals = ['__proto__', 'constructor', 'toString'].map((proposal) => ({ ...bus, proposal }));
    const { session } = given(setUp({ proposals }));
    expect(session.setUp.proposals.map(({ proposal }) => proposal)).toEqual(['__proto__', 'constructor', 'toString']);
  });
});

describe('a large set-up', () => {
  /** As long as each text of a proposal may be, in both languages. */
  const long = (letter: string, at: number): SetUpProposal => {
    const text = (length: number) => ({ cy: letter.repeat(length), en: 'a'.repeat(length) });
    return {
      ...{ proposal: `p${String(at)}`, costMinor: 100, name: text(160), short: text(18) },
      ...{ outcome: text(160), about: text(1000), by: text(120) },
    };
  };
  const proposals = (letter: string) => Array.from({ length: 200 }, (_, at) => long(letter, at));

  test('[S2] of two hundred proposals with every text as long as it may be fits', () => {
    for (const letter of ['w', 'é']) {
      const whole = newMeeting({ proposals: proposals(letter) });
      expect(SetUp.safeParse(whole).success).toBe(true);
      const decision = create(SID, whole);
      expect(decision).toHaveProperty('bodies');
      expect(Buffer.byteLength(JSON.stringify(decision))).toBeLessThan(1024 * 1024);
      const { session } = given((meeting) => void meeting.create(whole));
      expect(session.setUp).toStrictEqual(whole);
    }
  });

  test.for(['語', '🚌'])('[S2] that a journal could not take is refused politely: in letters such as %s', (letter) => {
    const text = { cy: letter.repeat(1000 / letter.length), en: letter.repeat(1000 / letter.length) };
    const many = (count: number) => proposals('w').map((one, at) => ({ ...one, about: at < count ? text : {} }));
    expect(create(SID, newMeeting({ proposals: many(200) }))).toStrictEqual({ refused: 'too-large' });
    const largest = Array.from({ length: 51 }, (_, at) => create(SID, newMeeting({ proposals: many(at * 4) })));
    const taken = largest.filter((decision) => !('refused' in decision));
    const bytes = taken.map((decision) => Buffer.byteLength(JSON.stringify(decision)));
    expect(Math.max(...bytes)).toBeLessThan(1_000_000);
    expect(Math.max(...bytes)).toBeGreaterThan(920_000);
  });
});

describe('what a host may send', () => {
  const wrong: readonly [string, object][] = [
    ['no agenda', { agenda: [] }],
    ['a pot of half a penny', { potMinor: 0.5 }],
    ['a negative pot', { potMinor: -1 }],
    ['a pot that sums cannot hold', { potMinor: 1e15 }],
    ['a proposal without a cost', { proposals: [{ proposal: 'bus', name: bus.name }] }],
    ['a proposal of a negative cost', { proposals: [{ ...bus, costMinor: -1 }] }],
    ['an id with a comma', { proposals: [{ ...bus, proposal: 'bus,park' }] }],
    ['an id that turns the text round', { proposals: [{ ...bus, proposal: 'bus\u202E' }] }],
    ['more proposals than a journal takes', { proposals: Array.from({ length: 201 }, () => bus) }],
    ['a currency in words', { currency: 'pounds' }],
    ['a title without end', { title: { en: 'a'.repeat(121) } }],
    ['an empty title', { title: { en: '' } }],
    ['a third language', { title: { fr: 'Bonjour' } }],
    ['a short name that is long', { proposals: [{ ...bus, short: { en: 'a'.repeat(19) } }] }],
    ['an activity that nobody knows', agendaOf({ kind: 'dance', minutes: 5 })],
    ['a break without its minutes', agendaOf({ kind: 'break' })],
    ['a round of no tokens', agendaOf(deciding({ tokens: 0 }))],
    ['a cap of nothing', agendaOf(deciding({ cap: 0 }))],
    ['half tokens', agendaOf(deciding({ tokens: 2.5 }))],
    ['a voice that nobody knows', agendaOf({ ...deciding(), voice: 'loud' })],
    ['a door that nobody knows', { admission: 'window' }],
    ['a day in words', { day: 'Monday' }],
    ['a meeting of more than a day', { bookedMinutes: 1441 }],
    ['a field too many', { admin: true }],
    ['no purpose', { purpose: undefined }],
  ];

  test('[S2] is a whole set-up, also one that is still half empty', () => {
    expect(SetUp.safeParse(newMeeting()).success).toBe(true);
    expect(SetUp.safeParse(emptySetUp([deciding()])).success).toBe(true);
    expect(SetUp.safeParse(newMeeting({ proposals: [], potMinor: 0, title: {} })).success).toBe(true);
  });

  test.for(wrong)('[S2] is not %s', ([, changes]) => {
    expect(SetUp.safeParse({ ...newMeeting(), ...changes }).success).toBe(false);
  });
});

function agendaOf(plan: object): object {
  return { agenda: [{ activity: 'a1', plan, text: {}, skipped: false }] };
}

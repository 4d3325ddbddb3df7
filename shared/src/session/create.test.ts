import { describe, expect, test } from 'vitest';
import { given } from '../testing/given.ts';
import { deciding, newMeeting, PROPOSALS, setUp } from '../testing/meetings.ts';
import { SID } from '../testing/recorded-session.ts';
import { create, NewSession } from './create.ts';

const [bus, park] = [PROPOSALS[0]!, PROPOSALS[1]!];
const UNSEEN = 'Our\u202Evillage';

describe('setting up', () => {
  test('[S2] records the meeting, its proposals in the order that was drawn, and its agenda', () => {
    const { potMinor, currency, title, purpose, voters } = newMeeting();
    const agenda = [deciding(), { kind: 'break' } as const];
    expect(create(SID, newMeeting({ proposals: [park, bus], agenda }))).toStrictEqual({
      guards: [['ruling', 0]],
      events: [
        { type: 'session.created', sid: SID, currency, potMinor },
        { type: 'proposal.added', proposal: 'park', costMinor: 30_000 },
        { type: 'proposal.added', proposal: 'bus', costMinor: 40_000 },
        {
          type: 'agenda.set',
          activities: [
            { activity: 'a1', plan: agenda[0] },
            { activity: 'a2', plan: agenda[1] },
          ],
        },
      ],
      bodies: [
        { texts: { title, purpose, voters } },
        { texts: { name: park.name } },
        { texts: { name: bus.name } },
        null,
      ],
    });
  });

  test('[S3] makes a draft, in which nothing is on and nobody sits', () => {
    const { session } = given(setUp());
    expect(session).toMatchObject({ state: 'draft', version: 1, current: null, title: { cy: 'Ein pentref' } });
    expect([session.seats.size, session.started.size, session.proposals.length]).toEqual([0, 0, 3]);
  });

  test.for(['title', 'purpose', 'voters'])('[S2] refuses a %s that cannot be read as it is written', (field) => {
    for (const text of [{}, { en: UNSEEN }, { cy: 'Da', en: UNSEEN }, { en: ' ' }]) {
      expect(create(SID, newMeeting({ [field]: text }))).toStrictEqual({ refused: 'bad-text', facts: { field } });
    }
  });

  test('[S2] refuses such a name of a proposal, and says whose', () => {
    const proposals = [bus, { ...park, name: { en: UNSEEN } }];
    expect(create(SID, newMeeting({ proposals }))).toStrictEqual({
      refused: 'bad-text',
      facts: { field: 'proposal', proposal: 'park' },
    });
  });

  test('[S2] refuses two proposals with one id', () => {
    const proposals = [bus, { ...park, proposal: 'bus' }];
    expect(create(SID, newMeeting({ proposals }))).toStrictEqual({ refused: 'duplicate-proposal' });
  });

  test('[S2] takes ids that other programs trip over as the plain words they are', () => {
    const proposals = ['__proto__', 'constructor', 'toString'].map((proposal) => ({ ...bus, proposal }));
    const { session } = given(setUp({ proposals }));
    expect(session.proposals.map(({ proposal }) => proposal)).toEqual(['__proto__', 'constructor', 'toString']);
  });
});

describe('what a host may send', () => {
  const wrong: readonly [string, object][] = [
    ['no proposal', { proposals: [] }],
    ['no agenda', { agenda: [] }],
    ['an empty pot', { potMinor: 0 }],
    ['a pot of half a penny', { potMinor: 0.5 }],
    ['a negative pot', { potMinor: -1 }],
    ['a pot that sums cannot hold', { potMinor: 1e15 }],
    ['a proposal without a cost', { proposals: [{ proposal: 'bus', name: bus.name }] }],
    ['a proposal for nothing', { proposals: [{ ...bus, costMinor: 0 }] }],
    ['an id with a comma', { proposals: [{ ...bus, proposal: 'bus,park' }] }],
    ['an id that turns the text round', { proposals: [{ ...bus, proposal: 'bus\u202E' }] }],
    ['a currency in words', { currency: 'pounds' }],
    ['a title without end', { title: { en: 'a'.repeat(121) } }],
    ['an empty title', { title: { en: '' } }],
    ['a third language', { title: { fr: 'Bonjour' } }],
    ['an activity that nobody knows', { agenda: [{ kind: 'dance' }] }],
    ['a round of no tokens', { agenda: [deciding({ tokens: 0 })] }],
    ['a cap of nothing', { agenda: [deciding({ cap: 0 })] }],
    ['half tokens', { agenda: [deciding({ tokens: 2.5 })] }],
    ['a field too many', { admin: true }],
    ['no purpose', { purpose: undefined }],
  ];

  test('[S2] is a whole meeting', () => {
    expect(NewSession.safeParse(newMeeting()).success).toBe(true);
  });

  test.for(wrong)('[S2] is not %s', ([, changes]) => {
    expect(NewSession.safeParse({ ...newMeeting(), ...changes }).success).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { openJoining } from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import {
  deciding,
  how,
  newMeeting,
  pause,
  practice,
  PROPOSALS,
  setUp,
  talk,
  type Changes,
} from '../testing/meetings.ts';
import { decidingRound, templatePlans, TEMPLATES } from '../activities/templates.ts';
import { minutesOf, readinessOf, textsInOneLanguage, type Blocker, type Warning } from './readiness.ts';
import { emptySetUp, type SetUp } from './set-up.ts';

const BOTH = { cy: 'Rhywbeth', en: 'Something' };
const [bus, park] = [PROPOSALS[0]!, PROPOSALS[1]!];

/** Nothing is missing, and nothing is worth a second look. */
const perfect: Changes = {
  ...{ title: BOTH, purpose: BOTH, promise: BOTH, voters: BOTH, together: BOTH, controller: BOTH, contact: BOTH },
  ...{ questionsUntil: '2026-12-24', bookedMinutes: 120, admission: 'cards' },
  proposals: PROPOSALS.map((proposal) => ({ ...proposal, name: BOTH })),
  agenda: [practice(), deciding()],
};

describe('a set-up that is ready', () => {
  test('[S13] lacks nothing, and gives nothing to think about', () => {
    expect(readinessOf(newMeeting(perfect))).toEqual({ blockers: [], warnings: [] });
  });

  test('[S13] opens, also with things that are worth a second look', () => {
    expect(readinessOf(newMeeting()).warnings).not.toEqual([]);
    given(setUp()).when(openJoining()).records({ type: 'session.opened' });
  });
});

const missing: Readonly<Record<Blocker, readonly Changes[]>> = {
  title: [{ title: {} }],
  voters: [{ voters: {} }],
  money: [{ potMinor: 0 }],
  proposals: [{ proposals: [] }],
  'proposal-names': [{ proposals: [bus, { ...park, name: {} }] }],
  'proposal-costs': [{ proposals: [bus, { ...park, costMinor: 0 }] }],
  'agenda-empty': [],
  'cap-above-tokens': [
    { agenda: [deciding({ tokens: 3, cap: 4 })] },
    { agenda: [deciding(), practice({ tokens: 3, cap: 4 })] },
  ],
  'groups-need-admission': [
    { admission: 'open', agenda: [practice(), deciding({ voice: 'equal-groups' })] },
    { admission: 'open', agenda: [practice(), deciding({ voice: 'citizen-floor' })] },
    { admission: 'open', agenda: [practice(), deciding({ decision: 'both-groups' })] },
  ],
  'left-of-nothing': [
    { agenda: [deciding({ leftOf: 'a1' })] },
    { agenda: [deciding({ leftOf: 'a2' }), deciding()] },
    { agenda: [deciding(), deciding({ leftOf: 'a9' })] },
    { agenda: [talk, deciding({ leftOf: 'a1' })] },
    { agenda: [deciding({ deciding: false }), deciding({ leftOf: 'a1' })] },
    { agenda: [deciding({ practice: true }), deciding({ leftOf: 'a1' })] },
    { agenda: [deciding(), deciding({ leftOf: 'a1' }), deciding({ leftOf: 'a1' })] },
  ],
};

describe('what stands in the way of a meeting', () => {
  const cases = Object.entries(missing).flatMap(([blocker, all]) => all.map((changes) => [blocker, changes] as const));

  test.for(cases)('[S13] %s (%#)', ([blocker, changes]) => {
    expect(readinessOf(newMeeting({ ...perfect, ...changes })).blockers).toEqual([blocker]);
    given(setUp({ ...perfect, ...changes }))
      .when(openJoining())
      .refuses('not-ready', { what: blocker });
  });

  test('[S13] a run of show of which everything is skipped', () => {
    const { agenda, ...rest } = newMeeting(perfect);
    const skipped: SetUp = { ...rest, agenda: agenda.map((item) => ({ ...item, skipped: true })) };
    expect(readinessOf(skipped).blockers).toEqual(['agenda-empty']);
  });

  test('[S13] is not what has been skipped, nor what belongs to practice', () => {
    for (const plan of [deciding({ tokens: 3, cap: 4 }), deciding({ leftOf: 'a9' }), deciding({ leftOf: 'a1' })]) {
      const whole = newMeeting({ ...perfect, agenda: [deciding(), deciding({ leftOf: 'a1' }), plan] });
      const agenda = whole.agenda.with(2, { ...whole.agenda[2]!, skipped: true });
      expect(readinessOf({ ...whole, agenda }).blockers).toEqual([]);
    }
    const source = newMeeting({ ...perfect, agenda: [deciding(), deciding({ leftOf: 'a1' })] });
    const agenda = source.agenda.with(0, { ...source.agenda[0]!, skipped: true });
    expect(readinessOf({ ...source, agenda }).blockers).toEqual(['left-of-nothing']);
    const practised = newMeeting({
      ...perfect,
      admission: 'open',
      agenda: [practice({ voice: 'equal-groups' }), deciding()],
    });
    expect(readinessOf(practised).blockers).toEqual([]);
  });

  test('[S13] groups need people to be let in, or cards', () => {
    for (const admission of ['let-in', 'cards'] as const) {
      expect(
        readinessOf(newMeeting({ ...perfect, admission, agenda: [deciding({ voice: 'equal-groups' })] })).blockers,
      ).toEqual([]);
    }
  });

  test('[S13] is all said at once for a set-up in which nothing has been chosen, and the first of it when it opens', () => {
    const empty = emptySetUp([deciding()]);
    expect(readinessOf(empty).blockers).toEqual(['title', 'voters', 'money', 'proposals']);
    given((meeting) => void meeting.create(empty))
      .when(openJoining())
      .refuses('not-ready', { what: 'title' });
  });
});

/** The usual proposals, one of them called otherwise. */
function named(called: Partial<SetUp['proposals'][number]>): SetUp['proposals'] {
  return PROPOSALS.map((one, at) => ({ ...one, name: BOTH, ...(at === 1 ? called : {}) }));
}

const worth: Readonly<Record<Warning, readonly Changes[]>> = {
  purpose: [{ purpose: {} }],
  promise: [{ promise: {} }],
  together: [{ together: {} }],
  contact: [{ contact: {} }, { questionsUntil: null }],
  controller: [{ controller: {} }],
  'live-tells': [{ agenda: [practice(), deciding({ reveal: 'live' })] }],
  'one-language': [
    { title: { en: 'Ours' } },
    {
      proposals: [
        { ...bus, name: BOTH, by: { cy: 'Ann' } },
        { ...PROPOSALS[2]!, name: BOTH },
        { ...park, name: BOTH },
      ],
    },
    { groupNames: { citizens: { en: 'Residents' }, professionals: BOTH } },
  ],
  'cost-above-pot': [{ potMinor: 49_999 }],
  'all-affordable': [{ potMinor: 120_000 }],
  'one-proposal': [{ proposals: [{ ...bus, name: BOTH }] }],
  'no-practice': [{ agenda: [deciding()] }],
  'no-deciding-round': [
    { agenda: [practice(), deciding({ deciding: false })] },
    { agenda: [practice({ deciding: true })] },
  ],
  'open-admission': [{ admission: 'open' }],
  'over-time': [{ bookedMinutes: 29 }],
  'many-proposals': [
    { proposals: Array.from({ length: 15 }, (_, at) => ({ ...bus, name: BOTH, proposal: `p${String(at)}` })) },
  ],
  'long-names': [
    { name: { ...BOTH, cy: 'Llwybr beiciau i’r ysgol' } },
    { name: { ...BOTH, en: 'A cycle path to school' } },
  ].map((long) => ({ proposals: named(long) })),
};

describe('what is worth a second look', () => {
  const cases = Object.entries(worth).flatMap(([warning, all]) => all.map((changes) => [warning, changes] as const));

  test.for(cases)('[S13] %s (%#), and it is never in the way', ([warning, changes]) => {
    expect(readinessOf(newMeeting({ ...perfect, ...changes }))).toEqual({ blockers: [], warnings: [warning] });
  });

  test('[S13] not where it is just enough', () => {
    const enough: readonly Changes[] = [
      { potMinor: 50_000 },
      { potMinor: 119_999 },
      { bookedMinutes: 30 },
      { bookedMinutes: null },
      { proposals: named({ name: { cy: 'x'.repeat(18), en: 'x'.repeat(18) } }) },
      {
        proposals: named({
          name: { cy: 'Llwybr beiciau i’r ysgol', en: 'A cycle path to school' },
          short: { cy: 'Llwybr', en: 'Cycle path' },
        }),
      },
      { proposals: Array.from({ length: 14 }, (_, at) => ({ ...bus, name: BOTH, proposal: `p${String(at)}` })) },
    ];
    for (const changes of enough) expect(readinessOf(newMeeting({ ...perfect, ...changes })).warnings).toEqual([]);
  });

  test('[S13] texts in one language are none where it was said why one is enough', () => {
    const one = { ...perfect, title: { en: 'Ours' } };
    expect(readinessOf(newMeeting({ ...one, oneLanguage: { en: 'We all speak it' } })).warnings).toEqual([]);
  });

  test('[S13] counts the texts that stand in one language alone', () => {
    expect(textsInOneLanguage(newMeeting(perfect))).toBe(0);
    expect(textsInOneLanguage(newMeeting())).toBe(4);
    const { agenda, ...rest } = newMeeting(perfect);
    expect(textsInOneLanguage({ ...rest, agenda: agenda.map((item) => ({ ...item, text: { cy: 'Beth?' } })) })).toBe(2);
  });

  test('[S13] counts the minutes of what is not skipped', () => {
    const { agenda } = newMeeting({ agenda: [deciding({ minutes: 20 }), { kind: 'talk', minutes: 25 }, pause, how] });
    expect(minutesOf(agenda)).toBe(45);
    expect(minutesOf(agenda.with(1, { ...agenda[1]!, skipped: true }))).toBe(20);
  });
});

describe('a template', () => {
  test.for(TEMPLATES)('[S13] %s is ready as it is, with people who are let in', (template) => {
    const plans = templatePlans(template);
    const { blockers, warnings } = readinessOf(newMeeting({ ...perfect, agenda: plans, bookedMinutes: null }));
    expect([blockers, warnings]).toEqual([[], []]);
    expect(plans[0]).toMatchObject({ practice: true });
    expect(plans.at(-1)).toMatchObject({ practice: false, deciding: true, reveal: 'on-show', sending: 'checked' });
    expect(plans.filter((plan) => plan.kind === 'allocation' && plan.deciding)).toHaveLength(1);
    for (const plan of plans) {
      if (plan.kind === 'allocation')
        expect(plan).toMatchObject({ tokens: 10, cap: 4, voice: 'one-person-one-ballot', decision: 'overall' });
    }
  });

  test('[S13] has a round that shows where people stand before it decides, but for the quick poll', () => {
    const shows = TEMPLATES.filter((template) =>
      templatePlans(template).some(
        (plan) => plan.kind === 'allocation' && !plan.practice && !plan.deciding && plan.reveal === 'live',
      ),
    );
    expect(shows).toEqual(TEMPLATES.filter((template) => template !== 'quick-poll'));
    expect(decidingRound({ tokens: 5 })).toEqual(deciding({ tokens: 5 }));
  });
});

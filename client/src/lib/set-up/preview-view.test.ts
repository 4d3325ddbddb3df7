import { decidingRound, firstRound, practiceRound } from '@cyfran/shared/activities/templates.ts';
import { agendaOf } from '@cyfran/shared/session/set-up.ts';
import { openJoining, startActivity } from '@cyfran/shared/testing/asked.ts';
import { given } from '@cyfran/shared/testing/given.ts';
import { NOON } from '@cyfran/shared/testing/recorded-session.ts';
import { SCREENS, seen } from '@cyfran/shared/testing/views.ts';
import { expect, test } from 'vitest';
import { previewView } from './preview-view.ts';
import { fullSetUp } from './testing.ts';

const plans = [
  { kind: 'how', minutes: 5 },
  { kind: 'talk', minutes: 20 },
  { kind: 'break', minutes: 0 },
  practiceRound({ tokens: 3, cap: 2 }),
  firstRound(),
  decidingRound({ voice: 'equal-groups', decision: 'both-groups' }),
] as const;

test.each(
  plans.map((plan) => [plan.kind === 'allocation' ? `${plan.kind}, ${plan.reveal}` : plan.kind, plan] as const),
)('a preview is what the screens are told when the part begins: %s', (_, plan) => {
  const setUp = fullSetUp({ agenda: agendaOf([plan, decidingRound()]), paper: true });
  const { session } = given((meeting) => void meeting.create(setUp), openJoining(), startActivity('a1'));
  const server = {
    sid: session.sid,
    code: 'BCDFGH',
    joinUrl: 'http://hall/s/BCDFGH',
    rehearsalOf: null,
    state: 'draft',
    changeable: [],
    seen: 1,
    setUp,
  } as const;
  const shown = previewView(server, setUp.agenda[0]!, NOON);
  const told = seen(session, SCREENS.room);
  expect(shown.now?.activity).toEqual(told.now?.activity);
  expect(shown.now).toMatchObject({ current: told.now?.current, started: told.now?.started });
  expect(shown.meeting).toMatchObject({ ...told.meeting, openedAt: null });
  expect(Object.keys(shown).sort()).toEqual(
    [
      ...new Set([...Object.keys(told), 'invite'].filter((name) => !['decision', 'tally', 'outcome'].includes(name))),
    ].sort(),
  );
});

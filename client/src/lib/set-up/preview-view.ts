import type { AllocationPlan } from '@cyfran/shared/activities/allocation/plan.ts';
import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import { PRACTICE } from '@cyfran/shared/activities/allocation/practice.ts';
import type { ActivityNow } from '@cyfran/shared/activities/registry.ts';
import type { AgendaItem, SetUp } from '@cyfran/shared/session/set-up.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { Millis } from '@cyfran/shared/words/units.ts';
import type { MeetingOnServer } from './calls.ts';

const MINUTE_MS = 60_000;

/** What phones and the big screen would be told at the beginning of this part, before anybody has joined. `at`: when it begins. */
export function previewView({ sid, code, joinUrl, setUp }: MeetingOnServer, item: AgendaItem, at: Millis): View {
  const isThere = setUp.agenda.some(({ activity }) => activity === item.activity);
  const agenda = isThere
    ? setUp.agenda.map((one) => (one.activity === item.activity ? item : one))
    : [...setUp.agenda, item];
  const index = agenda.findIndex(({ activity }) => activity === item.activity);
  const now = nowOf(item, setUp, at);
  return {
    meeting: { ...setUp, sid, rehearsalOf: null, state: 'open', openedAt: null, agenda },
    now: {
      ruling: 1,
      what: 'activity.started',
      current: item.activity,
      started: agenda.slice(0, index + 1).map(({ activity }) => activity),
      activity: now,
    },
    people: { here: 0, joined: 0 },
    seal: { size: 1, head: 'A'.repeat(43), note: '' },
    invite: { code, joinUrl },
    ...(now.kind === 'allocation' ? { turnout: { round: now.round, sent: 0 } } : {}),
    ...(now.kind === 'how' ? { questions: { open: 0 } } : {}),
  };
}

function nowOf({ activity, plan }: AgendaItem, setUp: SetUp, at: Millis): ActivityNow {
  switch (plan.kind) {
    case 'allocation':
      return roundOf(activity, plan, setUp);
    case 'how':
      return { kind: 'how', answered: 0 };
    case 'talk':
    case 'break':
      return { kind: plan.kind, endsAt: plan.minutes === 0 ? null : at + plan.minutes * MINUTE_MS };
  }
}

/** As a round opens; one that shares what is left has the whole money here, as nobody knows yet what will be left. */
function roundOf(activity: string, plan: AllocationPlan, setUp: SetUp): AllocationNow {
  const { practice, reveal, sending, tokens, cap, voice, decision } = plan;
  const { potMinor, proposals } = practice ? PRACTICE : setUp;
  return {
    ...{
      kind: 'allocation',
      round: `${activity}.1`,
      stage: 'open',
      shown: false,
      practice,
      reveal,
      sending,
      tokens,
      cap,
    },
    deciding: plan.deciding && !practice,
    leftOver: plan.leftOf !== null,
    voice: practice ? 'one-person-one-ballot' : voice,
    decision: practice ? 'overall' : decision,
    count: practice ? 'greedy' : (plan.count ?? 'greedy'),
    potMinor,
    proposals: proposals.map(({ proposal }) => proposal),
    doors: setUp.paper && !practice ? ['phone', 'tablet', 'paper'] : ['phone', 'tablet'],
    ...{ closesAt: null, revealed: 0, notice: null },
  };
}

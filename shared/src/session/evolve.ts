import type { Recorded } from '../activities/activity.ts';
import { activityOf, kindOf, type ActivityEvent } from '../activities/registry.ts';
import type { Body } from '../record/body.ts';
import type { Text } from '../words/text.ts';
import type { Entry } from './entry.ts';
import type { Event } from './events.ts';
import { keysMovedBy } from './keys.ts';
import type { Session } from './session.ts';

/** Applies one entry to the session that the caller owns, in place, and returns it. Never refuses, never reads the time. Rule S8. */
export function evolve(session: Session, entry: Entry): Session {
  session.version = entry.version;
  for (const [index, event] of entry.events.entries()) {
    const body = entry.bodies?.[index] ?? null;
    apply(session, event, { version: entry.version, id: entry.id, commit: entry.commit ?? null, body });
    if (keysMovedBy(event).includes('ruling')) {
      session.ruling = { version: entry.version, by: entry.by, what: event.type };
    }
  }
  return session;
}

function apply(session: Session, event: Event, recorded: Recorded): void {
  switch (event.type) {
    case 'session.created':
      session.currency = event.currency;
      session.potMinor = event.potMinor;
      session.title = textIn(recorded.body, 'title');
      session.purpose = textIn(recorded.body, 'purpose');
      session.voters = textIn(recorded.body, 'voters');
      return;
    case 'proposal.added': {
      const { proposal, costMinor } = event;
      session.proposals.push({ proposal, costMinor, name: textIn(recorded.body, 'name') });
      return;
    }
    case 'agenda.set':
      for (const { activity, plan } of event.activities) {
        session.agenda.push({ activity, plan });
        session.activities.set(activity, kindOf(plan.kind).initial(activity, plan));
      }
      return;
    case 'session.opened':
      session.state = 'open';
      return;
    case 'session.closed':
      session.state = 'closed';
      return;
    case 'seat.joined':
      session.seats.add(event.seat);
      return;
    case 'activity.started':
      session.current = event.activity;
      session.started.add(event.activity);
      return;
    default:
      applyToActivity(session, event, recorded);
  }
}

function applyToActivity(session: Session, event: ActivityEvent, recorded: Recorded): void {
  const activity = session.activities.get(activityOf(event));
  if (activity !== undefined) kindOf(activity.kind).evolve(activity, event, recorded);
}

/** An erased text is an empty one: screens say "withheld". */
function textIn(body: Body | null, name: string): Text {
  return body?.texts?.[name] ?? {};
}

import type { Recorded } from '../activities/activity.ts';
import { activityOf, kindOf, type ActivityEvent } from '../activities/registry.ts';
import type { Entry } from './entry.ts';
import type { CoreEvent, Event } from './events.ts';
import { keysMovedBy } from './keys.ts';
import type { Session } from './session.ts';
import { mendingOf } from './mending.ts';
import type { AgendaItem, SetUp, SetUpProposal } from './set-up.ts';
import { textIn } from './texts.ts';

/** Applies one entry to the session that the caller owns, in place, and returns it. Never refuses, never reads the time. Rule S8. */
export function evolve(session: Session, entry: Entry): Session {
  session.version = entry.version;
  session.head = entry.id;
  if (entry.commit !== undefined && entry.bodies === undefined) session.missing.add(entry.version);
  for (const [index, event] of entry.events.entries()) {
    const body = entry.bodies?.[index] ?? null;
    if (body?.texts !== undefined) session.written.set(entry.version, event.type);
    apply(session, event, { version: entry.version, id: entry.id, commit: entry.commit ?? null, body }, entry.at);
    if (keysMovedBy(event).includes('ruling')) {
      session.ruling = { version: entry.version, id: entry.id, by: entry.by, what: event.type };
    }
  }
  return session;
}

function apply(session: Session, event: Event, recorded: Recorded, at: string): void {
  switch (event.type) {
    case 'session.created':
      session.copyOf = event.copyOf ?? null;
      session.rehearsal = event.rehearsal ?? false;
      return;
    case 'set-up.saved':
      session.setUpAt = recorded.version;
      saveSetUp(session, event, recorded);
      return;
    case 'set-up.mended':
      mendSetUp(session, event, recorded, at);
      return;
    case 'agenda.set':
      setAgenda(session, event.agenda, recorded);
      return;
    case 'session.opened':
      session.state = 'open';
      session.openedAt = at;
      return;
    case 'session.closed':
      session.state = 'closed';
      session.closedAt = at;
      return;
    case 'seat.knocked':
      session.knocks += 1;
      session.waiting.set(event.seat, session.knocks);
      return;
    case 'seat.turned-away':
      session.waiting.delete(event.seat);
      session.turnedAway.set(event.seat, (session.turnedAway.get(event.seat) ?? 0) + 1);
      return;
    case 'seat.joined':
      session.seats.add(event.seat);
      session.waiting.delete(event.seat);
      if (event.test === true) session.testSeats.add(event.seat);
      return;
    case 'cards.recorded':
      session.cards[event.what] += event.numbers.length;
      return;
    case 'activity.started':
      session.trail.push(session.current);
      session.current = event.activity;
      session.started.add(event.activity);
      return;
    case 'activity.taken-back':
      takeBack(session, event.activity);
      return;
    case 'decision.written':
      writeDecision(session, event, recorded, at);
      return;
    case 'erased':
      for (const version of event.versions) session.erased.set(version, event.why);
      return;
    default:
      applyToActivity(session, event, recorded);
  }
}

type Core<Type extends CoreEvent['type']> = Extract<CoreEvent, { type: Type }>;

function saveSetUp(session: Session, event: Core<'set-up.saved'>, { body }: Recorded): void {
  const { currency, admission, paper, mode = 'private', linkDays = 28 } = event;
  session.setUp = { currency, admission, paper, mode, linkDays, ...mendable(event, body), agenda: [] };
  session.activities.clear();
  setAgenda(session, event.agenda, { body });
}

function mendSetUp(session: Session, event: Core<'set-up.mended'>, { body }: Recorded, at: string): void {
  const before = session.setUp;
  session.setUp = { ...before, ...mendable(event, body) };
  session.mendings.push(mendingOf(at, before, session.setUp));
}

/** All of a set-up that can be mended while the meeting is under way. */
function mendable(
  { potMinor, questionsUntil, day, bookedMinutes, proposals }: Core<'set-up.saved' | 'set-up.mended'>,
  body: Recorded['body'],
): Omit<SetUp, 'currency' | 'admission' | 'paper' | 'mode' | 'linkDays' | 'agenda'> {
  return {
    ...{ potMinor, questionsUntil, day, bookedMinutes },
    title: textIn(body, 'title'),
    purpose: textIn(body, 'purpose'),
    promise: textIn(body, 'promise'),
    voters: textIn(body, 'voters'),
    together: textIn(body, 'together'),
    controller: textIn(body, 'controller'),
    contact: textIn(body, 'contact'),
    oneLanguage: textIn(body, 'oneLanguage'),
    groupNames: { citizens: textIn(body, 'citizens'), professionals: textIn(body, 'professionals') },
    proposals: proposals.map(([proposal, costMinor], index): SetUpProposal => {
      const text = (name: string) => textIn(body, `${name}.${String(index)}`);
      const [short, outcome, about, by] = ['short', 'outcome', 'about', 'by'].map(text);
      return { proposal, costMinor, name: text('name'), ...given({ short, outcome, about, by }) };
    }),
  };
}

function given(texts: Readonly<Record<string, SetUpProposal['short']>>): Partial<SetUpProposal> {
  return Object.fromEntries(
    Object.entries(texts).filter(([, text]) => text?.cy !== undefined || text?.en !== undefined),
  );
}

/** What has begun keeps its state; a part that has not takes the plan that it has now. A part that was dropped keeps its id for ever. */
function setAgenda(
  session: Session,
  agenda: readonly Omit<AgendaItem, 'text'>[],
  { body }: Pick<Recorded, 'body'>,
): void {
  session.setUp = {
    ...session.setUp,
    agenda: agenda.map((item) => ({ ...item, text: textIn(body, `item.${item.activity}`) })),
  };
  for (const { activity, plan } of agenda) {
    if (session.started.has(activity)) continue;
    session.activities.set(activity, kindOf(plan.kind).initial(activity, plan));
  }
}

function takeBack(session: Session, activity: AgendaItem['activity']): void {
  const state = session.activities.get(activity);
  // A ballot that was recorded while the press was on its way moved no key: it stands, and the start stands with it.
  if (state !== undefined && !kindOf(state.kind).mayTakeBack(state)) return;
  const item = session.setUp.agenda.find((one) => one.activity === activity);
  session.current = session.trail.pop() ?? null;
  session.started.delete(activity);
  if (item !== undefined) session.activities.set(activity, kindOf(item.plan.kind).initial(activity, item.plan));
}

function writeDecision(session: Session, event: Core<'decision.written'>, { body }: Recorded, at: string): void {
  session.decisions.push({
    edition: event.edition,
    at,
    statement: textIn(body, 'statement'),
    actions: event.until.map((until, index) => ({
      what: textIn(body, `what.${String(index)}`),
      who: textIn(body, `who.${String(index)}`),
      until,
    })),
    reason: body?.texts?.reason ?? null,
  });
}

function applyToActivity(session: Session, event: ActivityEvent, recorded: Recorded): void {
  const activity = session.activities.get(activityOf(event));
  if (activity !== undefined) kindOf(activity.kind).evolve(activity, event, recorded);
}

import { z } from 'zod';
import { ActivityPlan } from '../activities/registry.ts';
import type { Accepted } from '../activities/activity.ts';
import type { Body } from '../record/body.ts';
import { ProposalId, type SessionId } from '../words/ids.ts';
import { refuse, type Refusal } from '../words/refusal.ts';
import { isText, textOf } from '../words/text.ts';
import { Minor } from '../words/units.ts';
import type { Event } from './events.ts';

/** What a host sets up. `proposals` in the order that the lot has drawn. Money in minor units of `currency`. */
export const NewSession = z.strictObject({
  title: textOf(120),
  purpose: textOf(600),
  voters: textOf(280),
  currency: z.string().regex(/^[A-Z]{3}$/),
  potMinor: Minor.min(1),
  proposals: z
    .array(z.strictObject({ proposal: ProposalId, name: textOf(160), costMinor: Minor.min(1) }))
    .min(1)
    .max(200),
  agenda: z.array(ActivityPlan).min(1).max(50),
});
export type NewSession = z.infer<typeof NewSession>;

/**
 * Decides the first entry of a session's journal.
 * Refuses: `bad-text` (fact: `field`), `duplicate-proposal`. Rules S2, S3.
 */
export function create(sid: SessionId, asked: NewSession): Accepted<Event> | Refusal {
  const { title, purpose, voters, currency, potMinor, proposals, agenda } = asked;
  for (const [field, text] of Object.entries({ title, purpose, voters })) {
    if (!isText(text)) return refuse('bad-text', { field });
  }
  for (const { proposal, name } of proposals) {
    if (!isText(name)) return refuse('bad-text', { field: 'proposal', proposal });
  }
  if (new Set(proposals.map(({ proposal }) => proposal)).size < proposals.length) return refuse('duplicate-proposal');
  const recorded: [Event, Body | null][] = [
    [{ type: 'session.created', sid, currency, potMinor }, { texts: { title, purpose, voters } }],
    ...proposals.map(({ proposal, costMinor, name }): [Event, Body] => [
      { type: 'proposal.added', proposal, costMinor },
      { texts: { name } },
    ]),
    [
      { type: 'agenda.set', activities: agenda.map((plan, index) => ({ activity: `a${String(index + 1)}`, plan })) },
      null,
    ],
  ];
  return {
    guards: [['ruling', 0]],
    events: recorded.map(([event]) => event),
    bodies: recorded.map(([, body]) => body),
  };
}

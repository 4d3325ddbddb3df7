import type { PhoneFirst } from '@cyfran/shared/i18n/phone-first.en.ts';
import type { PhoneInside } from '@cyfran/shared/i18n/phone-inside.en.ts';
import type { ActivityNow, ActivityPlan } from '@cyfran/shared/activities/registry.ts';
import type { OutcomeSection } from '@cyfran/shared/activities/allocation/outcome.ts';
import type { View } from '@cyfran/shared/session/view.ts';
import type { ActivityId } from '@cyfran/shared/words/ids.ts';
import type { Moment } from '../live/following.svelte.ts';
import type { Phone } from '../live/phone.svelte.ts';

/** What a participant's page shows of the meeting, kept as it was while they read. Totals are not in it: those only live pages show. */
export interface PhoneMoment extends Moment {
  readonly state: NonNullable<View['meeting']>['state'];
  readonly activity: ActivityId | null;
  readonly now: ActivityNow | null;
  readonly outcome: OutcomeSection | null;
}

/** What an activity's part of the phone is given. */
export interface ParticipantProps {
  readonly phone: Phone;
  readonly moment: PhoneMoment;
}

/** One kind of activity as a participant sees it, but for its pages. */
export interface ParticipantKind {
  /** Which page of the activity the meeting is at. */
  place(view: View): string;
  /** Whether the person is reading or choosing something that must not be taken from them. */
  holds(props: ParticipantProps): boolean;
  /** What someone is told whose page was held while the meeting went on to this. */
  moved(words: PhoneFirst, now: ActivityNow): string;
  /** Whether this phone holds choices that are not sent. */
  unsent(props: ParticipantProps): boolean;
  /** Its line in "what happens", before it begins. */
  line(words: PhoneInside, plan: ActivityPlan): string;
}

import type { View } from '@cyfran/shared/session/view.ts';
import type { Snippet } from 'svelte';
import type { Unruled, Unseen } from './step.ts';

/** What an activity's part of the console is given. */
export interface FacilitatorProps {
  readonly view: View;
  readonly serverNow: () => number;
  /** While the connection is lost, or an answer awaited, no button takes a press. */
  readonly disabled: boolean;
  readonly rule: (command: Unseen) => void;
  readonly send: (command: Unruled) => void;
  readonly announce: (text: string) => void;
  /** The button that moves the meeting on; shown when this activity is over. `more`: what else this activity offers then. */
  readonly onward: Snippet<[more?: Snippet]>;
  /** What one must see beside the buttons: that the connection is lost, why a press was not taken, what can be taken back. */
  readonly beside: Snippet;
  /** What remains to do once the meeting has ended: stands under the heading of whatever was on last. */
  readonly remains: Snippet;
}

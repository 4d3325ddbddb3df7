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
  /** The button that moves the meeting on; shown when this activity is over. Beside it what else this activity offers then. */
  readonly onward: Snippet<[beside?: Snippet]>;
  /** What was done a moment ago and can be taken back: stands above the buttons of every activity. */
  readonly undo: Snippet;
}

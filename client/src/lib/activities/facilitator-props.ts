import type { View } from '@cyfran/shared/session/view.ts';
import type { Snippet } from 'svelte';
import type { Unseen } from './step.ts';

/** What an activity's part of the console is given. */
export interface FacilitatorProps {
  readonly view: View;
  readonly serverNow: () => number;
  /** While the connection is lost, or an answer awaited, no button takes a press. */
  readonly disabled: boolean;
  readonly rule: (command: Unseen) => void;
  readonly announce: (text: string) => void;
  /** The button that moves the meeting on; shown when this activity is over. */
  readonly onward: Snippet;
}

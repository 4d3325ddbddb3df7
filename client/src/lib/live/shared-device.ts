import { createContext } from 'svelte';

/** What the device around a participant can do for them and for whoever comes after them. */
export interface SharedDevice {
  /** A shared tablet forgets each person; a phone keeps their place. */
  readonly kind: 'phone' | 'tablet';
  /** The code with which this person's place can move to another phone; `null` on a tablet. */
  readonly code: string | null;
  /** The next person takes the device. */
  readonly next: () => void;
}

/** Set by the page around a participant's pages. */
export const [getSharedDevice, setSharedDevice] = createContext<SharedDevice>();

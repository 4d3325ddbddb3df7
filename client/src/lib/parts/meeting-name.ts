import type { Text } from '@cyfran/shared/words/text.ts';
import { createContext } from 'svelte';

/** The meeting's name for the titles of its pages, set by the page that knows it. */
export const [getMeetingName, setMeetingName] = createContext<() => Text | undefined>();

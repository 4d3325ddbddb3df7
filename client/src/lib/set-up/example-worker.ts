import type { SetUp } from '@cyfran/shared/session/set-up.ts';
import { sharesExample } from './shares-example.ts';

/** Counts the example of one set-up in a thread of its own: on a phone it takes long enough for a page to stumble. */
addEventListener('message', ({ data }: MessageEvent<SetUp>) => {
  postMessage(sharesExample(data));
});

import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { Following } from './following.svelte.ts';

interface At {
  readonly place: string;
  readonly detail?: number;
}

function follow(holding: () => boolean) {
  let latest = $state.raw<At>({ place: 'voting' });
  const following = new Following<At>(() => ({ ...latest }), holding);
  $effect.root(() => {
    $effect.pre(() => {
      following.attend();
    });
  });
  const meeting = (at: At) => {
    latest = at;
    flushSync();
  };
  return { following, meeting };
}

describe('a page', () => {
  test('moves with the meeting where nobody is reading or choosing', () => {
    const { following, meeting } = follow(() => false);
    meeting({ place: 'closed' });
    expect([following.shown.place, following.behind]).toEqual(['closed', false]);
  });

  test('[L11] stays under the hand of whoever is choosing, says that the meeting has moved on, and goes when they do', () => {
    const { following, meeting } = follow(() => true);
    meeting({ place: 'closed' });
    expect([following.shown.place, following.behind]).toEqual(['voting', true]);
    following.follow();
    expect([following.shown.place, following.behind]).toEqual(['closed', false]);
  });

  test('takes what is new about the same page, such as a last call', () => {
    const { following, meeting } = follow(() => true);
    meeting({ place: 'voting', detail: 60 });
    expect([following.shown.detail, following.behind]).toEqual([60, false]);
  });
});

import { describe, expect, test } from 'vitest';
import { newMeeting } from '../testing/meetings.ts';
import { RecordedSession } from '../testing/recorded-session.ts';
import { SCREENS, seen } from '../testing/views.ts';
import { isText } from '../words/text.ts';
import type { Origin } from './create.ts';
import { rehearsed } from './rehearsal.ts';
import { SetUp } from './set-up.ts';
import type { Viewer } from './view.ts';

const DRAFT = 's-fedcba9876543210';

describe('a rehearsal', () => {
  test('[S17] says so in its name, in the languages that it has, and is else the meeting that it tries out', () => {
    const meeting = newMeeting({ title: { cy: 'Ein pentref', en: 'Our village' } });
    expect(rehearsed(meeting)).toEqual({
      ...meeting,
      title: { cy: 'Ymarfer: Ein pentref', en: 'Rehearsal: Our village' },
    });
    expect(rehearsed({ ...meeting, title: { en: 'Our village' } }).title).toEqual({ en: 'Rehearsal: Our village' });
  });

  test('[S17] has a name that can be set up, however long that of its draft is', () => {
    for (const letter of ['a', '𝒜', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'é']) {
      const name = letter.repeat(Math.floor(120 / letter.length));
      const asked = rehearsed(newMeeting({ title: { en: name, cy: name } }));
      expect(SetUp.safeParse(asked).success, letter).toBe(true);
      expect(isText(asked.title), letter).toBe(true);
    }
  });

  test('[S17] is told apart on every screen and in the record; a copy is none', () => {
    const marks = (origin: Origin) => {
      const meeting = new RecordedSession();
      meeting.create(newMeeting(), origin);
      const view = (screen: Viewer) => seen(meeting.session, screen);
      return [
        view(SCREENS.newcomer).joining?.rehearsalOf,
        ...[SCREENS.room, SCREENS.facilitator, SCREENS.helper, SCREENS.stage].map(
          (screen) => view(screen).meeting?.rehearsalOf,
        ),
        view(SCREENS.public).record?.rehearsal,
      ];
    };
    expect(marks({ copyOf: DRAFT, rehearsal: true })).toEqual([DRAFT, DRAFT, DRAFT, DRAFT, DRAFT, true]);
    expect(marks({ copyOf: DRAFT })).toEqual([null, null, null, null, null, false]);
    expect(marks({})).toEqual([null, null, null, null, null, false]);
  });
});

import type { Frame } from '@cyfran/shared/protocol.ts';
import { describe, expect, test } from 'vitest';
import { NOTHING_HELD, takeFrame, type Held } from './sections.ts';

const turnout = (version: number, sent: number): Frame => ({
  now: 0,
  sections: { turnout: { version, data: { round: 'a1.1', sent } } },
});
const people = (version: number, here: number): Frame => ({
  now: 0,
  sections: { people: { version, data: { here, joined: 9 } } },
});
const after = (...frames: Frame[]): Held => frames.reduce((held, frame) => takeFrame(held, frame, false), NOTHING_HELD);

describe('a screen', () => {
  test('[L2] keeps the newest of a section, and never goes back to an older one', () => {
    expect(after(turnout(4, 1), turnout(9, 6), turnout(7, 3)).view.turnout?.sent).toBe(6);
  });

  test('[L2] takes a section of the same version again', () => {
    expect(after(turnout(4, 1), turnout(4, 2)).view.turnout?.sent).toBe(2);
  });

  test('[L2] takes the number of people as it comes: it is not made from the journal', () => {
    expect(after(people(9, 5), people(4, 3)).view.people?.here).toBe(3);
  });

  test('[L2] keeps what a frame does not name', () => {
    const { view } = after(turnout(4, 1), people(5, 2));
    expect(view).toEqual({ turnout: { round: 'a1.1', sent: 1 }, people: { here: 2, joined: 9 } });
  });

  test('[L2] drops a section that is no longer to be seen, and does not take an older one back', () => {
    const gone: Frame = { now: 0, sections: { turnout: { version: 8, data: null } } };
    expect(after(turnout(4, 1), gone, turnout(7, 3)).view).toEqual({});
  });

  test('[L2] drops what the first frame of a new connection does not hold, unless it is newer than that frame', () => {
    const held = after(turnout(4, 1));
    expect(takeFrame(held, people(6, 2), true).view.turnout).toBeUndefined();
    expect(takeFrame(after(turnout(8, 1)), people(6, 2), true).view.turnout?.sent).toBe(1);
  });
});

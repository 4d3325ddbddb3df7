import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stillToTalkAbout } from './both-groups.ts';

const SIZES = { citizens: 20, professionals: 11, undeclared: 4 };
const backed = (citizens: number, professionals: number) => () => ({ citizens, professionals });

describe('what both groups must back', () => {
  test('[G4] is funded where at least one in five of each group back it', () => {
    expect(stillToTalkAbout(['bus'], backed(4, 3), SIZES)).toEqual([]);
    expect(stillToTalkAbout(['bus'], backed(20, 11), SIZES)).toEqual([]);
  });

  test('[G4] is still to talk about where fewer do, and it says who', () => {
    expect(stillToTalkAbout(['bus'], backed(3, 3), SIZES)).toEqual([['bus', 'citizens']]);
    expect(stillToTalkAbout(['bus'], backed(4, 2), SIZES)).toEqual([['bus', 'professionals']]);
    expect(stillToTalkAbout(['bus'], backed(0, 0), SIZES)).toEqual([['bus', 'both']]);
    const large = { citizens: 1000, professionals: 1000, undeclared: 0 };
    expect(stillToTalkAbout(['bus'], backed(200, 200), large)).toEqual([]);
    expect(stillToTalkAbout(['bus'], backed(199, 199), large)).toEqual([['bus', 'both']]);
  });

  test('[G4] means the same when the two labels are swapped', () => {
    const backing = fc.record({ citizens: fc.nat({ max: 9 }), professionals: fc.nat({ max: 9 }) });
    fc.assert(
      fc.property(backing, backing, ({ citizens, professionals }, sizes) => {
        const [one, other] = [
          stillToTalkAbout(['bus'], backed(citizens, professionals), { ...sizes, undeclared: 0 }),
          stillToTalkAbout(['bus'], backed(professionals, citizens), {
            ...{ citizens: sizes.professionals, professionals: sizes.citizens, undeclared: 0 },
          }),
        ];
        const swapped = { citizens: 'professionals', professionals: 'citizens', both: 'both' } as const;
        expect(other).toEqual(one.map(([proposal, lacks]) => [proposal, swapped[lacks]]));
      }),
    );
  });

  test('[G4] stays in the order of funding', () => {
    expect(stillToTalkAbout(['roof', 'bus', 'park'], backed(0, 9), SIZES).map(([proposal]) => proposal)).toEqual([
      'roof',
      'bus',
      'park',
    ]);
  });
});

import type { AllocationNow } from '@cyfran/shared/activities/allocation/view.ts';
import type { OutcomeSection } from '@cyfran/shared/activities/allocation/outcome.ts';
import type { Frame } from '@cyfran/shared/protocol.ts';
import type { Sections, View } from '@cyfran/shared/session/view.ts';
import type { Mine } from './standing.ts';

/** A round that is open, as a test wants it otherwise. */
export function testRound(changes: Partial<AllocationNow> = {}): AllocationNow {
  return {
    kind: 'allocation',
    round: 'a1.1',
    stage: 'open',
    shown: false,
    practice: false,
    deciding: true,
    leftOver: false,
    reveal: 'on-show',
    sending: 'checked',
    tokens: 10,
    cap: 4,
    voice: 'one-person-one-ballot',
    decision: 'overall',
    count: 'greedy',
    potMinor: 80_000,
    proposals: ['bus', 'park'],
    doors: ['phone', 'tablet'],
    closesAt: null,
    revealed: 0,
    notice: null,
    ...changes,
  };
}

/** The meeting at this round. */
export function testNow(round: AllocationNow, ruling = 3): Sections['now'] {
  const activity = round.round.slice(0, round.round.indexOf('.'));
  return { ruling, what: 'round.opened', current: activity, started: [activity], activity: round };
}

/** A seat's own ballot as a frame has it. */
export function testMine(changes: Partial<Mine> = {}): Mine {
  return { round: 'a1.1', version: 0, alloc: [], group: null, commit: null, returned: null, ...changes };
}

/** What a round gave: all of it, with nothing funded. */
export function testOutcome(changes: Partial<OutcomeSection> = {}): OutcomeSection {
  return {
    round: 'a1.1',
    practice: false,
    deciding: true,
    version: 1,
    corrections: [],
    complete: true,
    ballots: 5,
    potMinor: 80_000,
    spentMinor: 0,
    funded: [],
    tiesThatMattered: [],
    lot: 'l'.repeat(43),
    rows: [],
    voice: 'one-person-one-ballot',
    decision: 'overall',
    stillToTalk: [],
    groups: null,
    groupsTooSmall: false,
    rule: 'greedy',
    shares: null,
    ...changes,
  };
}

/** Sections as a frame carries them, all built from one version. */
export function testFrame(version: number, sections: View): Frame {
  return {
    now: 1_000,
    sections: Object.fromEntries(Object.entries(sections).map(([name, data]) => [name, { version, data }])),
  };
}

import { describe, expect, test } from 'vitest';
import {
  by,
  castBallot,
  clockCloses,
  closeNow,
  counts,
  endMeeting,
  joins,
  lastCall,
  openJoining,
  reopen,
  seatOf,
  show,
  startActivity,
} from '../testing/asked.ts';
import { given } from '../testing/given.ts';
import { closed, counted, joined, roundOpen, setUp, type Step } from '../testing/meetings.ts';
import { accepted, type Asked } from '../testing/recorded-session.ts';
import type { Actor } from '../words/roles.ts';
import type { Command } from './commands.ts';
import { may } from './permissions.ts';

type Role = Actor['role'];

const ACTORS: Readonly<Record<Role, Actor>> = {
  participant: { role: 'participant', seat: seatOf('ann') },
  newcomer: { role: 'newcomer', seat: seatOf('zoe') },
  facilitator: { role: 'facilitator' },
  stage: { role: 'stage' },
  clock: { role: 'clock' },
  count: { role: 'count' },
};

/** Every command, the one role that may send it, and a meeting in which it is possible. */
const COMMANDS: Readonly<Record<Command['type'], { role: Role; asked: Asked; possible: readonly Step[] }>> = {
  Join: { role: 'newcomer', asked: joins('zoe'), possible: joined([]) },
  OpenJoining: { role: 'facilitator', asked: openJoining(), possible: [setUp()] },
  StartActivity: { role: 'facilitator', asked: startActivity('a1'), possible: joined(['ann']) },
  EndMeeting: { role: 'facilitator', asked: endMeeting(), possible: joined(['ann']) },
  CastBallot: { role: 'participant', asked: castBallot('ann', { bus: 1 }), possible: roundOpen() },
  LastCall: { role: 'facilitator', asked: lastCall(), possible: roundOpen() },
  CloseNow: { role: 'facilitator', asked: closeNow(), possible: [...roundOpen(), lastCall()] },
  Reopen: { role: 'facilitator', asked: reopen(), possible: [...roundOpen(), ...closed] },
  Show: { role: 'facilitator', asked: show(), possible: [...roundOpen(), ...counted] },
  Close: {
    role: 'clock',
    asked: clockCloses(),
    possible: [...roundOpen(), lastCall(60), (meeting) => (meeting.now += 60_000)],
  },
  Count: { role: 'count', asked: counts(), possible: [...roundOpen(), ...closed] },
};

const cells = Object.entries(COMMANDS).flatMap(([type, cell]) =>
  Object.entries(ACTORS).map(([role, actor]) => ({ ...cell, type: type as Command['type'], asking: role, actor })),
);

describe('who may do what', () => {
  test.for(cells.filter(({ role, asking }) => role === asking))('[S1] $asking may send $type', (cell) => {
    expect(may(cell.actor, cell.type)).toBe(true);
    accepted(given(...cell.possible).when(cell.asked, cell.actor).answered.decision);
  });

  test.for(cells.filter(({ role, asking }) => role !== asking))('[S1] $asking may not send $type', (cell) => {
    expect(may(cell.actor, cell.type)).toBe(false);
    given(...cell.possible)
      .when(cell.asked, cell.actor)
      .refuses('not-allowed');
  });

  test('[S1] a seat that has not joined casts no ballot, whatever key it came with', () => {
    given(...roundOpen())
      .when(castBallot('zoe', { bus: 1 }))
      .refuses('not-allowed');
    given(...roundOpen())
      .when(by(ACTORS.newcomer, castBallot('zoe', {})))
      .refuses('not-allowed');
  });

  test('[S1] "not allowed" is said before anything about the meeting: a stranger to it learns nothing', () => {
    const stale = startActivity('a9', { seen: 0 });
    given(...roundOpen())
      .when(stale, ACTORS.participant)
      .refuses('not-allowed');
    given(...joined(['ann']), endMeeting())
      .when(openJoining(), ACTORS.stage)
      .refuses('not-allowed');
  });
});

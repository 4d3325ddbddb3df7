import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Ack, Auth, CommandMessage, PresenceMessage, PROTOCOL_VERSION, Receipt } from './protocol.ts';
import { Body } from './record/body.ts';
import { Header } from './session/entry.ts';
import { Event } from './session/events.ts';
import { canonical, sha256 } from './testing/canonical.ts';

describe('what phones and servers say to each other', () => {
  test('[L9] a changed message is a new protocol version', () => {
    const wire = { Auth, CommandMessage, PresenceMessage, Ack, Receipt };
    expect([PROTOCOL_VERSION, fingerprint(wire)]).toEqual([
      5,
      'ab60795e6f0de2516c2362475806d040c498f315e8511327378f1490e0df8485',
    ]);
  });

  test('[S8] a changed event is a new version of the journal: what was recorded yesterday is read tomorrow', () => {
    expect([Header.shape.v.value, fingerprint({ Header, Event, Body })]).toEqual([
      1,
      '1a90b2cebda954b16049426cf63179575447a06f901e8e3b3cd05f1af8de27fc',
    ]);
  });
});

const ID = 'phone-outbox-ann.1';
const CAST = {
  type: 'CastBallot',
  activity: 'a1',
  round: 'a1.1',
  alloc: [['bus', 2]],
  replaces: 0,
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
};
const LAST_CALL = { type: 'LastCall', activity: 'a1', round: 'a1.1', seconds: 60, seen: 4 };
const ENTER = { type: 'EnterPaper', activity: 'a1', round: 'a1.1', serial: 7, card: null, alloc: [], salt: CAST.salt };
const AGENDA = {
  type: 'SetAgenda',
  items: [{ activity: null, plan: { kind: 'talk', minutes: 5 }, text: {}, skipped: false }],
  seen: 4,
};
const DECISION = { type: 'WriteDecision', statement: { en: 'So' }, actions: [], reason: null, seen: 4 };
const ON_STAGE = { activity: 'a1', round: 'a1.1', seen: 4 };
const REOPEN = { type: 'Reopen', activity: 'a1', round: 'a1.1', reason: { en: 'So' }, seen: 4 };

describe('a command', () => {
  test.for([
    { type: 'Join' },
    { type: 'OpenJoining', seen: 1 },
    { type: 'StartActivity', activity: 'a50', seen: 1 },
    { type: 'EndMeeting', seen: 1 },
    CAST,
    { ...CAST, alloc: [] },
    LAST_CALL,
    { ...REOPEN, reason: { cy: '<b>Hwyr</b>', en: '<script>' } },
    { type: 'CloseNow', activity: 'a1', round: 'a1.1', seen: 4 },
    { type: 'Show', activity: 'a1', round: 'a1.1', seen: 4 },
    { type: 'LetIn', seats: ['p-0000000000000000'] },
    { type: 'TurnAway', seat: 'p-0000000000000000' },
    { type: 'TakeBackStart', activity: 'a1', seen: 4 },
    AGENDA,
    DECISION,
    { ...CAST, group: 'undeclared' },
    { type: 'WithdrawLastCall', ...ON_STAGE },
    { ...REOPEN, type: 'VoidRound' },
    { ...REOPEN, type: 'Correct' },
    { type: 'HideTotals', ...ON_STAGE },
    { type: 'ShowNext', ...ON_STAGE },
    ENTER,
    { ...ENTER, card: 'BCDFGHJK', group: 'citizens' },
    { type: 'SpoilPaper', activity: 'a1', round: 'a1.1', serial: 7, why: 'blank' },
    { type: 'ReconcilePaper', activity: 'a1', round: 'a1.1', issued: 9, unused: 2 },
    { type: 'RaiseQuestion', activity: 'a1', raised: false },
    { type: 'AnswerQuestions', activity: 'a1', seen: 4 },
    { type: 'SetTimer', activity: 'a1', seconds: 0, seen: 4 },
  ])('[L6] is understood: $type', (command) => {
    expect(understood(command)).toBe(true);
  });

  test.for<[string, unknown]>([
    ['half a token', { ...CAST, alloc: [['bus', 0.5]] }],
    ['no token', { ...CAST, alloc: [['bus', 0]] }],
    ['less than nothing', { ...CAST, alloc: [['bus', -1]] }],
    ['tokens in words', { ...CAST, alloc: [['bus', '2']] }],
    ['more tokens than any round has', { ...CAST, alloc: [['bus', 1e21]] }],
    ['a line without tokens', { ...CAST, alloc: [['bus']] }],
    ['a line with more', { ...CAST, alloc: [['bus', 1, 1]] }],
    ['an object for its lines', { ...CAST, alloc: { bus: 1 } }],
    ['a proposal of no name', { ...CAST, alloc: [['', 1]] }],
    ['a proposal of many names', { ...CAST, alloc: [['a;b', 1]] }],
    ['a proposal that turns round', { ...CAST, alloc: [['\u202Ebus', 1]] }],
    ['more lines than proposals', { ...CAST, alloc: Array.from({ length: 201 }, (_, at) => [`p${String(at)}`, 1]) }],
    ['a short salt', { ...CAST, salt: 'AAAA' }],
    ['a salt of other letters', { ...CAST, salt: '+'.repeat(22) }],
    ['no salt', { ...CAST, salt: undefined }],
    ['a round of no activity', { ...CAST, round: 'a1' }],
    ['a negative version', { ...CAST, replaces: -1 }],
    ['a line feed after its round', { ...CAST, round: 'a1.1\n' }],
    ['a version between two', { ...LAST_CALL, seen: 1.5 }],
    ['no version', { ...LAST_CALL, seen: undefined }],
    ['too short a last call', { ...LAST_CALL, seconds: 9 }],
    ['a last call for hours', { ...LAST_CALL, seconds: 901 }],
    ['no reason', { ...REOPEN, reason: { en: '' } }],
    ['a reason without end', { ...REOPEN, reason: { en: 'a'.repeat(281) } }],
    ['the clock', { type: 'Close', activity: 'a1', round: 'a1.1', lastCall: 4 }],
    ['the count', { type: 'Count', activity: 'a1', round: 'a1.1' }],
    ['a set-up, which is too large for a socket', { type: 'SaveSetUp', setUp: {}, seen: 1 }],
    ['cards', { type: 'RecordCards', what: 'issued', numbers: [1] }],
    ['a group that nobody knows', { ...CAST, group: 'staff' }],
    ['a door of its own', { ...CAST, door: 'paper' }],
    ['nobody to let in', { type: 'LetIn', seats: [] }],
    [
      'more to let in than a hall has',
      { type: 'LetIn', seats: Array.from({ length: 501 }, () => 'p-0000000000000000') },
    ],
    ['a run of show of nothing', { ...AGENDA, items: [] }],
    ['a run of show without end', { ...AGENDA, items: Array.from({ length: 51 }, () => AGENDA.items[0]) }],
    ['a part without an answer whether it is new', { ...AGENDA, items: [{ ...AGENDA.items[0], activity: undefined }] }],
    ['a part of other letters', { ...AGENDA, items: [{ ...AGENDA.items[0], activity: 'b1' }] }],
    ['a paper without a number', { ...ENTER, serial: undefined }],
    ['a paper of number nought', { ...ENTER, serial: 0 }],
    ['a paper of a long number', { ...ENTER, serial: 100_000 }],
    ['a paper without an answer whether it has a card', { ...ENTER, card: undefined }],
    ['a card that spells', { ...ENTER, card: 'AEIOUAEI' }],
    [
      'a reason for a paper that nobody knows',
      { type: 'SpoilPaper', activity: 'a1', round: 'a1.1', serial: 7, why: 'ugly' },
    ],
    ['fewer papers than none', { type: 'ReconcilePaper', activity: 'a1', round: 'a1.1', issued: -1, unused: 0 }],
    ['a clock that runs back', { type: 'SetTimer', activity: 'a1', seconds: -1, seen: 4 }],
    ['a clock for a day', { type: 'SetTimer', activity: 'a1', seconds: 36_001, seen: 4 }],
    ['a decision without an answer whether it has a reason', { ...DECISION, reason: undefined }],
    ['a restart without a reason', { ...REOPEN, type: 'VoidRound', reason: undefined }],
    ['another type', { type: 'Delete' }],
    ['no type', {}],
    ['a list', [CAST]],
    ['nothing', null],
    ['an actor', { type: 'Join', actor: { role: 'facilitator' } }],
  ])('[L6] with %s is none', ([, command]) => {
    expect(understood(command)).toBe(false);
  });

  test.for([
    '{"type":"Join","__proto__":{"seen":1}}',
    '{"__proto__":{"type":"Join"}}',
    '{"type":"Join","constructor":{"prototype":{}}}',
    '{"type":"EndMeeting","__proto__":{"seen":1}}',
    '{"type":"__proto__"}',
    '{"type":"constructor"}',
    '{"type":"Reopen","activity":"a1","round":"a1.1","reason":{"__proto__":{"en":"So"}},"seen":4}',
  ])('[L6] that reaches for the prototype is none: %s', (json) => {
    expect(understood(JSON.parse(json))).toBe(false);
  });

  test.for(['', 'phone-outbox-ann', 'phone-outbox-ann.0', 'phone-outbox-ann.01', 'ann.1', `${ID}\n`, 'close:a1.1:4'])(
    '[L6] under the id %j is none: people have no ids of the server',
    (id) => {
      expect(CommandMessage.safeParse({ id, command: { type: 'Join' } }).success).toBe(false);
    },
  );

  test('[L6] may hold a nought with a minus, which is a nought', () => {
    const parsed = CommandMessage.parse(JSON.parse(`{"id":"${ID}","command":{"type":"EndMeeting","seen":-0}}`));
    expect(JSON.stringify(parsed.command)).toBe('{"type":"EndMeeting","seen":0}');
    expect(understood({ ...CAST, alloc: [['bus', -0]] })).toBe(false);
  });
});

describe('who knocks', () => {
  test.for<[string, unknown]>([
    ['with a code in small letters', { v: 1, code: 'bcdfgh' }],
    ['with a code that spells', { v: 1, code: 'BADEGG' }],
    ['with a short secret', { v: 1, code: 'BCDFGH', secret: 'abc' }],
    ['without a version', { code: 'BCDFGH' }],
    ['with a version in words', { v: '1', code: 'BCDFGH' }],
    ['with more', { v: 1, code: 'BCDFGH', role: 'facilitator' }],
    ['with a short card', { v: 1, code: 'BCDFGH', card: 'BCDFGHJ' }],
    ['with a card that spells', { v: 1, code: 'BCDFGH', card: 'BADEGGBA' }],
    ['with a tablet that is none', { v: 1, code: 'BCDFGH', tablet: true }],
    ['through the prototype', JSON.parse('{"v":1,"__proto__":{"secret":"AAAAAAAAAAAAAAAAAAAAAA"}}')],
    ['with nothing', undefined],
  ])('[L5] %s is not understood', ([, auth]) => {
    expect(Auth.safeParse(auth).success).toBe(false);
  });

  test('[L5] with a code or an address, and a secret, is', () => {
    expect(Auth.safeParse({ v: 1, code: 'BCDFGH' }).success).toBe(true);
    expect(Auth.safeParse({ v: 1, sid: 's-0123456789abcdef', secret: 'A'.repeat(22) }).success).toBe(true);
    expect(Auth.safeParse({ v: 1, code: 'BCDFGH', card: 'BCDFGHJK', tablet: 'A'.repeat(22) }).success).toBe(true);
  });
});

function understood(command: unknown): boolean {
  return CommandMessage.safeParse({ id: ID, command }).success;
}

function fingerprint(schemas: Readonly<Record<string, z.ZodType>>): string {
  const described = Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]);
  return sha256(canonical(Object.fromEntries(described))).toString('hex');
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ballotBodyText, ballotHeaderText, ballotIn } from '@cyfran/server/journal/ballot-texts.ts';
import { canonicalText } from '@cyfran/server/journal/chain.ts';
import type { Body } from '@cyfran/shared/record/body.ts';
import type { Header } from '@cyfran/shared/session/entry.ts';
import { BadLine, understandAny, type Stored } from '@cyfran/server/journal/line.ts';

const letters = (length: number) => fc.stringMatching(new RegExp(`^[\\w-]{${String(length)}}$`));
/** Mostly as it should be, so that a text with one thing wrong comes up as often as one with none. */
const mostly = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: right, weight: 30 }, { arbitrary: wrong, weight: 1 });
/** As they come from files, as a set-up makes them, and as no set-up may. */
const proposal = mostly(
  fc.constantFrom('a', 'p01', 'BO.OM.63/24', 'M/01/X', '~'),
  fc.oneof(fc.constantFrom('ŵy', 'a\\b', 'with space', 'a;b', 'a"b', ''), fc.string({ minLength: 1, maxLength: 65 })),
);
const tokens = mostly(fc.integer({ min: 1, max: 12 }), fc.constantFrom(0, -1, 1.5, 1_000_000, 1_000_001));
const round = mostly(fc.constantFrom('a1.1', 'a12.3'), fc.constantFrom('a0.1', 'a1.12345'));

const stored: fc.Arbitrary<Stored> = fc
  .record({
    at: mostly(fc.constantFrom('2026-11-27T06:03Z', '2026-11-27T06:03:59Z'), fc.constant('2026-11-27')),
    body: letters(43),
    by: mostly(letters(12), fc.constantFrom('facilitator', 'p-0123456789abcdef')),
    cmd: mostly(
      letters(16).map((outbox) => `${outbox}.7`),
      fc.constantFrom('close:a1.1:42', 'short.1'),
    ),
    credential: letters(12),
    replaces: mostly(fc.nat(), fc.constantFrom(-1, 2 ** 53)),
    round,
    alloc: fc.array(fc.tuple(proposal, tokens), { maxLength: 6 }),
    door: mostly(fc.constantFrom('phone', 'tablet'), fc.constantFrom('paper', 'window')),
    group: mostly(fc.constantFrom(undefined, 'citizens', 'professionals', 'undeclared'), fc.constant('others')),
    serial: mostly(fc.constant<number | undefined>(undefined), fc.constant(7)),
    salt: letters(22),
  })
  .map(({ at, body, by, cmd, credential, replaces, round: of, alloc, door, group, serial, salt }) => ({
    header: canonicalText({
      ...{ v: 1, at, body, by, cmd },
      events: [{ type: 'ballot.cast', round: of, credential, replaces }],
    }),
    salt,
    body: canonicalText([{ ballot: { round: of, alloc, door, group, serial } }]),
  }));

test('[J8] what is read quickly is what the schemas read', () => {
  let quick = 0;
  fc.assert(
    fc.property(
      stored,
      fc.nat(),
      fc.constantFrom('', '"', ',', ']', '0', ' ', '\\'),
      fc.boolean(),
      (given, at, letter, isBroken) => {
        const texts = isBroken ? broken(given, at, letter) : given;
        const found = ballotIn(texts.header, texts.salt, texts.body);
        if (found === null) return;
        quick += 1;
        expect(found).toEqual(understandAny(texts));
      },
    ),
    { numRuns: 20_000 },
  );
  expect(quick).toBeGreaterThan(100);
});

test('[J8] a plain ballot from a phone is read quickly', () => {
  const line = (changes: object) => ({
    header: canonicalText({
      v: 1,
      at: '2026-11-27T06:03Z',
      body: 'A'.repeat(43),
      by: 'B'.repeat(12),
      cmd: `${'C'.repeat(16)}.1`,
      events: [{ type: 'ballot.cast', round: 'a1.1', credential: 'B'.repeat(12), replaces: 0 }],
    }),
    salt: 'A'.repeat(22),
    body: canonicalText([{ ballot: { round: 'a1.1', alloc: [['p1', 3]], door: 'phone', ...changes } }]),
  });
  const read = ({ header, salt, body }: Stored) => ballotIn(header, salt, body);
  expect(read(line({}))).not.toBeNull();
  expect(read(line({ alloc: [] }))).not.toBeNull();
  expect(read(line({ group: 'citizens' }))).not.toBeNull();
  expect(read(line({ serial: 4 }))).toBeNull();
  expect(read({ ...line({}), salt: '', body: '' })).toBeNull();
  const tooLong = line({ alloc: Array.from({ length: 201 }, () => ['p', 1]) });
  expect(read(tooLong)).toBeNull();
  expect(() => understandAny(tooLong)).toThrow(BadLine);
});

test('[J15] what is written quickly, and can be read back quickly, is canonical JSON', () => {
  let quick = 0;
  fc.assert(
    fc.property(stored, fc.constantFrom('', 'event', 'ballot', 'body', 'two'), ({ header, salt, body }, more) => {
      // Not in the order of canonical JSON, and perhaps with something that the texts must not leave out.
      const { v, at, cmd, by, events, body: commit } = JSON.parse(header) as Header;
      const [{ ballot }] = JSON.parse(body) as [{ ballot: NonNullable<Body['ballot']> }];
      const extra = (where: string) => (more === where ? { unknown: 1 } : {});
      const given: Header = { v, at, cmd, by, body: commit, events: [{ ...events[0]!, ...extra('event') }] };
      const bodies: Body[] = [{ ...extra('body'), ballot: { ...reversed(ballot), ...extra('ballot') } }];
      if (more === 'two') {
        given.events.push(events[0]!);
        bodies.push({ ballot });
      }
      const texts = { header: ballotHeaderText(given), body: ballotBodyText(bodies) };
      if (texts.header === null || texts.body === null) return;
      if (ballotIn(texts.header, salt, texts.body) === null) return;
      quick += 1;
      expect(texts).toEqual({ header: canonicalText(given), body: canonicalText(bodies) });
    }),
    { numRuns: 20_000 },
  );
  expect(quick).toBeGreaterThan(100);
});

function reversed<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).reverse()) as T;
}

/** With one letter of the header or the body replaced. */
function broken({ header, salt, body }: Stored, at: number, letter: string): Stored {
  const replaced = (text: string) => {
    const place = at % text.length;
    return text.slice(0, place) + letter + text.slice(place + 1);
  };
  return at % 2 === 0 ? { header: replaced(header), salt, body } : { header, salt, body: replaced(body) };
}

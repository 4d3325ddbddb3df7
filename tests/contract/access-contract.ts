import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccessStore, NewCard, SessionRow } from '@cyfran/server/access/access-store.ts';

const SID = 's-0123456789abcdef';
const OTHER = 's-fedcba9876543210';
const SEAT = 'p-0123456789abcdef';
const bytes = (fill: number) => new Uint8Array(32).fill(fill);
const hash = (name: string) => name.padEnd(43, 'x');

/** Where an access store keeps what it is given between two openings. `remove` deletes all of it. */
export interface AccessStorage {
  open(): Promise<AccessStore>;
  remove(): Promise<void>;
}

export const session = (sid: string, code: string): SessionRow => ({
  ...{ sid, code, createdAt: 1_700_000_000_000 },
  ...{ linkKey: bytes(1), cardKey: bytes(2), privateKey: bytes(3) },
});

/** Cards with letters and a seat of their own, the same for the same `drawn`. */
export class Deck {
  drawn = 0;
  readonly draw = (): NewCard => {
    this.drawn += 1;
    return {
      code: `CARD${String(this.drawn)}`,
      hash: hash(`card${String(this.drawn)}`),
      seat: `p-${String(this.drawn).padStart(16, '0')}`,
    };
  };
}

/** What every access store promises, on whatever it keeps it. `make`: a new, empty storage for each test. */
export function describeAccess(name: string, make: () => Promise<AccessStorage>): void {
  describe(name, () => {
    let storage: AccessStorage;
    let store: AccessStore;
    let deck: Deck;

    beforeEach(async () => {
      storage = await make();
      store = await storage.open();
      deck = new Deck();
    });
    afterEach(async () => {
      store.close();
      await storage.remove();
    });

    test('[S18] forgets who a meeting’s people were, and keeps what its hosts have', async () => {
      await store.addSession(session(SID, 'BCDFGH'));
      await store.addSession(session(OTHER, 'CCDFGH'));
      for (const sid of [SID, OTHER]) {
        await store.addKey(sid, hash('host'), 'facilitator');
        await store.seatOf(sid, hash('phone'), SEAT);
        await store.paperSeat(sid, 7, 'p-7777777777777777');
      }
      await store.cards.issue(SID, 'issued', 2, deck.draw);
      for (const again of [1, 2]) {
        await store.forgetPeople(SID);
        expect([again, (await store.findSession(SID))?.linkKey.length]).toEqual([again, 0]);
      }
      expect(await store.findSession(SID)).toEqual({ ...session(SID, 'BCDFGH'), linkKey: new Uint8Array() });
      expect(await store.findKey(SID, hash('host'))).toEqual({ role: 'facilitator' });
      expect(await store.findKey(SID, hash('phone'))).toBeNull();
      expect(await store.cards.all(SID)).toEqual([]);
      expect(await store.paperSeat(SID, 7, 'p-8888888888888888')).toBe('p-8888888888888888');
      expect(await store.findSession(OTHER)).toEqual(session(OTHER, 'CCDFGH'));
      expect(await store.findKey(OTHER, hash('phone'))).toMatchObject({ seat: SEAT });
    });

    describe('a session', () => {
      test('is found by its id and by its code, as it was kept; a code is nobody else’s', async () => {
        const row = session(SID, 'BCDFGH');
        expect(await store.addSession(row)).toBe(true);
        expect(await store.addSession(session(OTHER, 'BCDFGH'))).toBe(false);
        expect(await store.findSession(SID)).toEqual(row);
        expect(await store.findByCode('BCDFGH')).toEqual(row);
        expect(await store.findSession(OTHER)).toBe(null);
        store.close();
        store = await storage.open();
        expect(await store.findSession(SID)).toEqual(row);
      });
    });

    describe('a key', () => {
      test('of a link opens its role in its own session, several to each role', async () => {
        for (const [name, role] of [
          ['one', 'facilitator'],
          ['two', 'facilitator'],
          ['three', 'tablet'],
        ] as const) {
          await store.addKey(SID, hash(name), role);
          expect(await store.findKey(SID, hash(name))).toEqual({ role });
          expect(await store.findKey(OTHER, hash(name))).toBe(null);
        }
        expect(await store.findKey(SID, hash('one'))).toEqual({ role: 'facilitator' });
      });

      test('of a phone is the same seat however often it is asked, and never a link’s', async () => {
        expect(await store.seatOf(SID, hash('phone'), SEAT)).toBe(SEAT);
        expect(await store.seatOf(SID, hash('phone'), 'p-ffffffffffffffff')).toBe(SEAT);
        expect(await store.findKey(SID, hash('phone'))).toEqual({
          role: 'participant',
          seat: SEAT,
          card: null,
          via: null,
        });
        await store.addKey(SID, hash('link'), 'helper');
        await store.bindKey(SID, hash('link'), SEAT, hash('card'));
        expect(await store.findKey(SID, hash('link'))).toEqual({ role: 'helper' });
      });

      test('comes to a card’s seat, and leaves the one that it had', async () => {
        await store.cards.issue(SID, 'test', 1, deck.draw);
        const [card] = await store.cards.all(SID);
        await store.seatOf(SID, hash('phone'), SEAT);
        await store.bindKey(SID, hash('phone'), card!.seat, hash('card1'));
        const opened = { role: 'participant', seat: card!.seat, card: 'test', via: hash('card1') };
        expect(await store.findKey(SID, hash('phone'))).toEqual(opened);
        expect(await store.seatOf(SID, hash('phone'), SEAT)).toBe(card!.seat);
      });
    });

    describe('cards', () => {
      test('have the next numbers of their session, and a code that is drawn twice is drawn again', async () => {
        expect(await store.cards.issue(SID, 'issued', 2, deck.draw)).toEqual([
          { number: 1, code: 'CARD1' },
          { number: 2, code: 'CARD2' },
        ]);
        deck.drawn = 0;
        expect(await store.cards.issue(SID, 'test', 1, deck.draw)).toEqual([{ number: 3, code: 'CARD3' }]);
        deck.drawn = 0;
        expect(await store.cards.issue(OTHER, 'issued', 1, deck.draw)).toEqual([{ number: 1, code: 'CARD1' }]);
        expect((await store.cards.all(SID)).map(({ number, state }) => [number, state])).toEqual([
          [1, 'issued'],
          [2, 'issued'],
          [3, 'test'],
        ]);
        expect(await store.cards.find(SID, hash('card3'))).toMatchObject({ card: 'test' });
        expect(await store.cards.find(OTHER, hash('card3'))).toBe(null);
        expect(await store.cards.issue(SID, 'issued', 99_997, deck.draw)).toBe(null);
      });

      test('that are withdrawn have never been', async () => {
        await store.cards.issue(SID, 'issued', 2, deck.draw);
        await store.cards.withdraw(SID, [1, 2]);
        expect(await store.cards.all(SID)).toEqual([]);
        expect(await store.cards.find(SID, hash('card1'))).toBe(null);
      });

      test.each(['replace', 'void'] as const)(
        '%s: the old letters and every key of the seat stop, no other seat’s',
        async (how) => {
          await store.cards.issue(SID, 'issued', 2, deck.draw);
          const [card, other] = await store.cards.all(SID);
          await store.bindKey(SID, hash('phone'), card!.seat, hash('card1'));
          await store.cards.keepMoving(SID, card!.seat, hash('moving'));
          await store.bindKey(SID, hash('second'), card!.seat, hash('moving'));
          await store.bindKey(SID, hash('neighbour'), other!.seat, hash('card2'));
          if (how === 'void') await store.cards.void(SID, 1);
          else expect(await store.cards.replace(SID, 1, hash('new'))).toBe(true);
          for (const gone of ['phone', 'second']) expect(await store.findKey(SID, hash(gone))).toBe(null);
          for (const gone of ['card1', 'moving']) expect(await store.cards.find(SID, hash(gone))).toBe(null);
          expect(await store.findKey(SID, hash('neighbour'))).toMatchObject({ seat: other!.seat });
          const found = await store.cards.find(SID, hash('new'));
          expect(found).toEqual(how === 'void' ? null : { seat: card!.seat, card: 'issued' });
          const state = how === 'void' ? 'void' : 'issued';
          expect(await store.cards.all(SID)).toEqual([{ ...card, state }, other]);
          expect(await store.cards.replace(SID, 1, hash('newer'))).toBe(how === 'replace');
          expect(await store.cards.replace(SID, 7, hash('newest'))).toBe(false);
        },
      );

      test('that move a seat are one at a time, and no card with a number', async () => {
        await store.cards.keepMoving(SID, SEAT, hash('first'));
        await store.cards.keepMoving(SID, SEAT, hash('second'));
        expect(await store.cards.find(SID, hash('first'))).toBe(null);
        expect(await store.cards.find(SID, hash('second'))).toEqual({ seat: SEAT, card: null });
        expect(await store.cards.all(SID)).toEqual([]);
      });
    });

    test('a paper has one seat in each session', async () => {
      expect(await store.paperSeat(SID, 7, SEAT)).toBe(SEAT);
      expect(await store.paperSeat(SID, 7, 'p-ffffffffffffffff')).toBe(SEAT);
      expect(await store.paperSeat(OTHER, 7, 'p-ffffffffffffffff')).toBe('p-ffffffffffffffff');
    });
  });
}

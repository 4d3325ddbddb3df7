import { beforeEach, describe, expect, test } from 'vitest';
import { memoryKeep, type Keep } from './keep.ts';
import { passingCorner, Places } from './places.ts';

describe('the people who share a phone', () => {
  let keep: Keep;
  let places: Places;
  beforeEach(() => {
    keep = memoryKeep();
    places = new Places('BCDFGH', keep);
  });

  test('[S4] each have a secret of their own, which outlives the page', () => {
    const first = places.current();
    first.change({ state: 'joined' });
    const second = places.next(null);
    expect(second.place().secret).not.toBe(first.place().secret);
    const reloaded = new Places('BCDFGH', keep);
    expect([reloaded.current().number, reloaded.current().place()]).toEqual([2, second.place()]);
    expect(reloaded.back(1).place()).toEqual(first.place());
  });

  test('keep their choices apart', () => {
    places.current().change({ state: 'joined' });
    const [first, second] = [places.back(1), places.next(null)];
    expect([first.key, second.key]).toEqual(['cyfran.BCDFGH', 'cyfran.BCDFGH.2']);
  });

  test('are those who have a seat or wait for one, and whoever has the phone now', () => {
    expect(places.numbers).toEqual([1]);
    places.current().change({ state: 'joined' });
    places.next(null);
    expect(places.numbers).toEqual([1, 2]);
    places.back(1);
    expect(places.numbers).toEqual([1]);
    places.next(null).change({ state: 'asked' });
    places.back(1);
    expect(places.numbers).toEqual([1, 2]);
  });

  test('never take over a place that somebody asked with', () => {
    places.current().change({ state: 'joined' });
    const waiting = places.next(null);
    waiting.change({ state: 'asked' });
    const { secret } = waiting.place();
    expect(places.next(null).number).toBe(3);
    expect(waiting.place().secret).toBe(secret);
  });

  test('are known again by the card that they came with', () => {
    places.current().change({ state: 'joined' });
    places.next('BCDF2345');
    expect([places.withCard('BCDF2345'), places.withCard('XXXX2345')]).toEqual([2, null]);
  });

  test('do not lose a place to another tab of the same phone', () => {
    const tab = new Places('BCDFGH', keep).current();
    places.current().change({ state: 'joined' });
    const second = places.next(null);
    second.change({ state: 'joined' });
    tab.change({ state: 'joined' });
    expect(second.place().state).toBe('joined');
    expect(new Places('BCDFGH', keep).numbers).toEqual([1, 2]);
  });
});

test('somebody at a shared tablet has a place that nothing keeps', () => {
  const corner = passingCorner();
  corner.change({ state: 'joined' });
  expect(corner.place().state).toBe('joined');
  expect(passingCorner().place().secret).not.toBe(corner.place().secret);
});

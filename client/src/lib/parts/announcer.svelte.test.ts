import { beforeEach, describe, expect, test } from 'vitest';
import { Announcer } from './announcer.svelte.ts';

/** A clock that stands still until it is moved. */
class HeldTime {
  #now = 0;
  #due: { at: number; go: () => void }[] = [];
  now = () => this.#now;
  after = (ms: number, go: () => void) => {
    this.#due.push({ at: this.#now + ms, go });
  };
  pass(ms: number) {
    const end = this.#now + ms;
    while (true) {
      const next = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#due.splice(this.#due.indexOf(next), 1);
      this.#now = next.at;
      next.go();
    }
    this.#now = end;
  }
}

describe('the announcer', () => {
  let time: HeldTime;
  let announcer: Announcer;
  beforeEach(() => {
    time = new HeldTime();
    announcer = new Announcer(time);
  });

  test('speaks at once after a silence, and clears after 5 s', () => {
    announcer.say('own', 'Bus: 3 tokens');
    expect(announcer.polite).toBe('Bus: 3 tokens');
    time.pass(5_000);
    expect(announcer.polite).toBe('');
  });

  test('keeps 3 s between two things, and only the newest of a topic', () => {
    announcer.say('own', 'one');
    announcer.say('own', 'two');
    announcer.say('own', 'three');
    announcer.say('connection', 'lost');
    time.pass(2_900);
    expect(announcer.polite).toBe('one');
    time.pass(200);
    expect(announcer.polite).toBe('three');
    time.pass(3_000);
    expect(announcer.polite).toBe('lost');
  });

  test('does not say what is older than 8 s', () => {
    for (const topic of ['a', 'b', 'c', 'd', 'e']) announcer.say(topic, topic);
    const said = new Set<string>();
    for (let step = 0; step < 40; step += 1) {
      said.add(announcer.polite);
      time.pass(500);
    }
    expect([...said].filter((text) => text !== '')).toEqual(['a', 'b', 'c']);
  });

  test('says at most 100 things in 5 minutes of a tally that moves ten times a second', () => {
    let last = '';
    let spoken = 0;
    for (let tick = 0; tick < 3_000; tick += 1) {
      announcer.say('tally', String(tick));
      if (announcer.polite !== last && announcer.polite !== '') spoken += 1;
      last = announcer.polite;
      time.pass(100);
    }
    expect(spoken).toBeLessThanOrEqual(100);
  });

  test('interrupts for an alert', () => {
    announcer.say('own', 'one');
    announcer.alert('Voting has closed');
    expect(announcer.urgent).toBe('Voting has closed');
  });
});

import fc from 'fast-check';
import { test } from 'vitest';
import { play, randomEvening, votersEvening } from './testing/random-meeting.ts';
import { RecordedSession } from './testing/recorded-session.ts';
import { eventsOf } from './testing/recounted.ts';
test('stats', () => {
  for (const [name, arb] of [['random', randomEvening], ['voters', votersEvening]] as const) {
  const n: Record<string, number> = {}; const r: Record<string, number> = {};
  let v2 = 0, restored = 0, groups=0, small=0, talk=0, partial=0;
  for (const e of fc.sample(arb, { numRuns: 600, seed: 2026 })) {
    const m = new RecordedSession();
    play(e, m, (a) => { const before = m.entries.length; const x = a(); if (x && 'refused' in x.decision) r[x.decision.refused] = (r[x.decision.refused] ?? 0) + 1;
      const st = m.session.activities.get(m.session.current ?? ''); if (st?.kind==='allocation' && st.round) { if (m.entries.length>before && m.entries.at(-1)!.events[0]!.type==='ballot.struck') { const c=(m.entries.at(-1)!.events[0] as any).credential; if (st.round.ballots.has(c)) restored++; } } });
    for (const ev of eventsOf(m.entries)) { n[ev.type] = (n[ev.type] ?? 0) + 1; if (ev.type==='round.counted') { if (ev.outcome.groups) groups++; if (ev.outcome.groupsTooSmall) small++; if (ev.outcome.stillToTalk.length) talk++; } }
    for (const s of m.session.activities.values()) if (s.kind==='allocation') for (const x of [...s.voided.map(v=>v.round), s.round]) { if (x?.corrected.length) v2++; if (x?.revealed && !x.shown) partial++; }
  }
  console.log(name, n, r, { v2, restored, groups, small, talk, partial });
  }
});

import { printCy } from '@cyfran/shared/i18n/print.cy.ts';
import { printEn } from '@cyfran/shared/i18n/print.en.ts';
import { expect, test } from 'vitest';
import { deskCalls } from './desk-calls.ts';
import { deskProblem } from './desk-problem.ts';

/** Calls whose only answer is this. */
function answering(answer: () => Response | Promise<Response>) {
  const asked: Request[] = [];
  const send = (path: RequestInfo | URL, init?: RequestInit) => {
    asked.push(new Request(new URL(path as string, 'http://hall.example'), init));
    return Promise.resolve().then(answer);
  };
  return { asked, calls: deskCalls('s-0123456789abcdef', 'secret', send) };
}

test('asks as the facilitator, with what is asked for', async () => {
  const { asked, calls } = answering(() =>
    Response.json({ cards: [{ number: 1, code: 'BCDFGHJK' }] }, { status: 201 }),
  );
  expect(await calls.make(1, true)).toEqual({ ok: true, got: { cards: [{ number: 1, code: 'BCDFGHJK' }] } });
  const [request] = asked;
  expect(request?.url).toBe('http://hall.example/api/sessions/s-0123456789abcdef/cards');
  expect(request?.headers.get('authorization')).toBe('Bearer secret');
  expect(await request?.json()).toEqual({ count: 1, test: true });
});

test('a card is taken out of use by its number', async () => {
  const { asked, calls } = answering(() => Response.json({ number: 7 }));
  expect(await calls.takeOut(7)).toEqual({ ok: true, got: { number: 7 } });
  expect(asked[0]?.url).toMatch(/\/cards\/7\/void$/);
});

test('an answer that broke off is no answer', async () => {
  const broken = new ReadableStream({ pull: (stream) => stream.error(new TypeError('terminated')) });
  const { calls } = answering(() => new Response(broken, { status: 200 }));
  expect(await calls.make(1, false)).toEqual({ ok: false, reason: 'unreachable' });
});

test.for([
  [401, { reason: 'anything' }, 'unknown-secret'],
  [409, { reason: 'session-ended' }, 'session-ended'],
  [400, {}, 'internal'],
  [507, null, 'storage-full'],
  [500, null, 'internal'],
] as const)('%s with %j is %s', async ([status, body, reason]) => {
  const { calls } = answering(() => Response.json(body, { status }));
  expect(await calls.cards()).toEqual({ ok: false, reason });
});

test('a proxy that could not reach the server answers with a page: nobody knows what was done', async () => {
  const { calls } = answering(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  expect(await calls.cards()).toEqual({ ok: false, reason: 'unreachable' });
});

test('no answer is told apart from an answer of no', async () => {
  const { calls } = answering(() => Promise.reject(new TypeError('fetch failed')));
  expect(await calls.replace(1)).toEqual({ ok: false, reason: 'unreachable' });
});

test('every reason is a sentence, one without words of its own included', () => {
  for (const words of [printEn, printCy]) {
    expect(deskProblem(words, 'unknown-card')).toBe(words.problems['unknown-card']);
    expect(deskProblem(words, 'toString')).toBe(words.problems.other);
  }
});

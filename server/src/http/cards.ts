import { refuse } from '@cyfran/shared/words/refusal.ts';
import { Router, type Request } from 'express';
import { z } from 'zod';
import type { AccessStore } from '../access/access-store.ts';
import { issueCards, replaceCard, voidCard } from '../meeting/cards.ts';
import type { Api } from './api.ts';

const NewCards = z.strictObject({ count: z.int().min(1).max(2000), test: z.boolean() });

/**
 * The cards of a session, for its hosts. `GET`: `{ cards: [{ number, state, used }] }`. `POST { count, test }`: 201 `{ cards: [{ number,
 * code }] }`, the codes told this once. `POST .../:number/replace`: `{ number, code }`. `POST .../:number/void`: `{ number }`.
 * 404 `unknown-card` for a number that is unknown or void.
 */
export function cardRoutes(api: Api, access: AccessStore): Router {
  const router = Router();
  const path = '/api/sessions/:sid/cards';
  router.get(
    path,
    api.session(async ({ sid, session }) => {
      const cards = await access.cards.all(sid);
      const listed = cards.map(({ number, state, seat }) => ({ number, state, used: session.seats.has(seat) }));
      return { status: 200, json: { cards: listed } };
    }),
  );
  router.post(
    path,
    api.session(async (meeting, asked) => {
      const body = await asked.body(NewCards);
      if ('refused' in body) return body;
      const { count, test } = body.sent;
      const cards = await issueCards(meeting, access, { count, kind: test ? 'test' : 'issued' });
      return 'refused' in cards ? cards : { status: 201, json: { cards } };
    }),
  );
  router.post(
    `${path}/:number/replace`,
    api.session(async (meeting, { request }) => {
      const number = numberIn(request);
      const card = number === null ? refuse('unknown-card') : await replaceCard(meeting, access, number);
      return 'refused' in card ? card : { status: 200, json: card };
    }),
  );
  router.post(
    `${path}/:number/void`,
    api.session(async (meeting, { request }) => {
      const number = numberIn(request);
      if (number === null) return refuse('unknown-card');
      const refused = await voidCard(meeting, access, number);
      return refused ?? { status: 200, json: { number } };
    }),
  );
  return router;
}

function numberIn({ params }: Request): number | null {
  return typeof params.number === 'string' && /^[1-9]\d{0,4}$/.test(params.number) ? Number(params.number) : null;
}

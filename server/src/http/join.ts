import { normaliseCode, SessionCode } from '@cyfran/shared/words/ids.ts';
import type { RefusalReason } from '@cyfran/shared/words/refusal.ts';
import { Router } from 'express';
import { addressOf } from '../access/origin.ts';
import type { Gate } from '../meeting/gate.ts';

/** `GET /join?code=`: the form of the join page, which works without JavaScript. 303 to the meeting, or back with the problem. */
export function joinRoutes({ meetings, limiter }: Pick<Gate, 'meetings' | 'limiter'>, proxyHops: number): Router {
  const router = Router();
  router.get('/join', async (request, response) => {
    const typed = typeof request.query.code === 'string' ? request.query.code.slice(0, 40) : '';
    const code = normaliseCode(typed);
    const back = (problem: RefusalReason | 'empty') => {
      response.redirect(303, `/?${new URLSearchParams({ code: typed, problem }).toString()}`);
    };
    if (code === '') {
      back('empty');
      return;
    }
    const address = addressOf(request, proxyHops);
    if ((await limiter.mayTry(address)) > 0) {
      back('too-fast');
      return;
    }
    if (!SessionCode.safeParse(code).success || (await meetings.byCode(code)) === null) {
      await limiter.wrongCode(address);
      back('unknown-session');
      return;
    }
    response.redirect(303, `/s/${code}`);
  });
  return router;
}

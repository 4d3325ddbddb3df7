import type { RefusalReason } from '@cyfran/shared/words/refusal.ts';

/** The 8 characters with which a seat moves to another phone, or why there are none. */
export type MyCard = { readonly card: string } | { readonly problem: RefusalReason | 'no-answer' };

/** Asks the server for a new card of the seat that `secret` opens; the one asked for before stops working. */
export async function askMyCard(secret: string, code: string, ask: typeof fetch = fetch): Promise<MyCard> {
  try {
    const response = await ask('/api/my-card', {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    const answer: unknown = await response.json();
    if (has(answer, 'card')) return { card: answer.card };
    return { problem: has(answer, 'reason') ? (answer.reason as RefusalReason) : 'internal' };
  } catch (error) {
    // What the network or a proxy between says instead of an answer.
    if (error instanceof TypeError || error instanceof SyntaxError) return { problem: 'no-answer' };
    throw error;
  }
}

function has<Name extends string>(answer: unknown, name: Name): answer is Record<Name, string> {
  return typeof answer === 'object' && answer !== null && typeof (answer as Record<string, unknown>)[name] === 'string';
}

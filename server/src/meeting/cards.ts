import type { CardCode, SeatId } from '@cyfran/shared/words/ids.ts';
import { refuse, type Refusal } from '@cyfran/shared/words/refusal.ts';
import type { AccessStore, CardKind, CardRow } from '../access/access-store.ts';
import { newCardCode, newSeatId, newSecret } from '../access/credentials.ts';
import { handleCommand } from './handle-command.ts';
import type { Meeting } from './meeting.ts';

/** A card that was just made: its code is told this once. */
export interface MadeCard {
  readonly number: number;
  readonly code: CardCode;
}

/**
 * Makes so many cards, each with a seat of its own. Kept first and recorded then: cut off in between, nobody has been told the codes.
 * Refuses: `too-large` when the numbers are used up, `session-ended`, `storage-full`.
 */
export async function issueCards(
  meeting: Meeting,
  { cards }: AccessStore,
  { count, kind }: { readonly count: number; readonly kind: CardKind },
): Promise<readonly MadeCard[] | Refusal> {
  const made = await cards.issue(meeting.sid, kind, count, () => {
    const code = newCardCode();
    return { code, hash: meeting.cardHash(code), seat: newSeatId() };
  });
  if (made === null) return refuse('too-large');
  const numbers = made.map(({ number }) => number);
  const refused = await record(meeting, kind, numbers);
  if (refused === null) return made;
  await cards.withdraw(meeting.sid, numbers);
  return refused;
}

/**
 * Gives a lost card's number a new code. Whoever holds the old one is turned away; the seat and its ballot stay.
 * Refuses: `unknown-card`, `session-ended`, `storage-full`.
 */
export async function replaceCard(
  meeting: Meeting,
  { cards }: AccessStore,
  number: number,
): Promise<MadeCard | Refusal> {
  const card = await standing(meeting, cards, number);
  if ('refused' in card) return card;
  const refused = await record(meeting, 'replaced', [number]);
  if (refused !== null) return refused;
  const code = newCardCode();
  if (!(await cards.replace(meeting.sid, number, meeting.cardHash(code)))) return refuse('unknown-card');
  meeting.turnAway(card.seat);
  return { number, code };
}

/** Declares a card void: it opens nothing any more, and whoever came with it is turned away. The ballot stays. Refuses as `replaceCard`. */
export async function voidCard(meeting: Meeting, { cards }: AccessStore, number: number): Promise<Refusal | null> {
  const card = await standing(meeting, cards, number);
  if ('refused' in card) return card;
  const refused = await record(meeting, 'voided', [number]);
  if (refused !== null) return refused;
  await cards.void(meeting.sid, number);
  meeting.turnAway(card.seat);
  return null;
}

/** Eight letters that move a seat to another phone, in the place of those before. */
export async function newMovingCard(meeting: Meeting, { cards }: AccessStore, seat: SeatId): Promise<CardCode> {
  const code = newCardCode();
  await cards.keepMoving(meeting.sid, seat, meeting.cardHash(code));
  return code;
}

async function standing({ sid }: Meeting, cards: AccessStore['cards'], number: number): Promise<CardRow | Refusal> {
  const card = (await cards.all(sid)).find((one) => one.number === number);
  return card === undefined || card.state === 'void' ? refuse('unknown-card') : card;
}

/** The record knows numbers only. */
async function record(
  meeting: Meeting,
  what: 'issued' | 'test' | 'replaced' | 'voided',
  numbers: readonly number[],
): Promise<Refusal | null> {
  const done = await handleCommand(
    meeting,
    `cards:${newSecret()}`,
    { type: 'RecordCards', what, numbers },
    { role: 'facilitator' },
  );
  return 'refused' in done ? done : null;
}

import type { Receipt } from '@cyfran/shared/protocol.ts';
import { viewFor, type Surroundings } from '@cyfran/shared/session/view.ts';
import type { SeatId } from '@cyfran/shared/words/ids.ts';
import type { Version } from '@cyfran/shared/words/units.ts';
import type { Meeting } from '../meeting/meeting.ts';

/**
 * What this seat is given for what was recorded at `seq`, if that is its ballot and still stands. Signed over the record as this node has
 * folded it by now: asked again, it may name a newer end.
 */
export function receiptFor(meeting: Meeting, seat: SeatId, seq: Version, around: Surroundings): Receipt | null {
  const credentialIn = (round: string) => meeting.credentialOf(seat, round);
  const { mine } = viewFor(meeting.session, { role: 'participant', credentialIn }, around);
  if (mine?.version !== seq || mine.commit === null) return null;
  const { version: size, head } = meeting.session;
  return meeting.signer.receipt({ round: mine.round, seq, commit: mine.commit, head, size });
}

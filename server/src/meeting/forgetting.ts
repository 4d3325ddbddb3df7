import type { Entry } from '@cyfran/shared/session/entry.ts';
import { dayAfter } from '@cyfran/shared/telling/kept.ts';
import type { Millis } from '@cyfran/shared/words/units.ts';
import type { AccessStore } from '../access/access-store.ts';
import { JournalClosed, UnknownSession } from '../journal/journal.ts';
import type { Meeting } from './meeting.ts';

/** A date is looked at this often: nobody waits for the minute. */
const LOOK_EVERY_MS = 3600_000;

/**
 * Keeps what a meeting promises about forgetting: what is declared erased goes from disk and screens, and on its day what joins people to
 * ballots is destroyed. Looked at from the folded state, so that a server that was off does it when it starts; every node does it, and
 * doing it twice is doing it once.
 */
export function keepForgetting(meeting: Meeting, access: AccessStore): () => void {
  const { clock, log } = meeting.ground;
  let stop: () => void = () => undefined;

  const carefully = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (error instanceof JournalClosed || error instanceof UnknownSession) return;
      log.error({ sid: meeting.sid, err: error }, `${what} failed, will be tried again`);
    }
  };

  const erase = () =>
    carefully('erasing', async () => {
      const { erased, missing } = meeting.session;
      const versions = [...erased.keys()].filter((version) => !missing.has(version));
      if (versions.length === 0) return;
      await meeting.ground.journal.erase(meeting.sid, versions);
      await meeting.replica.forget();
    });

  const forget = () =>
    carefully('forgetting', async () => {
      const due = forgottenAt(meeting);
      if (due === null || clock.now() < due || meeting.isForgotten) return;
      await access.forgetPeople(meeting.sid);
      meeting.forgetPeople();
      log.info({ sid: meeting.sid }, 'what joined people to ballots is destroyed');
    });

  const look = () => {
    void erase().then(forget);
    stop = clock.after(LOOK_EVERY_MS, look);
  };

  meeting.replica.onFolded((entries: readonly Entry[]) => {
    if (entries.some(({ events }) => events.some(({ type }) => type === 'erased'))) void erase();
  });
  look();
  return () => {
    stop();
  };
}

/** When what joins people to ballots is destroyed; `null` before the end. */
function forgottenAt({ session }: Meeting): Millis | null {
  const { closedAt, setUp } = session;
  return closedAt === null ? null : Date.parse(`${dayAfter(closedAt, setUp.linkDays)}T00:00:00Z`);
}

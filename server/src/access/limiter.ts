import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How much a hall may do: everyone in it may stand behind one address, so people are limited, not addresses. */
export interface Limiter {
  /** One command of one sender. Returns how long to wait, 0 to go on. */
  command(sender: string): Promise<number>;
  /** Whether this address may try a code or an unknown secret now; 0 to go on. */
  mayTry(address: string): Promise<number>;
  /** A code that no meeting has, or a card that no meeting knows. */
  wrongCode(address: string): Promise<void>;
  /** A secret that opens nothing. Returns how long to wait before the next, 0 to go on: who holds a right one is never kept out by it. */
  wrongSecret(address: string): Promise<number>;
}

/** So many in so many seconds. */
export interface Limit {
  readonly name: string;
  readonly points: number;
  readonly duration: number;
}

const SENDERS: Limit = { name: 'sender', points: 20, duration: 4 };

/** What is counted for all that serve the same meetings. */
export const LIMITS = {
  newcomers: { name: 'newcomer', points: 6000, duration: 60 },
  wrongHere: { name: 'wrong', points: 60, duration: 60 },
  wrongEverywhere: { name: 'wrong-all', points: 300, duration: 60 },
  wrongSecrets: { name: 'wrong-secret', points: 60, duration: 60 },
} as const satisfies Readonly<Record<string, Limit>>;

const EVERYWHERE = 'all';

/** Limits in this process's memory. */
export function memoryLimiter(): Limiter {
  const inMemory = ({ name, points, duration }: Limit) => new RateLimiterMemory({ points, duration, keyPrefix: name });
  const senders = inMemory(SENDERS);
  const newcomers = inMemory(LIMITS.newcomers);
  const wrongHere = inMemory(LIMITS.wrongHere);
  const wrongEverywhere = inMemory(LIMITS.wrongEverywhere);
  const wrongSecrets = inMemory(LIMITS.wrongSecrets);
  return {
    command: (sender) => waitOf(senders.consume(sender)),
    async mayTry(address) {
      const [here, everywhere] = await Promise.all([wrongHere.get(address), wrongEverywhere.get(EVERYWHERE)]);
      const wait = Math.max(exhausted(here), exhausted(everywhere));
      return wait > 0 ? wait : waitOf(newcomers.consume(address));
    },
    async wrongCode(address) {
      await Promise.all([waitOf(wrongHere.consume(address)), waitOf(wrongEverywhere.consume(EVERYWHERE))]);
    },
    wrongSecret: (address) => waitOf(wrongSecrets.consume(address)),
  };
}

function exhausted(spent: RateLimiterRes | null): number {
  return spent !== null && spent.remainingPoints <= 0 ? spent.msBeforeNext : 0;
}

async function waitOf(consumed: Promise<RateLimiterRes>): Promise<number> {
  try {
    await consumed;
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused.msBeforeNext;
    throw refused;
  }
}

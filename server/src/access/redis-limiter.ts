import type { RedisLink } from '../redis/link.ts';
import { run, script } from '../redis/script.ts';
import { type Limiter, LIMITS, memoryLimiter, type Limit } from './limiter.ts';

/** KEYS: the counter. ARGV: points, duration in ms, how much is consumed. Answers how long to wait, 0 to go on. */
const CONSUME = script(`
local count = redis.call('INCRBY', KEYS[1], ARGV[3])
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
local most = tonumber(ARGV[1])
if count > most or (ARGV[3] == '0' and count >= most) then return redis.call('PTTL', KEYS[1]) end
return 0
`);

/**
 * Limits for whoever tries codes and secrets out, counted for all nodes together: who is sent from one to the next is one and the same.
 * A sender's own pace is each node's matter, as a phone is at one node at a time. While Redis does not answer, each node counts for itself.
 */
export function redisLimiter(link: RedisLink): Limiter {
  const own = memoryLimiter();
  const consume = (limit: Limit, who: string, points: 0 | 1) =>
    run<number>(link, CONSUME, [`limits:${limit.name}:${who}`], [limit.points, limit.duration * 1000, points]);
  const or = async (asked: Promise<number>, instead: () => Promise<number>): Promise<number> => {
    try {
      return await asked;
    } catch {
      return instead();
    }
  };
  const mayTry = async (address: string) => {
    const [here, everywhere] = await Promise.all([
      consume(LIMITS.wrongHere, address, 0),
      consume(LIMITS.wrongEverywhere, 'all', 0),
    ]);
    const wait = Math.max(here, everywhere);
    return wait > 0 ? wait : consume(LIMITS.newcomers, address, 1);
  };
  return {
    command: (sender) => own.command(sender),
    mayTry: (address) => or(mayTry(address), () => own.mayTry(address)),
    async wrongCode(address) {
      const both = Promise.all([consume(LIMITS.wrongHere, address, 1), consume(LIMITS.wrongEverywhere, 'all', 1)]);
      await or(
        both.then(() => 0),
        () => own.wrongCode(address).then(() => 0),
      );
    },
    wrongSecret: (address) => or(consume(LIMITS.wrongSecrets, address, 1), () => own.wrongSecret(address)),
  };
}

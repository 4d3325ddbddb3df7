import { script } from '../redis/script.ts';

/** As many as fit the number of a card. */
const MOST_CARDS = 99_999;

/**
 * Cards are kept by the hash of their code as `number seat state` (number 0: one that moves a seat to another phone). `numbers` finds the
 * hash of a number, of `seat:S` the number of a seat's card and of `moving:S` the hash of the card that moves it; `last` is the highest number.
 */
const PARTS = `
local function card_of(hash)
  local card = hash and redis.call('HGET', KEYS[1], hash)
  if not card then return nil end
  local number, seat, state = string.match(card, '^(%d+) (%S+) (%S+)$')
  return tonumber(number), seat, state
end
local function revoke(seat)
  local keys = redis.call('HGETALL', KEYS[3])
  for at = 1, #keys, 2 do
    if string.match(keys[at + 1], '^participant (%S+) ') == seat then redis.call('HDEL', KEYS[3], keys[at]) end
  end
  local moving = redis.call('HGET', KEYS[2], 'moving:' .. seat)
  if moving then redis.call('HDEL', KEYS[1], moving) end
  redis.call('HDEL', KEYS[2], 'moving:' .. seat)
end
`;

/** KEYS: cards, numbers. ARGV: state, number of cards, of each hash and seat. Answers the first number, -1 where a hash is taken, 0 where the numbers are used up. */
export const ISSUE = script(`
local count = tonumber(ARGV[2])
local first = tonumber(redis.call('HGET', KEYS[2], 'last') or 0) + 1
if first + count - 1 > ${String(MOST_CARDS)} then return 0 end
for at = 0, count - 1 do
  if redis.call('HEXISTS', KEYS[1], ARGV[3 + 2 * at]) == 1 then return -1 end
end
for at = 0, count - 1 do
  local hash, seat = ARGV[3 + 2 * at], ARGV[4 + 2 * at]
  redis.call('HSET', KEYS[1], hash, (first + at) .. ' ' .. seat .. ' ' .. ARGV[1])
  redis.call('HSET', KEYS[2], first + at, hash, 'seat:' .. seat, first + at)
end
redis.call('HSET', KEYS[2], 'last', first + count - 1)
return first
`);

/** KEYS: cards, numbers. ARGV: the numbers. */
export const WITHDRAW = script(`${PARTS}
for _, number in ipairs(ARGV) do
  local hash = redis.call('HGET', KEYS[2], number)
  local _, seat = card_of(hash)
  if hash then redis.call('HDEL', KEYS[1], hash) end
  redis.call('HDEL', KEYS[2], number, 'seat:' .. (seat or ''))
end
local last = tonumber(redis.call('HGET', KEYS[2], 'last') or 0)
while last > 0 and redis.call('HEXISTS', KEYS[2], last) == 0 do last = last - 1 end
redis.call('HSET', KEYS[2], 'last', last)
`);

/** KEYS: cards, numbers, keys. ARGV: number, new hash. Answers whether the number was there and not void. */
export const REPLACE = script(`${PARTS}
local before = redis.call('HGET', KEYS[2], ARGV[1])
local number, seat, state = card_of(before)
if not number or state == 'void' then return 0 end
revoke(seat)
redis.call('HDEL', KEYS[1], before)
redis.call('HSET', KEYS[1], ARGV[2], number .. ' ' .. seat .. ' ' .. state)
redis.call('HSET', KEYS[2], number, ARGV[2])
return 1
`);

/** KEYS: cards, numbers, keys. ARGV: number. */
export const VOID = script(`${PARTS}
local hash = redis.call('HGET', KEYS[2], ARGV[1])
local number, seat, state = card_of(hash)
if not number or state == 'void' then return end
revoke(seat)
redis.call('HSET', KEYS[1], hash, number .. ' ' .. seat .. ' void')
`);

/** KEYS: cards, numbers. ARGV: seat, hash. */
export const KEEP_MOVING = script(`
local before = redis.call('HGET', KEYS[2], 'moving:' .. ARGV[1])
if before then redis.call('HDEL', KEYS[1], before) end
redis.call('HSET', KEYS[1], ARGV[2], '0 ' .. ARGV[1] .. ' moving')
redis.call('HSET', KEYS[2], 'moving:' .. ARGV[1], ARGV[2])
`);

/** KEYS: cards, numbers, keys. ARGV: the key's hash. Answers the key as it is kept and the state of its seat's card, or nothing. */
export const FIND_KEY = script(`${PARTS}
local key = redis.call('HGET', KEYS[3], ARGV[1])
if not key then return false end
local seat = string.match(key, '^participant (%S+) ')
local number = seat and redis.call('HGET', KEYS[2], 'seat:' .. seat)
local _, _, state = card_of(number and redis.call('HGET', KEYS[2], number))
return { key, state or '' }
`);

/** KEYS: keys. ARGV: hash, key. A link's key stays what it is. */
export const BIND_KEY = script(`
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before and string.sub(before, 1, 12) ~= 'participant ' then return end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
`);

import { script } from '../redis/script.ts';

/** What the script answers of an entry. */
export const KIND = { recorded: 0, already: 1, moved: 2, notYours: 3 } as const;

/**
 * Judges entries in order and appends those that pass, as `Staged` and `answerOf` do on disk. KEYS: head, entries, bodies, outboxes, moved.
 * ARGV: channel, number of entries, and of each: outbox, n, owner ('' for what any node may send), header, body ('' for none), number of
 * guards, of each key and version, number of moves, keys. Answers two numbers an entry: kind, version (0: not known); nothing where there is
 * no session. Rules J2, J3, J5, J6.
 */
export const APPEND = script(`
local RECORDED, ALREADY, MOVED, NOT_YOURS = ${String(KIND.recorded)}, ${String(KIND.already)}, ${String(KIND.moved)}, ${String(KIND.notYours)}
local head = tonumber(redis.call('GET', KEYS[1]))
if not head then return false end
local before = head
local count = tonumber(ARGV[2])

-- Where each entry's words begin, and what is known of its outbox: asked for all at once, a call of Redis costs more than all else here.
local starts, outboxes = {}, {}
local at = 3
for entry = 1, count do
  starts[entry] = at
  outboxes[entry] = ARGV[at]
  at = at + 5
  at = at + 1 + 2 * tonumber(ARGV[at])
  at = at + 1 + tonumber(ARGV[at])
end
local last, moved = {}, {}
if count > 0 then
  local known = redis.call('HMGET', KEYS[4], unpack(outboxes))
  for entry = 1, count do last[outboxes[entry]] = known[entry] end
end
local function last_move(key)
  if not moved[key] then moved[key] = tonumber(redis.call('HGET', KEYS[5], key) or 0) end
  return moved[key]
end

local answers, bodies, senders, moves = {}, {}, {}, {}
for entry = 1, count do
  at = starts[entry]
  local outbox, n, owner, header, body = ARGV[at], tonumber(ARGV[at + 1]), ARGV[at + 2], ARGV[at + 3], ARGV[at + 4]
  local guards = tonumber(ARGV[at + 5])
  at = at + 6
  local kind, version = RECORDED, 0
  if last[outbox] then
    local lastN, lastVersion, lastOwner = string.match(last[outbox], '^(%d+) (%d+) (.*)$')
    if lastOwner ~= '' and lastOwner ~= owner then
      kind = NOT_YOURS
    elseif n <= tonumber(lastN) then
      kind = ALREADY
      if n == tonumber(lastN) then version = tonumber(lastVersion) end
    end
  end
  for guard = 1, guards do
    if kind == RECORDED and last_move(ARGV[at]) > tonumber(ARGV[at + 1]) then kind, version = MOVED, head end
    at = at + 2
  end
  if kind == RECORDED then
    head = head + 1
    version = head
    redis.call('XADD', KEYS[2], head .. '-0', 'h', header)
    if body ~= '' then bodies[#bodies + 1] = head; bodies[#bodies + 1] = body end
    last[outbox] = n .. ' ' .. head .. ' ' .. owner
    senders[#senders + 1] = outbox
    for move = 1, tonumber(ARGV[at]) do
      local key = ARGV[at + move]
      moved[key] = head
      moves[#moves + 1] = key
    end
  end
  answers[#answers + 1] = kind
  answers[#answers + 1] = version
end

-- Some at a time: that many words fit into one call.
local function keep(key, words)
  for from = 1, #words, 4000 do
    redis.call('HSET', key, unpack(words, from, math.min(from + 3999, #words)))
  end
end
local function with_values(names, values)
  local words = {}
  for _, name in ipairs(names) do words[#words + 1] = name; words[#words + 1] = values[name] end
  return words
end
if head > before then
  keep(KEYS[3], bodies)
  keep(KEYS[4], with_values(senders, last))
  keep(KEYS[5], with_values(moves, moved))
  redis.call('SET', KEYS[1], head)
  redis.call('SPUBLISH', ARGV[1], head)
end
return answers
`);

/** Makes a session. KEYS: head, genesis. ARGV: line 0. Answers 1, or 0 where it is there. */
export const CREATE = script(`
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('SET', KEYS[2], ARGV[1])
redis.call('SET', KEYS[1], 0)
return 1
`);

/** Removes a session of which nothing came after a version. KEYS: head and all else. ARGV: channel, version. Answers 1, 0 where more came, nothing where there is no session. */
export const REMOVE = script(`
local head = redis.call('GET', KEYS[1])
if not head then return false end
if tonumber(head) ~= tonumber(ARGV[2]) then return 0 end
redis.call('DEL', unpack(KEYS))
redis.call('SPUBLISH', ARGV[1], 'gone')
return 1
`);

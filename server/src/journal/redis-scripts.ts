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
local answers = {}
local at = 3
for entry = 1, tonumber(ARGV[2]) do
  local outbox, n, owner, header, body = ARGV[at], tonumber(ARGV[at + 1]), ARGV[at + 2], ARGV[at + 3], ARGV[at + 4]
  local guards = tonumber(ARGV[at + 5])
  at = at + 6
  local kind, version = RECORDED, 0
  local last = redis.call('HGET', KEYS[4], outbox)
  if last then
    local lastN, lastVersion, lastOwner = string.match(last, '^(%d+) (%d+) (.*)$')
    if lastOwner ~= '' and lastOwner ~= owner then
      kind = NOT_YOURS
    elseif n <= tonumber(lastN) then
      kind = ALREADY
      if n == tonumber(lastN) then version = tonumber(lastVersion) end
    end
  end
  for guard = 1, guards do
    if kind == RECORDED then
      local moved = tonumber(redis.call('HGET', KEYS[5], ARGV[at]) or 0)
      if moved > tonumber(ARGV[at + 1]) then kind, version = MOVED, head end
    end
    at = at + 2
  end
  local moves = tonumber(ARGV[at])
  if kind == RECORDED then
    head = head + 1
    version = head
    redis.call('XADD', KEYS[2], head .. '-0', 'h', header)
    if body ~= '' then redis.call('HSET', KEYS[3], head, body) end
    redis.call('HSET', KEYS[4], outbox, n .. ' ' .. head .. ' ' .. owner)
    for move = 1, moves do redis.call('HSET', KEYS[5], ARGV[at + move], head) end
  end
  at = at + 1 + moves
  answers[#answers + 1] = kind
  answers[#answers + 1] = version
end
if head > before then
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

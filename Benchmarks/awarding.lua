-- Completions for wrk: each request is the end of a lesson that its learner has not reached before, so that each one is a fact that earns.
-- Arguments after --: the path of the activities, a file with one cookie a line, how many lessons there are.

local cookies, path, lessons, random, sent = {}, nil, 0, nil, 0
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  path, lessons = arguments[1], tonumber(arguments[3])
  for line in io.lines(arguments[2]) do cookies[#cookies + 1] = line end
  math.randomseed(os.time() * 7919 + number * 104729)
  random = math.random
end

local function identifier(milliseconds)
  return string.format("%08x-%04x-7%03x-%04x-%06x%06x",
    math.floor(milliseconds / 65536), milliseconds % 65536, random(0, 4095), random(32768, 49151),
    random(0, 16777215), random(0, 16777215))
end

function request()
  local turn = 2 * sent + number
  sent = sent + 1
  local now = os.time() * 1000
  local body = string.format('{"events":[{"id":"%s","kind":"reached-end","occurredAt":%d}]}', identifier(now), now)
  local lesson = math.floor(turn / #cookies) % lessons
  return wrk.format("POST", path .. "lecon-" .. lesson .. "/events", {
    ["Cookie"] = cookies[turn % #cookies + 1],
    ["Content-Type"] = "application/json",
    ["Accept"] = "application/json",
  }, body)
end

function done(summary)
  io.write(string.format("refused %d\n", summary.errors.status))
end

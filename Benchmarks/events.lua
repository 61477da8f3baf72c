-- Learning events for wrk: each request is one heartbeat with an id of its own (UUID version 7), from one of many learners.
-- Arguments after --: the path, then a file with one cookie a line.

local cookies, path, random, sent = {}, nil, nil, 0
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  path = arguments[1]
  for line in io.lines(arguments[2]) do cookies[#cookies + 1] = line end
  math.randomseed(os.time() * 7919 + number * 104729)
  random = math.random
  wrk.method = "POST"
end

local function identifier(milliseconds)
  return string.format("%08x-%04x-7%03x-%04x-%06x%06x",
    math.floor(milliseconds / 65536), milliseconds % 65536, random(0, 4095), random(32768, 49151),
    random(0, 16777215), random(0, 16777215))
end

function request()
  sent = sent + 1
  local now = os.time() * 1000
  local body = string.format('{"events":[{"id":"%s","kind":"heartbeat","occurredAt":%d,"seconds":5}]}', identifier(now), now)
  return wrk.format("POST", path, {
    ["Cookie"] = cookies[random(1, #cookies)],
    ["Content-Type"] = "application/json",
    ["Accept"] = "application/json",
  }, body)
end

-- An event that was not taken is no event: the run fails when there is one.
function done(summary)
  io.write(string.format("refused %d\n", summary.errors.status))
end

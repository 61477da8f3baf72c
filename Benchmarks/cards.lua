-- Reviews for wrk: each request grades one card of ten decks of five hundred, with an id of its own (UUID version 7), as one of many learners.
-- Arguments after --: the course, then a file with one cookie a line.

local cookies, course, random = {}, nil, nil
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  course = arguments[1]
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
  local now = os.time() * 1000
  local body = string.format(
    '{"events":[{"id":"%s","course":"%s","activity":"paquet-%d","card":"c%d","direction":"recognise","grade":"good","occurredAt":%d}]}',
    identifier(now), course, random(0, 9), random(0, 499), now)
  return wrk.format("POST", "/reviews", {
    ["Cookie"] = cookies[random(1, #cookies)],
    ["Content-Type"] = "application/json",
    ["Accept"] = "application/json",
  }, body)
end

-- A review that was not taken is none: the run fails when there is one.
function done(summary)
  io.write(string.format("refused %d\n", summary.errors.status))
end

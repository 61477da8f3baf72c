-- Messages for wrk: each request is one message with an id of its own (UUID version 7), from one of many learners in their own conversation.
-- Argument after --: a file with a cookie and a path a line, parted by a tab.

local senders, random = {}, nil
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  for line in io.lines(arguments[1]) do
    local cookie, path = line:match("^(.-)\t(.+)$")
    senders[#senders + 1] = { cookie, path }
  end
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
  local sender = senders[random(1, #senders)]
  local body = string.format('{"id":"%s","text":"Bonjour, la question %d me bloque encore."}', identifier(os.time() * 1000), random(1, 99))
  return wrk.format("POST", sender[2] .. "/messages", {
    ["Cookie"] = sender[1],
    ["Content-Type"] = "application/json",
    ["Accept"] = "application/json",
  }, body)
end

function done(summary)
  io.write(string.format("refused %d\n", summary.errors.status))
end

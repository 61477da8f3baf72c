-- Attempts sent for wrk: each request sends one that is open, with twenty answers, as its learner.
-- Arguments after --: a file with a cookie, a tab and an attempt's id a line.

local attempts, sent = {}, 0
local threads = 0
local answers = {}

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  local line_number = 0
  for line in io.lines(arguments[1]) do
    -- Two threads, each with every second attempt.
    if line_number % 2 == number % 2 then
      local cookie, id = line:match("^(.-)\t(.+)$")
      attempts[#attempts + 1] = { cookie, id }
    end
    line_number = line_number + 1
  end
  for question = 1, 20 do
    answers[#answers + 1] = string.format('"q%d":"%s"', question, question % 4 == 0 and "b" or "a")
  end
  body = '{"sequence":1,"answers":{' .. table.concat(answers, ",") .. "}}"
end

function request()
  -- When none is left, the last ones are sent again, which shows in the number that was marked.
  sent = sent + 1
  local attempt = attempts[math.min(sent, #attempts)]
  return wrk.format("POST", "/attempts/" .. attempt[2] .. "/submission", {
    ["Cookie"] = attempt[1],
    ["Content-Type"] = "application/json",
    ["Accept"] = "application/json",
  }, body)
end

-- A page for wrk, asked for by everybody in turn.
-- Arguments after --: the path of the page, a file with a cookie a line.

local cookies, asked = {}, 0

function init(arguments)
  path = arguments[1]
  for line in io.lines(arguments[2]) do
    cookies[#cookies + 1] = line
  end
end

function request()
  asked = asked + 1
  return wrk.format("GET", path, { ["Cookie"] = cookies[asked % #cookies + 1], ["Accept"] = "text/html" })
end

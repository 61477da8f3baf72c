"""What calendar programs read and write: held against the `icalendar` package, repetitions against python-dateutil."""

import json
import random
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import requests
from dateutil.rrule import rrulestr

from installation import COHORT, Installation, small_school

PARIS = ZoneInfo("Europe/Paris")
LINK = "https://visio.example.org/classe"


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    installation = Installation(tmp_path_factory.mktemp("calendar"))
    small_school(installation, learners=1)
    installation.start()
    yield installation
    installation.close()


def plan(school, title: str, day: date, hour: str = "09:30", *more: str) -> str:
    done = school.run("session", "add", COHORT, title, "--day", day.isoformat(), "--hour", hour, "--link", LINK, *more)
    return done.split()[0]


def read(text: str) -> icalendar.Calendar:
    calendar = icalendar.Calendar.from_ical(text)
    assert not calendar.errors and all(not event.errors for event in calendar.walk())
    for name in ("VERSION", "PRODID", "METHOD"):
        assert calendar[name]
    return calendar


def test_a_subscription_shows_the_sessions_and_answers_304_until_something_changes(school):
    soon = date.today() + timedelta(days=3)
    # A day before and a day after each change of clocks of the year that comes.
    days = [soon] + [soon + timedelta(days=30 * month) for month in range(1, 12)]
    sessions = {plan(school, f"Classe {day}, « {'é' * 60} »; \\,", day): day for day in days}
    headers = {"Authorization": "Bearer " + school.token("eleve1"), "Accept": "application/json"}
    made = requests.post(school.address + "/agenda/feed", headers=headers, timeout=20)
    assert made.status_code == 201
    address = made.json()["address"]

    answer = requests.get(address, timeout=20)
    assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/calendar")
    assert all(len(line.encode()) <= 75 for line in answer.content.decode().split("\r\n"))
    calendar = read(answer.text)
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert set(events) == set(sessions)
    zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}
    for uid, day in sessions.items():
        event = events[uid]
        assert str(event["SUMMARY"]).startswith(f"Classe {day}, «") and str(event["STATUS"]) == "CONFIRMED"
        start = event.decoded("DTSTART")
        assert (start.date(), start.hour, start.minute) == (day, 9, 30)
        # The rules that are in the file say what the IANA database says.
        own = start.replace(tzinfo=zones["Europe/Paris"])
        assert own.utcoffset() == datetime(day.year, day.month, day.day, 9, 30, tzinfo=PARIS).utcoffset()
        assert event.decoded("DURATION") == timedelta(minutes=90)
        assert [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")] == [timedelta(minutes=-15)]

    tag = {"If-None-Match": answer.headers["ETag"]}
    assert requests.get(address, headers=tag, timeout=20).status_code == 304
    first = next(iter(sessions))
    school.run("session", "cancel", first, "--reason", "La formatrice est malade.")
    changed = requests.get(address, headers=tag, timeout=20)
    assert changed.status_code == 200
    event = next(event for event in read(changed.text).walk("VEVENT") if event["UID"] == first)
    assert str(event["STATUS"]) == "CANCELLED" and int(event["SEQUENCE"]) == 1
    assert "malade" in str(event["DESCRIPTION"]) and not event.walk("VALARM")

    one = requests.get(f"{school.address}/sessions/{first}.ics", headers=headers, timeout=20)
    assert one.status_code == 200 and str(read(one.text)["METHOD"]) == "CANCEL"
    assert requests.get(f"{school.address}/sessions/{first}.ics", headers={"Accept": "application/json"}, timeout=20).status_code == 401

    # What opens the calendar stands in no log; taken back, it opens nothing.
    secret = address.rsplit("/", 1)[1].removesuffix(".ics")
    assert secret not in school.log.read_text()
    assert requests.post(school.address + "/agenda/feed/revocation", headers=headers, timeout=20).status_code == 200
    for gone in (address, address.replace(secret, "x" * 43), address.replace(secret, "x")):
        assert requests.get(gone, headers={"Accept": "application/json"}, timeout=20).status_code == 404
    again = requests.post(school.address + "/agenda/feed", headers=headers, timeout=20).json()["address"]
    assert again != address and requests.get(again, timeout=20).status_code == 200


def test_a_calendar_goes_out_and_comes_back(school, tmp_path):
    file = tmp_path / "promo.ics"
    school.run("session", "export", COHORT, "--to", str(file))
    read(file.read_bytes().decode())
    lines = json.loads(school.run("session", "import", COHORT, str(file), "--format", "json"))
    assert lines and {line["outcome"] for line in lines} == {"unchanged"}
    # Another cohort takes it as its own; a second time nothing happens.
    school.run("cohort", "new", "autre", "Une autre")
    for expected_outcomes in ({"added", "refused"}, {"unchanged", "refused"}):
        # What was cancelled is not planned, and the exit code says that something is refused. Its reports come after the JSON.
        said = school.run("session", "import", "autre", str(file), "--force", "--format", "json", expect=1)
        lines, _ = json.JSONDecoder().raw_decode(said)
        assert {line["outcome"] for line in lines} == expected_outcomes


HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//test//EN\r\n"
TAIL = "END:VCALENDAR\r\n"


def rule(dice: random.Random) -> tuple[datetime, str]:
    """A rule and a beginning that it gives itself."""
    start = datetime(2026, 1, 1, dice.randrange(24), dice.choice([0, 15, 30, 45])) + timedelta(days=dice.randrange(365))
    parts = [f"FREQ={dice.choice(['DAILY', 'WEEKLY', 'WEEKLY', 'MONTHLY', 'MONTHLY', 'YEARLY'])}", f"INTERVAL={dice.randrange(1, 5)}"]
    days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    kind = parts[0].removeprefix("FREQ=")
    if kind == "DAILY" and dice.random() < 0.5:
        parts.append("BYDAY=" + ",".join(sorted(dice.sample(days, dice.randrange(1, 5)))))
    elif kind == "WEEKLY" and dice.random() < 0.8:
        parts.append("BYDAY=" + ",".join(dice.sample(days, dice.randrange(1, 5))))
        if dice.random() < 0.5:
            parts.append("WKST=" + dice.choice(["MO", "SU"]))
    elif kind == "MONTHLY":
        choice = dice.random()
        if choice < 0.3:
            parts.append("BYMONTHDAY=" + ",".join(map(str, dice.sample([1, 2, 15, 28, 29, 30, 31, -1, -2, -31], 2))))
        elif choice < 0.7:
            parts.append("BYDAY=" + dice.choice(["1", "2", "3", "4", "5", "-1", "-2"]) + dice.choice(days))
        elif choice < 0.9:
            parts.append("BYDAY=MO,TU,WE,TH,FR;BYSETPOS=" + dice.choice(["1", "-1", "3"]))
    elif kind == "YEARLY":
        parts.append(f"BYMONTH={dice.randrange(1, 13)}")
        if dice.random() < 0.5:
            parts.append("BYDAY=" + dice.choice(["1", "-1", "2"]) + dice.choice(days))
    if dice.random() < 0.5:
        parts.append(f"COUNT={dice.randrange(1, 30)}")
    else:
        end = start + timedelta(days=dice.randrange(1, 700))
        parts.append("UNTIL=" + end.replace(tzinfo=PARIS).astimezone(ZoneInfo("UTC")).strftime("%Y%m%dT%H%M%SZ"))
    return start, ";".join(parts)


def expected(start: datetime, text: str) -> list[datetime]:
    """As dateutil has it, on the wall of Paris."""
    parts = dict(part.split("=") for part in text.split(";"))
    if until := parts.pop("UNTIL", None):
        moment = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=ZoneInfo("UTC")).astimezone(PARIS)
        parts["UNTIL"] = moment.replace(tzinfo=None).strftime("%Y%m%dT%H%M%S")
    return list(rrulestr(";".join(f"{key}={value}" for key, value in parts.items()), dtstart=start))


@pytest.mark.parametrize("seed", range(4))
def test_repetitions_are_those_of_dateutil(school, tmp_path, seed):
    dice = random.Random(seed)
    wanted: dict[str, list[str]] = {}
    events = []
    while len(events) < 60:
        start, text = rule(dice)
        # The beginning is the first date of the rule: of others the standard says nothing.
        dates = rrulestr(text.split(";COUNT")[0].split(";UNTIL")[0], dtstart=start)
        start = next(iter(dates), None)
        if start is None or start.year > 2027:
            continue
        found = expected(start, text)
        if not found or (found[-1] - start).days > 3_600:
            continue
        name = f"s{len(events)}"
        wanted[name] = [moment.strftime("%Y-%m-%dT%H:%M") for moment in found]
        events.append(
            f"BEGIN:VEVENT\r\nUID:{name}\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:{name}\r\nRRULE:{text}\r\n"
            f"DTSTART;TZID=Europe/Paris:{start:%Y%m%dT%H%M%S}\r\nDURATION:PT1H\r\nLOCATION:{LINK}\r\nEND:VEVENT\r\n"
        )
    file = tmp_path / "rules.ics"
    file.write_text(HEAD + "".join(events) + TAIL, newline="")
    school.run("cohort", "new", f"regles-{seed}", "Règles")
    lines = json.loads(school.run("session", "import", f"regles-{seed}", str(file), "--dry-run", "--force", "--format", "json"))
    got: dict[str, list[str]] = {}
    for line in lines:
        assert line["outcome"] == "added", line
        got.setdefault(line["title"], []).append(f"{line['day']}T{line['hour']}")
    rules = {event.split("\r\n")[1]: event.split("\r\n")[4] for event in events}
    for name, dates in wanted.items():
        assert sorted(got.get(name, [])) == dates, rules["UID:" + name]

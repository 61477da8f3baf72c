"""Tutors who follow thirty, three hundred and three thousand learners, in cohorts of thirty: what their caseload costs."""

import datetime
import random
import sqlite3
import time
import uuid
from pathlib import Path

import school

SIZES = (30, 300, 3000)
A_COHORT = 30
ALERT = "amber behind 40"


def login(size: int) -> str:
    return f"tuteur{size}"


def make(directory: Path) -> None:
    """After `school.make`: the tutors, their cohorts, and learners who are somewhere in the measured course; one in ten has an alert, one in ten work to mark."""
    rows = ["login;given_name;family_name;role;cohort;password"]
    for size in SIZES:
        school.rebond(directory / "data", "cohort", "new", first(size), f"Suivi de {size}", environment={})
        rows.append(f"{login(size)};Tutrice;De {size};tutor;{first(size)};{school.PASSWORD}")
    people = directory / "tutors.csv"
    people.write_text("\n".join(rows) + "\n")
    school.rebond(directory / "data", "person", "import", str(people), environment={})
    with sqlite3.connect(directory / "data" / "rebond.sqlite", timeout=30) as connection:
        connection.row_factory = sqlite3.Row
        # The alerts stay as they are made here.
        for day in (datetime.date.today(), datetime.date.today() + datetime.timedelta(days=1)):
            connection.execute("INSERT OR REPLACE INTO alert_sweep (day, started_at, finished_at) VALUES (?, 0, 1)", (str(day),))
        for size in SIZES:
            fill(connection, size)


def first(size: int) -> str:
    return f"suivi-{size}-0"


def fill(connection: sqlite3.Connection, size: int) -> None:
    draws = random.Random(size)
    now = int(time.time() * 1000)
    begun, over = (datetime.date.today() + datetime.timedelta(days=days) for days in (-30, 60))
    (course,) = connection.execute("SELECT id FROM course WHERE key = ?", (school.COURSE,)).fetchone()
    (activity,) = connection.execute("SELECT id FROM activity WHERE course_id = ? AND key = 'quiz'", (course,)).fetchone()
    model = connection.execute(
        "SELECT p.*, s.version_id, s.total_weight, s.activities_total FROM person p JOIN enrolment e ON e.person_id = p.id "
        "JOIN course_state s ON s.enrolment_id = e.id WHERE e.course_id = ? LIMIT 1", (course,)
    ).fetchone()  # fmt: skip
    (tutor,) = connection.execute("SELECT id FROM person WHERE login = ?", (login(size),)).fetchone()
    for number in range(size // A_COHORT):
        key = f"suivi-{size}-{number}"
        if number > 0:
            connection.execute("INSERT INTO cohort (id, key, title, created_at) VALUES (?, ?, ?, ?)", (identifier(draws, now), key, f"Suivi {number}", now))
        (cohort,) = connection.execute("SELECT id FROM cohort WHERE key = ?", (key,)).fetchone()
        connection.execute("UPDATE cohort SET starts_on = ?, ends_on = ? WHERE id = ?", (str(begun), str(over), cohort))
        connection.execute("INSERT INTO cohort_course (cohort_id, course_id) VALUES (?, ?)", (cohort, course))
        if number > 0:
            connection.execute("INSERT INTO membership (person_id, cohort_id, role, joined_at) VALUES (?, ?, 'tutor', ?)", (tutor, cohort, now))
        for place in range(A_COHORT):
            learner(connection, draws, now, model, course, cohort, activity, f"{key}-{place}")


def learner(connection, draws, now, model, course, cohort, activity, name) -> None:
    person, enrolment = identifier(draws, now), identifier(draws, now)
    family = f"{draws.choice(('Martin', 'Nguyen', 'Traoré', 'Lopez'))} {name}"
    connection.execute(
        "INSERT INTO person (id, login, login_key, given_name, family_name, sort_key, language, must_change_password, created_at) "
        "VALUES (?, ?, ?, 'Camille', ?, ?, 'fr', 0, ?)", (person, name, name, family, f"{family.lower()} camille", now)
    )  # fmt: skip
    connection.execute("INSERT INTO membership (person_id, cohort_id, role, joined_at) VALUES (?, ?, 'learner', ?)", (person, cohort, now))
    connection.execute(
        "INSERT INTO enrolment (id, person_id, cohort_id, course_id, status, created_at) VALUES (?, ?, ?, ?, 'active', ?)",
        (enrolment, person, cohort, course, now),
    )
    total, percent = model["total_weight"], draws.randrange(100)
    connection.execute(
        "INSERT INTO course_state (enrolment_id, version_id, done_weight, total_weight, percent, activities_done, activities_total, "
        "seconds, last_event_at, event_count) VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, 40)",
        (enrolment, model["version_id"], total * percent // 100, total, percent, model["activities_total"], 60 * percent, now - draws.randrange(10**9)),
    )  # fmt: skip
    if draws.random() < 0.1:
        connection.execute(
            "INSERT INTO follow_up (context, person_id, cohort_id, level, reasons, raised_at, quiet) VALUES (?, ?, ?, 'amber', ?, ?, '')",
            (enrolment, person, cohort, ALERT, now),
        )
    if draws.random() < 0.1:
        connection.execute(
            "INSERT INTO waiting_work (context, activity_id, kind, work_id, person_id, cohort_id, sent_at) VALUES (?, ?, 'attempt', ?, ?, ?, ?)",
            (enrolment, activity, identifier(draws, now), person, cohort, now),
        )


def identifier(draws: random.Random, now: int) -> str:
    """A version 7 identifier (RFC 9562), the same in every run but for the time."""
    return str(uuid.UUID(int=(now << 80) | (7 << 76) | (draws.getrandbits(12) << 64) | (2 << 62) | draws.getrandbits(62)))

"""A calendar of ten thousand sessions in forty cohorts: what the month of one learner costs."""

import datetime
import random
import sqlite3
import time
from pathlib import Path
from zoneinfo import ZoneInfo

from caseload import identifier

SESSIONS = 10_000
COHORTS = 40
COHORT = "mesure"
PARIS = ZoneInfo("Europe/Paris")


def make(directory: Path) -> str:
    """After `school.make`: the sessions, those of the measured cohort on every day of half a year on either side; the month to ask for."""
    draws = random.Random(10_000)
    now = int(time.time() * 1000)
    today = datetime.date.today()
    with sqlite3.connect(directory / "data" / "rebond.sqlite", timeout=30) as connection:
        cohorts = [connection.execute("SELECT id FROM cohort WHERE key = ?", (COHORT,)).fetchone()[0]]
        for number in range(1, COHORTS):
            cohorts.append(identifier(draws, now))
            connection.execute("INSERT INTO cohort (id, key, title, created_at) VALUES (?, ?, ?, ?)", (cohorts[-1], f"agenda-{number}", f"Promo {number}", now))
        each = SESSIONS // COHORTS
        for cohort in cohorts:
            for place in range(each):
                day = today + datetime.timedelta(days=(place - each // 2) * 365 // each)
                insert(connection, draws, now, cohort, day, 9 * 60 + 15 * draws.randrange(30))
        connection.commit()
        connection.execute("ANALYZE")
    return today.isoformat()


def insert(connection: sqlite3.Connection, draws: random.Random, now: int, cohort: str, day: datetime.date, minute: int) -> None:
    session = identifier(draws, now)
    starts = datetime.datetime.combine(day, datetime.time(minute // 60, minute % 60), PARIS)
    begins = int(starts.timestamp() * 1000)
    connection.execute(
        "INSERT INTO class_session (id, cohort_id, kind, title, day, minute, zone, duration, starts_at, ends_at, place, link, status, revision) "
        "VALUES (?, ?, 'both', 'Atelier et classe virtuelle', ?, ?, 'Europe/Paris', 90, ?, ?, 'Salle 2, Montreuil', 'https://visio.example.org/mesure', 'published', 0)",
        (session, cohort, day.isoformat(), minute, begins, begins + 90 * 60_000),
    )  # fmt: skip
    connection.execute(
        "INSERT INTO class_session_change (session_id, revision, status, day, minute, zone, duration, changed_at) VALUES (?, 0, 'published', ?, ?, 'Europe/Paris', 90, ?)",
        (session, day.isoformat(), minute, now),
    )  # fmt: skip

"""Points that were earned long ago: what one's balance and the ladder of the week cost must not depend on how many lines the ledger has."""

import datetime
import sqlite3
import time
from pathlib import Path

import school

SIZES = (1_000, 100_000, 1_000_000)
THIS_WEEK = 10


def fill(database: Path, entries: int) -> None:
    """Lines of the year before this week, spread over the learners, ten more of this week for each, and a ladder on which all of them stand."""
    now = int(time.time() * 1000)
    today = datetime.date.today()
    monday = today - datetime.timedelta(days=today.weekday())
    with sqlite3.connect(database, timeout=30) as connection:
        (cohort,) = connection.execute("SELECT id FROM cohort WHERE key = 'mesure'").fetchone()
        people = [row[0] for row in connection.execute("SELECT person_id FROM membership WHERE cohort_id = ? AND role = 'learner'", (cohort,))]
        connection.execute("INSERT INTO game_ladder (cohort_id, is_open, set_at) VALUES (?, 1, ?)", (cohort, now))
        each = max(THIS_WEEK + 1, entries // len(people))
        for number, person in enumerate(people):
            rows = []
            for entry in range(1, each + 1):
                old = each - entry >= THIS_WEEK
                day = monday - datetime.timedelta(days=1 + entry % 360) if old else monday
                rows.append((person, entry, f"activity/{school.COURSE}/a{entry}", cohort, school.COURSE, str(day), now - (each - entry) * 1000))
            connection.executemany(
                "INSERT INTO point_entry (person_id, number, rule, rule_version, subject, version, amount, due, cohort_id, course, title, day, entered_at) "
                "VALUES (?, ?, 'activity-completed', 1, ?, 1, 5, 5, ?, ?, 'Activité', ?, ?)", rows,
            )  # fmt: skip
            connection.execute("INSERT OR REPLACE INTO point_purse (person_id, balance, entries, is_off) VALUES (?, ?, ?, 0)", (person, 5 * each, each))
            connection.execute("INSERT INTO point_balance (person_id, cohort_id, course, balance) VALUES (?, ?, ?, ?)", (person, cohort, school.COURSE, 5 * each))
            connection.execute(
                "INSERT INTO ladder_member (cohort_id, person_id, name, name_key, joined_at) VALUES (?, ?, ?, ?, ?)",
                (cohort, person, f"Renard {number}", f"renard {number}", now),
            )

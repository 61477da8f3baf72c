"""Facts that were kept long ago: what one more event costs must not depend on how many there are."""

import random
import sqlite3
import time
from pathlib import Path

import school

SIZES = (1_000, 100_000, 1_000_000)


def fill(database: Path, events: int) -> None:
    """Heartbeats of the last year in the measured lesson, spread over its learners, with the figures that follow from them."""
    now = int(time.time() * 1000)
    year = 365 * 24 * 3600 * 1000
    draws = random.Random(events)
    with sqlite3.connect(database, timeout=30) as connection:
        enrolments = connection.execute(
            "SELECT e.id, s.event_count, s.version_id, a.id FROM enrolment e JOIN course_state s ON s.enrolment_id = e.id "
            "JOIN course c ON c.id = e.course_id JOIN activity a ON a.course_id = c.id AND a.key = 'longue' WHERE c.key = ?",
            (school.COURSE,),
        ).fetchall()  # fmt: skip
        each = events // len(enrolments)
        for enrolment, count, version, activity in enrolments:
            rows = []
            for number in range(each):
                at = now - year + (year - 3_600_000) * number // each
                identifier = f"{at >> 16:08x}-{at & 0xFFFF:04x}-7{draws.getrandbits(12):03x}-{0x8000 + draws.getrandbits(14):04x}-{draws.getrandbits(48):012x}"
                rows.append((enrolment, count + number + 1, identifier, activity, at, at))
            connection.executemany(
                "INSERT INTO learning_event (enrolment_id, sequence, id, activity_id, kind, occurred_at, received_at, seconds) "
                "VALUES (?, ?, ?, ?, 'heartbeat', ?, ?, 5)", rows,
            )  # fmt: skip
            connection.execute(
                "UPDATE course_state SET event_count = ?, seconds = seconds + ?, last_event_at = ? WHERE enrolment_id = ?",
                (count + each, 5 * each, now, enrolment),
            )
            connection.execute(
                "INSERT INTO activity_state (enrolment_id, activity_id, status, first_opened_at, last_event_at, seconds, attempts) "
                "VALUES (?, ?, 'opened', ?, ?, ?, 0)", (enrolment, activity, now - year, now, 5 * each),
            )  # fmt: skip

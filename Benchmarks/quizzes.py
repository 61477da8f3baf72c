"""Quizzes of twenty questions, and open attempts at them by the thousand, for what is sent once only."""

import json
import os
import sqlite3
import time
import uuid
from pathlib import Path

import school

COURSE = "envois"
# A learner has one open attempt at a quiz: so many quizzes, for enough attempts to send in one run.
QUIZZES = 400

HEAD = """\
format: 1
key: envois
title: Des quiz à envoyer
language: fr
mode: remote
summary: Des quiz de vingt questions.
hours: { total: 1 }
objectives: [{ id: mesurer, title: Mesurer }]
contacts:
  pedagogical: { title: Personne, hours-to-answer: 24 }
  technical: { title: Personne, hours-to-answer: 24 }
"""


def quiz(number: int) -> str:
    """Optional, so that being done again and again adds up to nothing."""
    lines = [
        f"id: quiz-{number}", "title: Vingt questions", "minutes: 10", "optional: true", "objectives: [mesurer]",
        "completion: { rule: passed, score: 60 }", "questions:",
    ]  # fmt: skip
    for question in range(1, 21):
        lines += [
            f"  - id: q{question}", "    type: single",
            f"    text: \"Question {question} : que regarde-t-on **d’abord** sur le bon de livraison ?\"", "    choices:",
            "      - { id: a, text: Le nombre de colis et leur état, correct: true, feedback: Oui. }",
            "      - { id: b, text: La couleur du camion, feedback: Relisez la leçon. }",
            "      - { id: c, text: Le nom du chauffeur }",
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


def make(directory: Path) -> None:
    """After `school.make`: the course, followed by the same learners."""
    course = directory / "quizzes"
    files = {"course.yml": HEAD, "01-module/module.yml": "id: module\ntitle: Un module\n"}
    files |= {f"01-module/{number:03}-quiz.quiz.yml": quiz(number) for number in range(QUIZZES)}
    for name, text in files.items():
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        (course / name).write_text(text)
    school.rebond(directory / "data", "course", "apply", str(course), environment={})
    school.rebond(directory / "data", "cohort", "course", "mesure", COURSE, environment={})


class Attempts:
    """The open attempts, written beside the server while it waits."""

    def __init__(self, directory: Path, cookies: list[str]):
        self.database = directory / "data" / "rebond.sqlite"
        self.list = directory / "attempts"
        self.cookies = cookies

    def connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.database, timeout=30)

    def open(self) -> int:
        """Every learner has an open attempt at every quiz, as on the first day. Returns how many."""
        rows, lines = [], []
        with self.connect() as connection:
            for table in ("attempt_answer", "attempt", "learning_event", "activity_state"):
                connection.execute(f"DELETE FROM {table}")
            version, outline = connection.execute(
                "SELECT v.id, v.outline FROM course_version v JOIN course c ON c.id = v.course_id WHERE c.key = ? ORDER BY v.number DESC", (COURSE,)
            ).fetchone()
            digests = {a["id"]: a["contentDigest"] for m in json.loads(outline)["modules"] for a in m["activities"]}
            activities = connection.execute(
                "SELECT a.id, a.key FROM activity a JOIN course c ON c.id = a.course_id WHERE c.key = ?", (COURSE,)
            ).fetchall()
            learners = connection.execute(
                "SELECT e.id, e.person_id, p.login FROM enrolment e JOIN person p ON p.id = e.person_id "
                "JOIN course c ON c.id = e.course_id WHERE c.key = ?", (COURSE,)
            ).fetchall()  # fmt: skip
            now = int(time.time() * 1000)
            for activity, key in activities:
                for enrolment, person, login in learners:
                    # One after the other, as people begin them: ids follow the clock, and so do their places in the database.
                    started = now - 60_000 + len(rows)
                    entropy = bytearray(started.to_bytes(6, "big") + os.urandom(10))
                    entropy[6], entropy[8] = entropy[6] & 0x0F | 0x70, entropy[8] & 0x3F | 0x80
                    identifier = str(uuid.UUID(bytes=bytes(entropy)))
                    rows.append((identifier, person, activity, enrolment, version, digests[key], started))
                    lines.append(f"{self.cookies[int(login.removeprefix('eleve'))]}\t{identifier}\n")
            connection.executemany(
                "INSERT INTO attempt (id, person_id, activity_id, context, version_id, content_digest, number, started_at, max_points) "
                "VALUES (?, ?, ?, ?, ?, ?, 1, ?, 20)", rows
            )  # fmt: skip
        self.list.write_text("".join(lines))
        return len(rows)

    def sent(self) -> int:
        with self.connect() as connection:
            return connection.execute("SELECT COUNT(*) FROM attempt WHERE submitted_at IS NOT NULL AND points = 15").fetchone()[0]

"""Two courses that differ in their length only, half done by every learner: what an outline costs must hardly depend on it."""

import sqlite3
import time
from pathlib import Path

import school

LENGTHS = (20, 200)

HEAD = """\
format: 1
key: plan-{0}
title: Un parcours de {0} activités
language: fr
mode: remote
summary: Des leçons courtes et leurs quiz.
hours: {{ total: {1} }}
objectives: [{{ id: mesurer, title: Mesurer }}]
contacts:
  pedagogical: {{ title: Personne, hours-to-answer: 24 }}
  technical: {{ title: Personne, hours-to-answer: 24 }}
"""

LESSON = "---\nid: lecon-{0}\ntitle: Reconnaître et ranger, étape {0}\nminutes: 15\nobjectives: [mesurer]\n---\nOn regarde, puis on range.\n"

QUIZ = """\
id: quiz-{0}
title: Vérifier l’étape {0}
minutes: 15
objectives: [mesurer]
completion: {{ rule: passed, score: 60 }}
questions:
  - {{ id: vrai, type: true-false, text: On range après avoir regardé., answer: true }}
"""


def key(length: int) -> str:
    return f"plan-{length}"


def make(directory: Path) -> None:
    """After `school.make`: the courses, followed by the same learners."""
    for length in LENGTHS:
        course = directory / key(length)
        files = {"course.yml": HEAD.format(length, length // 4)}
        # Ten activities a module, every fifth a quiz.
        for number in range(length):
            module = f"{number // 10 + 1:02}-module"
            files[f"{module}/module.yml"] = f"id: module-{number // 10 + 1}\ntitle: Étape {number // 10 + 1}\n"
            is_quiz = number % 5 == 4
            name = f"{module}/{number % 10 + 1:02}-a{number}" + (".quiz.yml" if is_quiz else ".md")
            files[name] = (QUIZ if is_quiz else LESSON).format(number)
        for name, text in files.items():
            (course / name).parent.mkdir(parents=True, exist_ok=True)
            (course / name).write_text(text)
        school.rebond(directory / "data", "course", "apply", str(course), environment={})
        school.rebond(directory / "data", "cohort", "course", "mesure", key(length), environment={})
    half_done(directory / "data" / "rebond.sqlite")


def half_done(database: Path) -> None:
    """Every learner has completed every second activity."""
    with sqlite3.connect(database, timeout=30) as connection:
        now = int(time.time() * 1000)
        for length in LENGTHS:
            connection.execute(
                "INSERT OR REPLACE INTO activity_state (enrolment_id, activity_id, status, first_opened_at, last_event_at, seconds, "
                "reached_end_at, best_score, attempts, completed_at, completed_by_version) "
                "SELECT e.id, a.id, 'completed', ?1, ?1, 300, ?1, CASE WHEN a.key LIKE 'quiz-%' THEN 80 END, 0, ?1, s.version_id "
                "FROM enrolment e JOIN course c ON c.id = e.course_id JOIN activity a ON a.course_id = c.id "
                "JOIN course_state s ON s.enrolment_id = e.id "
                "WHERE c.key = ?2 AND substr(a.key, -1) IN ('0', '2', '4', '6', '8')", (now, key(length))
            )  # fmt: skip

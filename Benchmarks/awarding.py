"""A long course whose lessons are completed one after the other: what points add to the event that completes an activity."""

import sqlite3
from pathlib import Path

import school
from outlines import HEAD, LESSON, QUIZ

MODULES = 60
LESSONS = 9
COURSE = "plan-points"
PATH = f"/courses/{COURSE}/activities/"

# The usual rule stops at sixty points a day, after which an event earns nothing: here each lesson earns, or none does.
RULES = """\
points:
  - {{ fact: activity-completed, amount: {} }}
  - {{ fact: module-on-time, amount: 0 }}
"""


def make(directory: Path, points: bool) -> None:
    """After `school.make`: the course, followed by the same learners; its lessons are worth a point or none."""
    files = {"course.yml": HEAD.format("points", MODULES * (LESSONS + 1) // 4) + RULES.format(1 if points else 0)}
    for number in range(MODULES):
        module = f"{number + 1:02}-module"
        files[f"{module}/module.yml"] = f"id: module-{number + 1}\ntitle: Étape {number + 1}\n"
        for place in range(LESSONS):
            files[f"{module}/{place + 1:02}-lecon.md"] = LESSON.format(number * LESSONS + place)
        files[f"{module}/{LESSONS + 1:02}-quiz.quiz.yml"] = QUIZ.format(number)
    for name, text in files.items():
        file = directory / COURSE / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    school.rebond(directory / "data", "course", "apply", str(directory / COURSE), environment={})
    school.rebond(directory / "data", "cohort", "course", "mesure", COURSE, environment={})


def counted(directory: Path) -> tuple[int, int]:
    """How many activities were completed, and how many of them earned points."""
    with sqlite3.connect(directory / "data" / "rebond.sqlite", timeout=30) as connection:
        completed = connection.execute("SELECT COUNT(*) FROM activity_state WHERE completed_at IS NOT NULL").fetchone()[0]
        awarded = connection.execute("SELECT COUNT(*) FROM point_entry WHERE rule = 'activity-completed' AND amount > 0").fetchone()[0]
    return completed, awarded

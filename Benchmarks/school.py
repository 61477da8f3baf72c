"""The data that is measured: the demonstration courses, a course with one lesson whose page is 20 kB, and 64 learners who follow it."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".build" / "release" / "rebond"
LEARNERS = 64
COURSE = "mesure"
PASSWORD = "mesure-de-la-vitesse-7"

COURSE_FILES = {
    "course.yml": """\
format: 1
key: mesure
title: Un cours pour mesurer
language: fr
mode: remote
summary: Une leçon de vingt kilo-octets et un quiz.
hours: { total: 1 }
objectives: [{ id: mesurer, title: Mesurer }]
contacts:
  pedagogical: { title: Personne, hours-to-answer: 24 }
  technical: { title: Personne, hours-to-answer: 24 }
""",
    "01-module/module.yml": "id: module\ntitle: Un module\n",
    "01-module/02-quiz.quiz.yml": """\
id: quiz
title: Un quiz
minutes: 5
objectives: [mesurer]
completion: { rule: passed, score: 60 }
questions:
  - { id: vrai, type: true-false, text: Il fait jour., answer: true }
""",
}


def lesson(size: int) -> str:
    """Markdown whose HTML is about `size` bytes."""
    text = ["---\nid: longue\ntitle: Une leçon de vingt kilo-octets\nminutes: 30\n---\n"]
    length, number = 0, 0
    while length < size:
        number += 1
        part = (
            f"## {number}. Préparer le poste\n\n"
            "On regarde d’abord ce qui est posé devant soi, puis ce qui manque. **Rien ne presse** : une minute de plus au début "
            f"en fait gagner dix à la fin, et le numéro {number * 17} se retrouve *toujours* au même endroit.\n\n"
            f"- lire la fiche {number}\n- cocher ce qui est fait\n- dire ce qui bloque\n\n"
            f"| Geste | Durée |\n|---|---|\n| Ouvrir | {number} min |\n| Fermer | {number + 1} min |\n"
        )
        text.append(part)
        length += len(part.encode()) + 210  # the tags
    return "\n".join(text)


def rebond(data: Path, *arguments: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [PROGRAM, *arguments, "--data", data], input="", capture_output=True, text=True, cwd=ROOT, env=os.environ | environment
    )
    if done.returncode != 0:
        raise SystemExit(f"rebond {' '.join(arguments)}: {done.stdout}{done.stderr}")
    return done.stdout


def make(directory: Path, environment: dict[str, str] | None = None) -> None:
    """Makes the data in `directory/data`; in another database when `environment` names one."""
    environment = environment or {}
    data, course = directory / "data", directory / "course"
    for name, text in (COURSE_FILES | {"01-module/01-longue.md": lesson(13_500)}).items():
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        (course / name).write_text(text)
    for folder in [*sorted((ROOT / "Courses").iterdir()), course]:
        rebond(data, "course", "apply", str(folder), environment=environment)
    rebond(data, "cohort", "new", "mesure", "Promo mesurée", environment=environment)
    rebond(data, "cohort", "course", "mesure", COURSE, environment=environment)
    rows = ["login;given_name;family_name;role;cohort;password"]
    rows += [f"eleve{number};Élève;Numéro {number};learner;mesure;{PASSWORD}" for number in range(LEARNERS)]
    people = directory / "people.csv"
    people.write_text("\n".join(rows) + "\n")
    rebond(data, "person", "import", str(people), environment=environment)

"""A learner with five thousand cards among a million: ten decks of five hundred, and what two hundred people remember of them."""

import random
import sqlite3
import time
import uuid
from pathlib import Path

import school

COURSE = "cartes"
DECKS = 10
CARDS = 500
PEOPLE = 200
DAY = 86_400_000

HEAD = """\
format: 1
key: cartes
title: Des cartes à revoir
language: fr
mode: remote
summary: Dix paquets de cinq cents cartes.
hours: { total: 1 }
objectives: [{ id: mesurer, title: Mesurer }]
contacts:
  pedagogical: { title: Personne, hours-to-answer: 24 }
  technical: { title: Personne, hours-to-answer: 24 }
"""

QUIZ = """\
id: quiz
title: Un quiz
minutes: 10
objectives: [mesurer]
completion: { rule: passed, score: 60 }
questions:
  - { id: vrai, type: true-false, text: Il fait jour., answer: true }
"""


def deck(number: int) -> str:
    cards = "".join(
        f'  - {{ id: c{card}, front: "mot {number} {card}", back: "ce que veut dire le mot {card}", example: "On dit le mot {card} au quai {number}." }}\n'
        for card in range(CARDS)
    )
    return f"id: paquet-{number}\ntitle: Paquet {number}\nminutes: 5\ncompletion: {{ rule: reviewed, share: 80 }}\ncards:\n{cards}"


def make(directory: Path) -> int:
    """After `school.make`: the course, followed by the same learners; what they and others remember. Returns how many cards are kept."""
    course = directory / "cards"
    files = {"course.yml": HEAD, "01-module/module.yml": "id: module\ntitle: Un module\n", "01-module/99-quiz.quiz.yml": QUIZ}
    files |= {f"01-module/{number:02}-paquet.deck.yml": deck(number) for number in range(DECKS)}
    for name, text in files.items():
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        (course / name).write_text(text)
    school.rebond(directory / "data", "course", "apply", str(course), environment={})
    school.rebond(directory / "data", "cohort", "course", "mesure", COURSE, environment={})
    with sqlite3.connect(directory / "data" / "rebond.sqlite", timeout=30) as connection:
        return fill(connection)


def fill(connection: sqlite3.Connection) -> int:
    draws = random.Random(10)
    now = int(time.time() * 1000)
    connection.row_factory = sqlite3.Row
    decks = [row[0] for row in connection.execute(
        "SELECT a.id FROM activity a JOIN course c ON c.id = a.course_id WHERE c.key = ? AND a.key LIKE 'paquet-%' ORDER BY a.key", (COURSE,))]
    people = [row[0] for row in connection.execute("SELECT id FROM person WHERE login LIKE 'eleve%' ORDER BY login")]
    model = dict(connection.execute("SELECT * FROM person WHERE id = ?", (people[0],)).fetchone())
    while len(people) < PEOPLE:
        # Others, who learn elsewhere.
        other = model | {"id": identifier(draws, now), "login": f"autre{len(people)}", "login_key": f"autre{len(people)}", "email": None, "email_key": None}
        connection.execute(f"INSERT INTO person ({', '.join(other)}) VALUES ({', '.join('?' * len(other))})", tuple(other.values()))
        people.append(other["id"])
    for person in people:
        connection.executemany(
            "INSERT INTO card_memory (person_id, activity_id, card, direction, phase, stability, difficulty, due_at, reviewed_at, ready_at, "
            "reviews, lapses, started_at, last_at, last_review) VALUES (?, ?, ?, 'recognise', 'review', ?, 5, ?, ?, ?, 3, 0, ?, ?, ?)",
            (remembered(draws, now, person, activity, card) for activity in decks for card in range(CARDS)),
        )  # fmt: skip
    connection.execute("ANALYZE")
    return connection.execute("SELECT COUNT(*) FROM card_memory").fetchone()[0]


def remembered(draws: random.Random, now: int, person: str, activity: str, card: int) -> tuple:
    """One card in twenty-five is ready; the others come in the next months."""
    due = now - draws.randrange(DAY) if draws.random() < 0.04 else now + draws.randrange(DAY, 90 * DAY)
    last = now - draws.randrange(2 * DAY, 60 * DAY)
    return (person, activity, f"c{card}", draws.uniform(1, 90), due, last, due - due % DAY, last - 30 * DAY, last, identifier(draws, last))


def identifier(draws: random.Random, milliseconds: int) -> str:
    entropy = bytearray(milliseconds.to_bytes(6, "big") + draws.randbytes(10))
    entropy[6], entropy[8] = entropy[6] & 0x0F | 0x70, entropy[8] & 0x3F | 0x80
    return str(uuid.UUID(bytes=bytes(entropy)))

"""A million messages in two thousand conversations, with their words; learners who write, and thousands who look at one room."""

import asyncio
import random
import resource
import sqlite3
import time
import urllib.request
from pathlib import Path

import school
from caseload import identifier

MESSAGES = 1_000_000
CONVERSATIONS = 2000
CONNECTIONS = 10_000
HEARERS = 1000
COHORT = "mesure"
WORDS = "la leçon de mardi était claire mais la question quatre me bloque encore depuis hier soir merci de votre aide".split()


def make(directory: Path) -> list[tuple[str, str]]:
    """After `school.make`: the messages, those of the learners' own conversations among them. The login and the address of each learner's."""
    draws = random.Random(MESSAGES)
    now = int(time.time() * 1000)
    with sqlite3.connect(directory / "data" / "rebond.sqlite", timeout=60) as connection:
        cohort = connection.execute("SELECT id FROM cohort WHERE key = ?", (COHORT,)).fetchone()[0]
        learners = connection.execute(
            "SELECT p.id, p.login FROM person p JOIN membership m ON m.person_id = p.id WHERE m.cohort_id = ? AND m.role = 'learner' ORDER BY p.login", (cohort,)
        ).fetchall()  # fmt: skip
        subjects = [(cohort, person) for person, _ in learners]
        while len(subjects) < CONVERSATIONS:
            other = identifier(draws, now)
            connection.execute("INSERT INTO cohort (id, key, title, created_at) VALUES (?, ?, ?, ?)", (other, f"messages-{len(subjects)}", "Promo", now))
            subjects += [(other, person) for person, _ in learners[: CONVERSATIONS - len(subjects)]]
        each = MESSAGES // CONVERSATIONS
        for place, subject in subjects:
            conversation = identifier(draws, now)
            start = now - 90 * 86_400_000
            connection.execute(
                "INSERT INTO conversation (id, cohort_id, kind, subject, learner_id, last_sequence, last_at, version) VALUES (?, ?, 'tutoring', ?, ?, ?, ?, ?)",
                (conversation, place, subject, subject, each, start + each * 1000, each),
            )  # fmt: skip
            texts = [" ".join(draws.sample(WORDS, 10)) for _ in range(each)]
            connection.executemany(
                "INSERT INTO message (conversation_id, sequence, id, author_id, posted_at, text, html) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(conversation, number, identifier(draws, start), subject, start + number * 1000, text, f"<p>{text}</p>") for number, text in enumerate(texts, 1)],
            )  # fmt: skip
            connection.executemany("INSERT INTO message_place (conversation_id, sequence) VALUES (?, ?)", [(conversation, number) for number in range(1, each + 1)])
            scope = "s" + place.replace("-", "") + "tutoring"
            connection.executemany(
                "INSERT INTO message_search (rowid, words) SELECT number, ? FROM message_place WHERE conversation_id = ? AND sequence = ?",
                [(f"{scope} {scope}x{subject.replace('-', '')} {text}", conversation, number) for number, text in enumerate(texts, 1)],
            )  # fmt: skip
        connection.commit()
        connection.execute("ANALYZE")
    return [(login, f"/conversations/{COHORT}/tutoring/{person}") for person, login in learners]


class Listeners:
    """Browsers that look at the room of the cohort and do nothing."""

    def __init__(self, port: int, cookie: str):
        self.port, self.cookie = port, cookie
        self.streams: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def open(self, count: int) -> None:
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 2 * count)), hard))
        head = f"GET /conversations/{COHORT}/cohort/all/events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {self.cookie}\r\nAccept: text/event-stream\r\n\r\n".encode()
        for _ in range(count):
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=4096)
            writer.write(head)
            await reader.readuntil(b"retry:")
            self.streams.append((reader, writer))

    async def heard(self, count: int, post) -> list[float]:
        """Milliseconds until each of the first ones has heard of a message that somebody posts."""

        async def wait(reader: asyncio.StreamReader) -> float:
            await reader.readuntil(b"event: changed")
            return time.monotonic()

        waiting = [asyncio.create_task(wait(reader)) for reader, _ in self.streams[:count]]
        await asyncio.sleep(0.5)
        start = time.monotonic()
        await asyncio.to_thread(post)
        return sorted((moment - start) * 1000 for moment in await asyncio.wait_for(asyncio.gather(*waiting), 30))

    def close(self) -> None:
        for _, writer in self.streams:
            writer.close()


def post(address: str, cookie: str, draws: random.Random) -> None:
    body = f'{{"id":"{identifier(draws, int(time.time() * 1000))}","text":"Bonjour à tous"}}'.encode()
    headers = {"Cookie": cookie, "Content-Type": "application/json", "Accept": "application/json"}
    asked = urllib.request.Request(f"{address}/conversations/{COHORT}/cohort/all/messages", body, headers)
    with urllib.request.urlopen(asked, timeout=30) as answer:
        assert answer.status == 201, answer.status


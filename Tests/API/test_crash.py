"""The server is killed while learners work; what it acknowledged is there when it comes back, once."""

import json
import random
import sqlite3
import threading
import time
import uuid

import requests

from installation import COURSE, Installation, small_school

LEARNERS = 6
CONNECTIONS_EACH = 2
ROUNDS = 5
ACTIVITIES = ["courte", "longue"]


def event_id() -> str:
    """A UUID of version 7, as clients make them."""
    value = (time.time_ns() // 1_000_000) << 80 | random.getrandbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


class Client(threading.Thread):
    """One learner's connection: sends batch after batch until the server is gone."""

    def __init__(self, address: str, token: str):
        super().__init__()
        self.address = address
        self.headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        self.acknowledged: list[tuple[str, dict]] = []
        self.unanswered: list[tuple[str, dict]] = []
        self.refused: list[str] = []

    def send(self, session: requests.Session, activity: str, events: list[dict]) -> requests.Response:
        return session.post(
            f"{self.address}/courses/{COURSE}/activities/{activity}/events",
            json={"events": events},
            headers=self.headers,
            timeout=20,
        )

    def run(self) -> None:
        with requests.Session() as session:
            while True:
                activity = random.choice(ACTIVITIES)
                events = [
                    {"id": event_id(), "kind": "heartbeat", "occurredAt": int(time.time() * 1000), "seconds": 5}
                    for _ in range(random.randint(1, 3))
                ]
                sent = [(activity, event) for event in events]
                try:
                    answer = self.send(session, activity, events)
                except requests.RequestException:
                    self.unanswered += sent
                    return
                if answer.status_code == 200:
                    self.acknowledged += sent
                else:
                    self.refused.append(f"{answer.status_code} {answer.text[:300]}")
                    return

    def send_again(self, sent: list[tuple[str, dict]]) -> tuple[set[str], set[str]]:
        """Sends events that went before; returns the ids that the server took now and those that it had."""
        accepted: set[str] = set()
        replayed: set[str] = set()
        with requests.Session() as session:
            for activity in ACTIVITIES:
                events = [event for where, event in sent if where == activity]
                for start in range(0, len(events), 100):
                    answer = self.send(session, activity, events[start : start + 100])
                    assert answer.status_code == 200, answer.text
                    accepted |= set(answer.json()["accepted"])
                    replayed |= set(answer.json()["replayed"])
        return accepted, replayed


def test_every_acknowledged_event_survives_a_kill(installation: Installation):
    small_school(installation, learners=LEARNERS)
    tokens = [installation.token(f"eleve{number}") for number in range(1, LEARNERS + 1)]
    kept: set[str] = set()

    for round_number in range(ROUNDS):
        installation.start()
        clients = [Client(installation.address, token) for token in tokens for _ in range(CONNECTIONS_EACH)]
        for client in clients:
            client.start()
        # The moment of the kill is any moment: it is not known beforehand what the server is doing then.
        time.sleep(random.uniform(0.5, 1.5))
        installation.kill()
        for client in clients:
            client.join(timeout=30)
            assert not client.is_alive()

        acknowledged = {event["id"] for client in clients for _, event in client.acknowledged}
        unanswered = {event["id"] for client in clients for _, event in client.unanswered}
        assert not [text for client in clients for text in client.refused]
        assert acknowledged, f"round {round_number}: nothing was acknowledged before the kill"

        # What the facts say is what the states say, before anything is sent again.
        report = json.loads(installation.run("verify", "--format", "json"))
        assert report["differences"] == []

        installation.start()
        for client in clients:
            accepted, replayed = client.send_again(client.acknowledged)
            assert accepted == set(), "an acknowledged event was gone after the kill"
            assert replayed == {event["id"] for _, event in client.acknowledged}
            # What nobody answered may be there or not; sent again, it is there.
            accepted, replayed = client.send_again(client.unanswered)
            assert accepted | replayed == {event["id"] for _, event in client.unanswered}
        kept |= acknowledged | unanswered
        assert installation.stop() == 0

    report = json.loads(installation.run("verify", "--format", "json"))
    assert report["differences"] == []
    with sqlite3.connect(f"file:{installation.data}/rebond.sqlite?mode=ro", uri=True) as database:
        rows = [row[0] for row in database.execute("SELECT id FROM learning_event WHERE kind = 'heartbeat'")]
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(rows) == len(set(rows)), "an event is there twice"
    assert set(rows) == kept


def test_a_second_server_on_the_same_data_does_no_harm(installation: Installation):
    """A person starts the server twice by mistake: the second says so or serves; neither loses anything."""
    small_school(installation, learners=1)
    token = installation.token("eleve1")
    installation.start()
    client = Client(installation.address, token)
    event = {"id": event_id(), "kind": "opened", "occurredAt": int(time.time() * 1000)}
    second = Installation(installation.directory)
    second.log = installation.directory / "second.log"
    second.port = installation.port
    with requests.Session() as session:
        assert client.send(session, "courte", [event]).status_code == 200
        # The same port: the second one cannot listen and must end with a sentence, not a trace.
        done = second.run("serve", "--host", "127.0.0.1", "--port", str(installation.port), expect=None)
        assert "Fatal" not in done
        assert client.send(session, "courte", [event]).json()["replayed"] == [event["id"]]

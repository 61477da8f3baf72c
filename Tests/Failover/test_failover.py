"""Two servers behind a balancer, one PostgreSQL. A server is killed, then PostgreSQL is restarted, while learners work: what was acknowledged is
there exactly once, and whoever was signed in still is.

    make test-failover                       half a minute, once everything is built
    REBOND_FAILOVER_SECONDS=20 make test-failover   longer between two blows
"""

import json
import os
import random
import tempfile
import threading
import time
import uuid
from pathlib import Path

import pytest
import requests

from installation import COURSE, PASSWORD, Installation, small_school
from postgres import Postgres
from several import NAME, Balancer, say

LEARNERS = 8
ACTIVITIES = ["courte", "longue"]
# How long learners work before each blow and after the last one.
PACE = float(os.environ.get("REBOND_FAILOVER_SECONDS", "4"))
# A client that gets no answer tries again, as browsers do; longer than this is an outage that people feel.
PATIENCE = 45.0

pytestmark = pytest.mark.filterwarnings("ignore::urllib3.exceptions.InsecureRequestWarning")


def event_id() -> str:
    """A UUID of version 7, as clients make them."""
    value = (time.time_ns() // 1_000_000) << 80 | random.getrandbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


class Learner(threading.Thread):
    """A browser that is signed in by a cookie: keeps what it does until it is acknowledged, and sends it again until then."""

    def __init__(self, number: int, balancer: Balancer, over: threading.Event):
        super().__init__()
        self.login = f"eleve{number}"
        self.balancer = balancer
        self.over = over
        self.session = requests.Session()
        self.session.headers.update({"Host": NAME, "Accept": "application/json"})
        self.acknowledged: dict[str, str] = {}
        self.refused: list[str] = []
        self.tries_again = 0
        self.longest = 0.0

    def sign_in(self) -> None:
        answer = self.post("/sign-in", {"login": self.login, "password": PASSWORD})
        assert answer.status_code == 200, answer.text
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        self.session.headers["Cookie"] = self.cookie

    def post(self, path: str, body: dict) -> requests.Response:
        return self.session.post(self.balancer.address + path, json=body, timeout=20, allow_redirects=False, verify=False)

    def send(self, activity: str, events: list[dict]) -> requests.Response:
        return self.post(f"/courses/{COURSE}/activities/{activity}/events", {"events": events})

    def is_signed_in(self) -> bool:
        answer = self.session.get(self.balancer.address + "/", timeout=20, allow_redirects=False, verify=False)
        return answer.status_code == 200

    def run(self) -> None:
        while not self.over.is_set() and not self.refused:
            activity = random.choice(ACTIVITIES)
            events = [
                {"id": event_id(), "kind": "heartbeat", "occurredAt": int(time.time() * 1000), "seconds": 5}
                for _ in range(random.randint(1, 3))
            ]
            self.send_until_acknowledged(activity, events)

    def send_until_acknowledged(self, activity: str, events: list[dict]) -> None:
        begun = time.monotonic()
        while True:
            try:
                answer = self.send(activity, events)
                if answer.status_code == 200:
                    break
                # 502, 503, 504: nobody there now. Anything else is a refusal, and nothing of what is sent here deserves one.
                if answer.status_code not in (502, 503, 504):
                    self.refused.append(f"{answer.status_code} {answer.text[:300]}")
                    return
            except requests.RequestException:
                pass
            self.tries_again += 1
            if time.monotonic() - begun > PATIENCE:
                self.refused.append(f"no answer for {PATIENCE:.0f} seconds")
                return
            time.sleep(0.05)
        self.longest = max(self.longest, time.monotonic() - begun)
        told = set(answer.json()["accepted"]) | set(answer.json()["replayed"])
        if told != {event["id"] for event in events}:
            self.refused.append(f"acknowledged other events: {answer.text[:300]}")
        self.acknowledged |= {event["id"]: activity for event in events}


@pytest.fixture
def postgres():
    # A short path, for the socket.
    with tempfile.TemporaryDirectory(prefix="rebond-", dir="/tmp") as directory:
        os.chmod(directory, 0o755)
        cluster = Postgres(Path(directory) / "pg")
        yield cluster
        cluster.close()


def test_a_server_and_then_the_database_fall(tmp_path, postgres):
    servers = [Installation(tmp_path / name, database=postgres.address) for name in ("one", "two")]
    # files/ is on a file system that both see.
    servers[1].data = servers[0].data
    for server in servers:
        server.directory.mkdir(exist_ok=True)
    balancer = Balancer(tmp_path, servers)
    over = threading.Event()
    try:
        say("a school on PostgreSQL, two servers, HAProxy")
        small_school(servers[0], learners=LEARNERS)
        settings = {"REBOND_ADDRESS": f"https://{NAME}", "REBOND_PROXIES": "127.0.0.1", "REBOND_LOG_LEVEL": "warning"}
        for server in servers:
            server.start(**settings)
        balancer.start()
        learners = [Learner(number, balancer, over) for number in range(1, LEARNERS + 1)]
        for learner in learners:
            learner.sign_in()
        for learner in learners:
            learner.start()
        time.sleep(PACE)

        say(f"{sum(len(learner.acknowledged) for learner in learners)} events acknowledged; a server is killed")
        servers[0].kill()
        time.sleep(PACE)

        say(f"{sum(len(learner.acknowledged) for learner in learners)}; PostgreSQL restarts")
        before = sum(len(learner.acknowledged) for learner in learners)
        postgres.stop("fast")
        time.sleep(1)
        postgres.start()
        time.sleep(PACE)

        say(f"{sum(len(learner.acknowledged) for learner in learners)}; PostgreSQL falls without a word, and comes back")
        postgres.stop("immediate")
        postgres.start()
        time.sleep(PACE)

        say("the server that was killed comes back")
        servers[0].start(**settings)
        time.sleep(PACE)
        over.set()
        for learner in learners:
            learner.join(timeout=PATIENCE + 30)
            assert not learner.is_alive()

        assert not [text for learner in learners for text in learner.refused]
        acknowledged = {id for learner in learners for id in learner.acknowledged}
        assert len(acknowledged) > before, "nobody could work after the database came back"

        # Through the balancer and on each server alone: the same people, with the cookies they had.
        for learner in learners:
            assert learner.is_signed_in(), f"{learner.login} had to sign in again"
            for server in servers:
                answer = requests.get(
                    server.address + "/", headers={"Cookie": learner.cookie, "Accept": "application/json"}, timeout=20, allow_redirects=False
                )
                assert answer.status_code == 200, f"{learner.login} is not signed in on {server.address}"

        # Exactly once: in the table, and in the figures that are kept from it.
        rows = postgres.column("SELECT id FROM learning_event WHERE kind = 'heartbeat'")
        assert len(rows) == len(set(rows)), "an event is there twice"
        assert set(rows) >= acknowledged, f"{len(acknowledged - set(rows))} acknowledged events are gone"
        # Every batch was sent until it was acknowledged: there is nothing else either.
        assert set(rows) == acknowledged
        for learner in learners:
            for activity in ACTIVITIES:
                mine = [id for id, where in learner.acknowledged.items() if where == activity][-50:]
                answer = learner.send(activity, [{"id": id, "kind": "heartbeat", "occurredAt": 0, "seconds": 5} for id in mine])
                # Known ids with another content: a conflict, never a second event.
                assert answer.status_code == 409 or not mine, answer.text
        report = json.loads(servers[0].run("verify", "--format", "json"))
        assert report["differences"] == []
        say(
            f"{len(acknowledged)} events acknowledged, each there once; {sum(learner.tries_again for learner in learners)} tries were repeated; "
            f"the longest wait was {max(learner.longest for learner in learners):.1f} s"
        )
    finally:
        over.set()
        balancer.close()
        for server in servers:
            server.close()

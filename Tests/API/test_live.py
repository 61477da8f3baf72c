"""A conversation that one looks at: what is written comes at once, nothing is missed over a server that is killed, and a stop ends every stream."""

import queue
import threading
import uuid

import pytest
import requests

from installation import COHORT, small_school


class Listener(threading.Thread):
    """Reads the events of a conversation until the connection ends."""

    def __init__(self, address: str, token: str, known: int | None = None):
        super().__init__(daemon=True)
        self.address = address
        self.headers = {"Authorization": f"Bearer {token}", "Accept": "text/event-stream"}
        if known is not None:
            self.headers["Last-Event-ID"] = str(known)
        self.versions: queue.Queue[int] = queue.Queue()
        self.is_open = threading.Event()

    def run(self) -> None:
        try:
            with requests.get(self.address, headers=self.headers, stream=True, timeout=60) as answer:
                assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/event-stream")
                for line in answer.iter_lines(chunk_size=1, decode_unicode=True):
                    self.is_open.set()
                    if line.startswith("data: "):
                        self.versions.put(int(line.removeprefix("data: ")))
        except requests.RequestException:
            pass

    def next(self) -> int:
        return self.versions.get(timeout=30)


@pytest.fixture
def talk(installation):
    small_school(installation)
    installation.start()
    learner, tutor = installation.token("eleve1"), installation.token("tutrice")
    person = next(
        row["person"]
        for row in requests.get(
            f"{installation.address}/caseload", headers={"Authorization": f"Bearer {tutor}", "Accept": "application/json"}, timeout=20
        ).json()["rows"]
        if row["familyName"].endswith("1")
    )
    return installation, f"{installation.address}/conversations/{COHORT}/tutoring/{person}", learner, tutor


def post(place: str, token: str, text: str, message: str | None = None) -> requests.Response:
    return requests.post(
        f"{place}/messages", json={"id": message or str(uuid.uuid4()), "text": text},
        headers={"Authorization": f"Bearer {token}", "Accept": "application/json"}, timeout=20,
    )  # fmt: skip


def test_what_is_written_comes_to_who_looks(talk):
    _, place, learner, tutor = talk
    listener = Listener(f"{place}/events", tutor)
    listener.start()
    assert listener.is_open.wait(20)
    message = str(uuid.uuid4())
    assert post(place, learner, "Bonjour", message).status_code == 201
    assert listener.next() == 1
    # The same once more is no news; another with its number is refused.
    assert post(place, learner, "Bonjour", message).status_code == 201
    assert post(place, learner, "Bonsoir", message).status_code == 409
    assert post(place, tutor, "Bonjour à vous").status_code == 201
    assert listener.next() == 2
    assert listener.versions.empty()


def test_nothing_is_missed_while_the_server_was_away(talk):
    installation, place, learner, tutor = talk
    assert post(place, learner, "Avant").status_code == 201
    listener = Listener(f"{place}/events", tutor)
    listener.start()
    assert listener.next() == 1
    installation.kill()
    listener.join(timeout=20)
    assert not listener.is_alive()
    installation.start()
    assert post(place, learner, "Pendant").status_code == 201
    # Whoever comes back says what they know, and hears of the rest at once, and only once.
    back = Listener(f"{place}/events", tutor, known=1)
    back.start()
    assert back.next() == 2
    late = Listener(f"{place}/events", tutor, known=2)
    late.start()
    assert late.is_open.wait(20)
    assert post(place, learner, "Après").status_code == 201
    assert back.next() == 3 and late.next() == 3


def test_a_stop_ends_every_stream(talk):
    installation, place, _, tutor = talk
    listeners = [Listener(f"{place}/events", tutor) for _ in range(20)]
    for listener in listeners:
        listener.start()
    for listener in listeners:
        assert listener.is_open.wait(20)
    assert installation.stop() == 0
    for listener in listeners:
        listener.join(timeout=10)
        assert not listener.is_alive()


def test_nobody_listens_where_they_may_not_read(talk):
    installation, place, _, _ = talk
    other = installation.token("eleve2")
    answer = requests.get(f"{place}/events", headers={"Authorization": f"Bearer {other}"}, timeout=20)
    assert answer.status_code == 404
    answer = requests.get(f"{place}/events?wait=0", timeout=20, allow_redirects=False)
    assert answer.status_code in (303, 401)

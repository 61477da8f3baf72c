"""Virtual rooms that Rebond makes: a BigBlueButton that checks checksums as the real one does, and Jitsi's token."""

import base64
import hashlib
import hmac
import json
import threading
import time
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
import requests

from installation import COHORT, PASSWORD

PARIS = ZoneInfo("Europe/Paris")
SECRET = "secret-" + PASSWORD
NOTES = "Par téléphone : 01 02 03 04 05"


class BigBlueButton(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.meetings: dict[str, dict[str, str]] = {}
        self.calls: list[str] = []
        self.is_silent = False
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/bigbluebutton"

    def is_signed(self, call: str, query: str) -> bool:
        """The checksum is taken off the query as it came, and the rest is hashed."""
        head, _, checksum = query.rpartition("checksum=")
        head = head.removesuffix("&")
        return hashlib.sha256((call + head + SECRET).encode()).hexdigest() == checksum

    def answer(self, call: str, query: str) -> str:
        if not self.is_signed(call, query):
            return "<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey></response>"
        fields = {name: values[0] for name, values in parse_qs(query).items()}
        if call == "create":
            if not 2 <= len(fields["name"]) <= 64:
                return "<response><returncode>FAILED</returncode><messageKey>validationError</messageKey></response>"
            self.meetings.setdefault(fields["meetingID"], fields)
            return f"<response><returncode>SUCCESS</returncode><meetingID>{fields['meetingID']}</meetingID></response>"
        return "<response><returncode>FAILED</returncode><messageKey>unsupportedRequest</messageKey></response>"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        parts = urlsplit(self.path)
        call = parts.path.rsplit("/", 1)[1]
        self.server.calls.append(call)
        if self.server.is_silent:
            time.sleep(4)
        body = self.server.answer(call, parts.query).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def visio():
    server = BigBlueButton()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def school(installation):
    installation.run("migrate")
    installation.run("cohort", "new", COHORT, "Promo d’essai")
    for login, given, role in [("awa", "Awa & é", "learner"), ("ines", "Inès", "trainer"), ("autre", "Zoé", None)]:
        installation.add_person(login, given, "Diallo")
        if role:
            installation.run("cohort", "enrol", COHORT, login, "--role", role)
    return installation


def plan(school, room: str) -> str:
    start = datetime.now(PARIS) + timedelta(minutes=5)
    done = school.run(
        "session", "add", COHORT, "Classe é", "--day", start.date().isoformat(), "--hour", start.strftime("%H:%M"),
        "--minutes", "60", "--link", f"room:{room}", "--trainer", "ines", "--notes", NOTES, "--force",
    )  # fmt: skip
    return done.split()[0]


def join(school, session: str, login: str, accept: str = "text/html") -> requests.Response:
    headers = {"Authorization": "Bearer " + school.token(login), "Accept": accept}
    return requests.get(f"{school.address}/sessions/{session}/join", headers=headers, allow_redirects=False, timeout=20)


def settings(visio) -> dict[str, str]:
    return {"REBOND_BBB_ADDRESS": visio.address, "REBOND_BBB_SECRET": SECRET, "REBOND_BBB_TIMEOUT": "2",
            "REBOND_JITSI_HOST": "meet.example.org", "REBOND_JITSI_APPLICATION": "rebond", "REBOND_JITSI_SECRET": SECRET}  # fmt: skip


def test_a_room_is_opened_for_whoever_comes_and_each_enters_in_their_role(school, visio):
    session = plan(school, "bigbluebutton")
    school.start(**settings(visio))
    for login, role, name in [("awa", "VIEWER", "Awa & é Diallo"), ("ines", "MODERATOR", "Inès Diallo")]:
        answer = join(school, session, login)
        assert answer.status_code == 303 and answer.headers["Cache-Control"] == "no-store"
        parts = urlsplit(answer.headers["Location"])
        assert visio.is_signed("join", parts.query)
        fields = {name: values[0] for name, values in parse_qs(parts.query).items()}
        assert (fields["role"], fields["fullName"], fields["meetingID"]) == (role, name, session)
    assert list(visio.meetings) == [session] and visio.meetings[session]["name"] == "Classe é"
    assert join(school, session, "autre").status_code == 404
    page = requests.get(
        f"{school.address}/sessions/{session}", headers={"Authorization": "Bearer " + school.token("awa"), "Accept": "text/html"}, timeout=20
    )
    assert f"/sessions/{session}/join" in page.text and SECRET not in page.text and visio.address not in page.text
    assert SECRET not in school.log.read_text()


def test_a_room_that_is_down_makes_nobody_wait_and_says_what_to_do_instead(school, visio):
    session = plan(school, "bigbluebutton")
    school.start(**settings(visio))
    visio.is_silent = True
    for _ in range(2):
        answer = join(school, session, "awa")
        assert answer.status_code == 409 and NOTES in answer.text
    asked = len(visio.calls)
    assert join(school, session, "awa").status_code == 409
    # The circuit is open: nobody was asked.
    assert len(visio.calls) == asked
    headers = {"Authorization": "Bearer " + school.token("awa"), "Accept": "application/json"}
    page = requests.get(f"{school.address}/sessions/{session}", headers=headers, timeout=5).json()
    assert page["isRoomDown"] is True and page["notes"] == NOTES


def test_jitsi_lets_in_whoever_carries_a_token(school, visio):
    session = plan(school, "jitsi")
    school.start(**settings(visio))
    parts = urlsplit(join(school, session, "ines").headers["Location"])
    assert (parts.hostname, parts.path) == ("meet.example.org", f"/rebond-{session}")
    signed, _, signature = parse_qs(parts.query)["jwt"][0].rpartition(".")
    code = hmac.new(SECRET.encode(), signed.encode(), hashlib.sha256).digest()
    assert base64.urlsafe_b64decode(signature + "=") == code
    claims = json.loads(base64.urlsafe_b64decode(signed.split(".")[1] + "=="))
    assert claims["room"] == f"rebond-{session}" and claims["context"]["user"]["moderator"] == "true"
    assert claims["exp"] > time.time()

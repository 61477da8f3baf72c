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
        self.recordings: dict[str, list[str]] = {}
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
        if call == "getRecordings":
            found = "".join(self.recordings.get(fields["meetingID"], []))
            return f"<response><returncode>SUCCESS</returncode><recordings>{found}</recordings></response>"
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
            "REBOND_ADDRESS": "https://apprendre.example.org",
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


def signed(claims: dict, algorithm: str = "HS512", secret: str = SECRET) -> str:
    """A token as BigBlueButton signs them."""
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in ({"alg": algorithm, "typ": "JWT"}, claims)]
    digest = {"HS256": hashlib.sha256, "HS512": hashlib.sha512}[algorithm]
    code = hmac.new(secret.encode(), b".".join(parts), digest).digest()
    return b".".join([*parts, base64.urlsafe_b64encode(code).rstrip(b"=")]).decode()


def analytics(session: str, people: dict[str, list[tuple[str, str | None]]]) -> dict:
    attendees = [
        {"ext_user_id": person, "name": person, "moderator": False, "joins": [span[0] for span in spans], "leaves": [span[1] for span in spans if span[1]]}
        for person, spans in people.items()
    ]
    return {"version": "1.0", "meeting_id": session, "internal_meeting_id": "x", "data": {"duration": 3600, "attendees": attendees}}


def test_the_server_tells_who_was_connected_and_nobody_else_can(school, visio):
    session = plan(school, "bigbluebutton")
    school.start(**settings(visio))
    awa = parse_qs(urlsplit(join(school, session, "awa").headers["Location"]).query)["userID"][0]
    told = visio.meetings[session]
    assert urlsplit(told["meta_analytics-callback-url"]).path == "/rooms/bigbluebutton/connections"
    assert urlsplit(told["meta_bbb-recording-ready-url"]).path == "/rooms/bigbluebutton/recordings"
    address = school.address + "/rooms/bigbluebutton/connections"
    start = datetime.now(PARIS).replace(microsecond=0) + timedelta(minutes=6)
    moments = [(start + timedelta(minutes=after)).isoformat(timespec="milliseconds") for after in (0, 19)]
    spans = [(moments[0], moments[1]), ((start + timedelta(minutes=21)).isoformat(), None)]
    body = analytics(session, {awa: spans, "nobody": [(moments[0], None)]})
    in_an_hour = {"exp": int(time.time()) + 3600}

    def tell(token: str | None, report=body) -> int:
        headers = {} if token is None else {"Authorization": "Bearer " + token}
        return requests.post(address, json=report, headers=headers, timeout=10).status_code

    for token in [None, "x", "a.b.c", signed(in_an_hour, secret="another"), signed({"exp": 1000}),
                  signed(in_an_hour).replace(".", ".e", 1)]:  # fmt: skip
        assert tell(token) == 403, token
    unsigned = base64.urlsafe_b64encode(b'{"alg":"none"}').rstrip(b"=").decode() + ".e30."
    assert tell(unsigned) == 403
    assert tell(signed(in_an_hour), {"meeting_id": session}) == 403
    assert tell(signed(in_an_hour), analytics("0192f0aa-1111-7222-8333-444455556666", {awa: spans})) == 204
    # Told twice, it is there once.
    for _ in range(2):
        assert tell(signed(in_an_hour)) == 204
    headers = {"Authorization": "Bearer " + school.token("ines"), "Accept": "application/json"}
    page = requests.get(f"{school.address}/sessions/{session}/attendance", headers=headers, timeout=10).json()
    people = [person for half in page["halves"] for person in half["people"]]
    found = [one for person in people for one in person["connections"] if one["source"] == "bigbluebutton"]
    minutes = [((one.get("endedAt") or one["startedAt"]) - one["startedAt"]) // 60_000 for one in found]
    assert sorted(minutes) == [0, 19]


def test_a_recording_comes_by_itself_or_when_it_is_asked_for(school, visio):
    session = plan(school, "bigbluebutton")
    school.start(**settings(visio))
    join(school, session, "awa")
    headers = {"Authorization": "Bearer " + school.token("awa"), "Accept": "application/json"}

    def recordings() -> list[str]:
        page = requests.get(f"{school.address}/sessions/{session}", headers=headers, timeout=10).json()
        return [one["address"] for one in page["recordings"]]

    def recording(name: str, address: str) -> str:
        formats = "".join(
            f"<format><type>{kind}</type><url>{address}</url><length>61</length></format>" for kind in ["notes", "presentation"])
        return (f"<recording><recordID>{name}</recordID><startTime>1795512600000</startTime>"
                f"<playback>{formats}</playback></recording>")  # fmt: skip

    visio.recordings[session] = [
        recording("r1", "https://visio.example.org/playback/1?a=1&amp;b=2"), recording("r2", "javascript:alert(1)"),
    ]  # fmt: skip
    ready = {"meeting_id": session, "record_id": "r1", "exp": int(time.time()) + 3600}
    address = school.address + "/rooms/bigbluebutton/recordings"
    assert requests.post(address, {"signed_parameters": signed(ready, "HS256", "another")}, timeout=10).status_code == 403
    assert recordings() == []
    assert requests.post(address, {"signed_parameters": signed(ready, "HS256")}, timeout=10).status_code == 204
    assert recordings() == ["https://visio.example.org/playback/1?a=1&b=2"]
    # It was deleted there: whoever plans asks again, and it goes here.
    visio.recordings[session] = []
    trainer = {"Authorization": "Bearer " + school.token("ines"), "Accept": "application/json"}
    ask = f"{school.address}/sessions/{session}/recordings"
    assert requests.post(ask, headers=headers, timeout=10).status_code == 404
    assert requests.post(ask, headers=trainer, timeout=10).json() == {"recordings": 0}
    assert recordings() == []
    visio.is_silent = True
    assert requests.post(ask, headers=trainer, timeout=10).status_code == 409

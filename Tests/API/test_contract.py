"""docs/openapi.yaml against the running server: requests made from the document, by everybody who may send them.

Whatever is sent, the server never answers 5xx and never answers what the document does not say.
"""

import hashlib
import json
import re
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from installation import COHORT, COURSE, ROOT, Installation, small_school

ROLES = ["anonymous", "learner", "tutor", "author", "admin"]
LOGINS = {"learner": "eleve1", "tutor": "tutrice", "author": "autrice", "admin": "admin"}
EXAMPLES = 7

schema = schemathesis.openapi.from_path(ROOT / "docs" / "openapi.yaml")


class School:
    """One server for all requests, and names of things that are there, so that not every answer is 404."""

    def __init__(self, directory: Path):
        self.installation = Installation(directory)
        small_school(self.installation, learners=2)
        self.tokens = {role: self.installation.token(login) for role, login in LOGINS.items()}
        # Signing out and changing a password end what others use: whoever does it here is somebody else each time.
        self.installation.add_person("partante", "Léa", "Petit")
        self.leaving = self.installation.token("partante")
        self.installation.start()
        people = json.loads(self.installation.run("person", "list", "--format", "json"))
        self.names = {
            "course": [COURSE],
            "activity": ["courte", "longue", "quiz", "plus-tard"],
            "attempt": [self.begin_attempt()],
            "cohort": [COHORT],
            "person": [person["id"] for person in people],
            "session": [self.plan_session()],
            "half": ["morning", "afternoon"],
            "feed": [self.calendar_feed()],
            "letter": [self.letter_secret()],
            "card": [self.sign_in_card(next(person["id"] for person in people if person["login"] == "eleve2"))],
            **self.badge(),
            "list": ["0"],
            "folder": ["css"],
            "file": ["rebond.css"],
        }

    def plan_session(self) -> str:
        planned = self.installation.run(
            "session", "add", COHORT, "Classe virtuelle", "--day", "2026-11-24", "--hour", "09:30",
            "--link", "https://visio.example.org/classe",
        )  # fmt: skip
        return planned.split()[0]

    def letter_secret(self) -> str:
        """What stands at the end of letters to a learner: the database has it once somebody chose."""
        headers = {"Authorization": f"Bearer {self.installation.token('eleve2')}", "Accept": "application/json"}
        for choice in (False, True):
            answer = requests.post(f"{self.installation.address}/profile/mail", json={"getsMail": choice}, headers=headers, timeout=20)
            assert answer.ok, answer.text
        with sqlite3.connect(self.installation.data / "rebond.sqlite") as database:
            return database.execute("SELECT token FROM mail_choice").fetchone()[0]

    def calendar_feed(self) -> str:
        """Of somebody whom no other request here signs in."""
        answer = requests.post(
            f"{self.installation.address}/agenda/feed",
            headers={"Authorization": f"Bearer {self.installation.token('eleve2')}", "Accept": "application/json"},
            timeout=20,
        )
        assert answer.ok, answer.text
        return answer.json()["address"].rsplit("/", 1)[1].removesuffix(".ics")

    def sign_in_card(self, person: str) -> str:
        """What the QR code of a learner's card holds."""
        answer = requests.post(
            f"{self.installation.address}/cohorts/{COHORT}/cards", json={"people": [person]},
            headers={"Authorization": f"Bearer {self.tokens['tutor']}", "Accept": "application/json"}, timeout=60,
        )  # fmt: skip
        assert answer.ok, answer.text
        return answer.json()["cards"][0]["address"].rsplit("/", 1)[1]

    def badge(self) -> dict[str, list[str]]:
        """One that the learner has, and shows."""
        headers = {"Authorization": f"Bearer {self.tokens['learner']}", "Accept": "application/json"}
        event = {"id": "0192f0aa-2222-7222-8333-444455556666", "kind": "reached-end", "occurredAt": 1_789_459_200_000}

        def send(path: str, body: dict) -> None:
            answer = requests.post(self.installation.address + path, json=body, headers=headers, timeout=20)
            assert answer.ok, answer.text

        def own() -> dict:
            return requests.get(self.installation.address + "/badges", headers=headers, timeout=20).json()["badges"][0]

        send(f"/courses/{COURSE}/activities/courte/events", {"events": [event]})
        send(f"/badges/{own()['id']}/sharing", {"isShared": True})
        badge = own()
        return {"badge": [badge["id"]], "address": [badge["link"].rsplit("/", 1)[1]]}

    def begin_attempt(self) -> str:
        answer = requests.post(
            f"{self.installation.address}/courses/{COURSE}/activities/quiz/attempts",
            headers={"Authorization": f"Bearer {self.tokens['learner']}", "Accept": "application/json"},
            timeout=20,
        )
        assert answer.ok, answer.text
        return answer.json()["attempt"]

    def token(self, role: str, path: str) -> str | None:
        return self.leaving if path.startswith("/sign-out") and role != "anonymous" else self.tokens.get(role)

    def name_something_real(self, case) -> None:
        """Three requests of four name things that are there; which ones depends only on what was generated."""
        # A stream of events would go on: what is there already is enough.
        if case.path.startswith("/conversations/") and case.path.endswith("/events"):
            case.query = {**(case.query or {}), "wait": "0"}
        for name, value in (case.path_parameters or {}).items():
            known = self.names.get(name)
            digest = hashlib.sha256(repr((name, value)).encode()).digest()
            if known and digest[0] % 4:
                case.path_parameters[name] = known[digest[1] % len(known)]


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    school = School(tmp_path_factory.mktemp("contract"))
    yield school
    school.installation.close()


@pytest.mark.parametrize("role", ROLES)
@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_answers_are_those_of_the_document(case, school, role):
    school.name_something_real(case)
    token = school.token(role, case.path)
    case.call_and_validate(
        base_url=school.installation.address,
        headers={"Authorization": f"Bearer {token}"} if token else {},
        allow_redirects=False,
        checks=[
            not_a_server_error,
            status_code_conformance,
            content_type_conformance,
            response_headers_conformance,
            response_schema_conformance,
        ],
    )


def test_requests_met_what_is_there(school):
    """After all the others: had they met refusals only, they would have shown little."""
    text = requests.get(school.installation.address + "/metrics", timeout=10).text
    counted = re.findall(r'_duration_seconds_count\{route="([^"]*)",method="([^"]*)",status="(\d+)"\} (\d+)', text)
    answered = Counter()
    for _, _, status, count in counted:
        answered[status[0] + "xx"] += int(count)
    print(dict(answered))
    assert answered["5xx"] == 0
    assert answered["2xx"] + answered["3xx"] > 300, answered
    served = {(method, route) for route, method, status, _ in counted if status[0] in "23"}
    asked = {(result.ok().method.upper(), result.ok().path) for result in schema.get_all_operations()}
    # What changes a password is not known to the requests; the others succeed at least once.
    assert {one for one in asked - served if one[0] == "GET"} == set(), asked - served

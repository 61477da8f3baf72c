"""Three hundred learners who sign the same half-day at once: every one is acknowledged, and the log holds them all."""

import concurrent.futures
import datetime
import http.client
import json
import time
import urllib.parse
import uuid
from pathlib import Path
from zoneinfo import ZoneInfo

import school

SIGNERS = 300
COHORT = "signatures"


def login(number: int) -> str:
    return f"signataire{number}"


def make(directory: Path, environment: dict[str, str]) -> str:
    """After `school.make`: the cohort, its learners, and a virtual class that goes on now. Returns its id."""
    data = directory / "data"
    school.rebond(data, "cohort", "new", COHORT, "Promo qui signe", environment=environment)
    school.rebond(data, "cohort", "course", COHORT, school.COURSE, environment=environment)
    rows = ["login;given_name;family_name;role;cohort;password"]
    rows += [f"{login(number)};Signataire;Numéro {number};learner;{COHORT};{school.PASSWORD}" for number in range(SIGNERS)]
    people = directory / "signers.csv"
    people.write_text("\n".join(rows) + "\n")
    school.rebond(data, "person", "import", str(people), environment=environment)
    begins = datetime.datetime.now(ZoneInfo("Europe/Paris")) - datetime.timedelta(minutes=5)
    planned = school.rebond(
        data, "session", "add", COHORT, "Classe à signer", "--day", begins.date().isoformat(), "--hour", begins.strftime("%H:%M"),
        "--minutes", "60", "--link", "https://visio.example.org/signatures", environment=environment,
    )  # fmt: skip
    return planned.split()[0]


def half(address: str, session: str, cookie: str) -> str:
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc, timeout=30)
    connection.request("GET", f"/sessions/{session}/attendance", headers={"Cookie": cookie, "Accept": "application/json"})
    part = json.load(connection.getresponse())["halves"][0]["part"]
    connection.close()
    return part


def sign(address: str, session: str, part: str, cookies: list[str]) -> tuple[float, list[float]]:
    """All at once, each over a connection of its own that is open already: the seconds from the first to the last answer, and those of each."""
    place = urllib.parse.urlsplit(address).netloc
    connections = [http.client.HTTPConnection(place, timeout=60) for _ in cookies]
    for connection in connections:
        connection.connect()

    def one(number: int) -> float:
        body = json.dumps({"entry": str(uuid.uuid4()), "half": part})
        began = time.monotonic()
        connections[number].request(
            "POST", f"/sessions/{session}/attendance", body,
            {"Cookie": cookies[number], "Accept": "application/json", "Content-Type": "application/json"},
        )  # fmt: skip
        answer = connections[number].getresponse()
        answer.read()
        if answer.status != 201:
            raise SystemExit(f"a signature was answered {answer.status}")
        return time.monotonic() - began

    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(len(cookies)) as pool:
        times = list(pool.map(one, range(len(cookies))))
    elapsed = time.monotonic() - began
    for connection in connections:
        connection.close()
    return elapsed, times


def check(directory: Path, environment: dict[str, str]) -> None:
    """Every signature is in the log, and the log is whole."""
    lines = school.rebond(directory / "data", "attendance", "export", COHORT, environment=environment).splitlines()
    if len(lines) != SIGNERS:
        raise SystemExit(f"{len(lines)} of {SIGNERS} signatures are in the log")
    school.rebond(directory / "data", "verify", environment=environment)

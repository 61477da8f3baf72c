"""The attendance log, as it leaves the server: exported, verified without Rebond, and found out when it was altered."""

import datetime
import json
import subprocess
import uuid
from zoneinfo import ZoneInfo

import pytest
import requests

from installation import COHORT, ROOT, Installation, small_school

PARIS = ZoneInfo("Europe/Paris")
SCRIPT = ROOT / "deploy" / "verify-attendance"
DRAWING = "M12 40L30 22L44 61L80 20L120 90"


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    """The lines of a log: two learners signed, one of them with a drawing; a third one came late and was not there after all."""
    installation = Installation(tmp_path_factory.mktemp("attendance"))
    small_school(installation, learners=3)
    installation.start()
    begins = datetime.datetime.now(PARIS) - datetime.timedelta(minutes=10)
    session = installation.run(
        "session", "add", COHORT, "Classe « \\ » virtuelle", "--day", begins.date().isoformat(), "--hour", begins.strftime("%H:%M"),
        "--minutes", "60", "--link", "https://visio.example.org/classe",
    ).split()[0]  # fmt: skip

    def post(login: str, path: str, body: dict):
        headers = {"Authorization": "Bearer " + installation.token(login), "Accept": "application/json"}
        answer = requests.post(installation.address + path, json={"entry": str(uuid.uuid4())} | body, headers=headers, timeout=20)
        assert answer.status_code == 201, answer.text
        return answer.json()

    page = requests.get(
        f"{installation.address}/sessions/{session}/attendance", timeout=20,
        headers={"Authorization": "Bearer " + installation.token("coordo"), "Accept": "application/json"},
    ).json()  # fmt: skip
    half = page["halves"][0]["part"]
    people = {line["name"]: line["person"] for line in page["halves"][0]["people"]}
    post("eleve1", f"/sessions/{session}/attendance", {"half": half, "drawing": DRAWING})
    post("eleve2", f"/sessions/{session}/attendance", {"half": half})
    third = f"/sessions/{session}/attendance/{half}/people/{people['Élève Numéro 3']}"
    late = post("coordo", third, {"kind": "late", "minutes": 5, "note": "Bus \\ métro"})
    post("coordo", third + "/withdrawals", {"withdraws": late["entry"], "correction": "Pas venu"})
    verified = installation.run("verify")
    exported = installation.run("attendance", "export", COHORT)
    listed = json.loads(installation.run("attendance", "list", COHORT, "--format", "json"))
    installation.close()
    assert "romp" not in verified
    lines = exported.splitlines()
    assert [line["kind"] for line in listed] == ["signed", "signed", "late", "withdrawn"]
    assert len(lines) == 4
    return lines


def verify(tmp_path, lines: list[str]):
    path = tmp_path / "log.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return subprocess.run([SCRIPT, path], capture_output=True, text=True)


def test_a_log_as_it_was_kept_is_verified_without_rebond(tmp_path, log):
    done = verify(tmp_path, log)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("4 entries") and json.loads(log[-1])["hash"] in done.stdout
    # What was cut off at the end shows only against the hash that was noted.
    assert verify(tmp_path, log[:-1]).returncode == 0


def altered(line: str, **values) -> str:
    return json.dumps(json.loads(line) | values)


@pytest.mark.parametrize(
    "alter, entry",
    [
        (lambda log: [altered(log[0], entry=json.loads(log[0])["entry"].replace("Numéro 1", "Numéro 9"))] + log[1:], 1),
        (lambda log: [altered(log[0], drawing=DRAWING + "L1 1")] + log[1:], 1),
        (lambda log: [altered(log[0], drawing=None)] + log[1:], 1),
        (lambda log: log[:1] + log[2:], 3),
        (lambda log: [log[1], log[0]] + log[2:], 2),
        (lambda log: log[:3] + [altered(log[3], hash="0" * 64)], 4),
        (lambda log: log[:2] + [log[1]] + log[2:], 2),
        (lambda log: log[1:], 2),
        (lambda log: log[:1] + [altered(log[1], sequence=3)] + log[2:], 2),
    ],
)
def test_a_log_that_was_altered_is_found_out(tmp_path, log, alter, entry):
    done = verify(tmp_path, alter(log))
    assert done.returncode == 1
    assert f"entry {entry} " in done.stdout


def test_a_log_made_anew_from_some_entry_on_does_not_end_as_the_one_that_was_kept(tmp_path, log):
    """Whoever makes every hash again makes another last hash: an export that is kept elsewhere tells."""
    import hashlib

    previous, lines = "0" * 64, []
    for line in log:
        kept = json.loads(line)
        said = kept["entry"].replace("\nname Élève Numéro 2\n", "\nname Quelqu’un d’autre\n").split("\n")
        said = [f"previous {previous}" if part.startswith("previous ") else part for part in said]
        previous = hashlib.sha256("\n".join(said).encode()).hexdigest()
        lines.append(json.dumps(kept | {"entry": "\n".join(said), "hash": previous}))
    done = verify(tmp_path, lines)
    assert done.returncode == 0 and json.loads(log[-1])["hash"] not in done.stdout


@pytest.mark.parametrize("text", ["", "nothing", "{}", "[]", '{"entry":1}', '{"entry":"x","hash":"y","sequence":1}'])
def test_what_is_no_log_is_said_to_be_none(tmp_path, text):
    done = verify(tmp_path, [text])
    assert done.returncode == (0 if text == "" else 2)

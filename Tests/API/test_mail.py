"""Letters by mail, as a real mail server (aiosmtpd: STARTTLS and AUTH) receives them."""

import asyncio
import email
import email.policy
import json
import secrets
import sqlite3
import ssl
import subprocess
import threading
import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import requests
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from installation import COHORT, PASSWORD, Installation, free_port

PARIS = ZoneInfo("Europe/Paris")
SITE = "https://apprendre.example.org"
USER, SECRET = "rebond", PASSWORD + "-smtp"


class MailServer:
    """Keeps what it gets. `mood` is what it answers: ok, away (421), no (550) or silent."""

    def __init__(self, folder):
        self.letters: list[tuple[str, email.message.EmailMessage]] = []
        self.mood = "ok"
        # Addresses that are refused, whatever the mood.
        self.unknown: set[str] = set()
        self.lock = threading.Lock()
        self.port = free_port()
        self.certificate = folder / "mail.pem"
        key = folder / "mail.key"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
             "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", self.certificate],
            check=True, capture_output=True,
        )  # fmt: skip
        self.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self.context.load_cert_chain(self.certificate, key)
        self.controller = None

    def start(self):
        self.controller = Controller(
            self, hostname="127.0.0.1", port=self.port, tls_context=self.context, require_starttls=True,
            auth_required=True, authenticator=self.authenticate, ready_timeout=20,
        )  # fmt: skip
        self.controller.start()

    def stop(self):
        if self.controller:
            self.controller.stop()
            self.controller = None

    @staticmethod
    def authenticate(server, session, envelope, mechanism, data):
        good = (data.login, data.password) == (USER.encode(), SECRET.encode())
        return AuthResult(success=good, handled=good)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.unknown:
            return "550 5.1.1 nobody here by that name"
        if self.mood == "away":
            return "451 4.3.0 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.mood == "silent":
            await asyncio.sleep(6)
        if self.mood == "no":
            return "554 5.7.1 no"
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        with self.lock:
            self.letters.append((envelope.rcpt_tos[0], letter))
        return "250 kept"

    def wait(self, count: int, seconds: float = 40) -> list[tuple[str, email.message.EmailMessage]]:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with self.lock:
                if len(self.letters) >= count:
                    return list(self.letters)
            time.sleep(0.05)
        raise AssertionError(f"{len(self.letters)} letters came, {count} expected: {[to for to, _ in self.letters]}")

    def settings(self) -> dict[str, str]:
        return {
            "REBOND_ADDRESS": SITE,
            "REBOND_MAIL_HOST": "localhost",
            "REBOND_MAIL_PORT": str(self.port),
            "REBOND_MAIL_USER": USER,
            "REBOND_MAIL_PASSWORD": SECRET,
            "REBOND_MAIL_FROM": "Centre « Été » <suivi@example.org>",
            "REBOND_MAIL_CERTIFICATES": str(self.certificate),
            "REBOND_MAIL_TIMEOUT": "3",
            "REBOND_MAIL_RETRY": "1",
        }


@pytest.fixture
def mail(tmp_path):
    server = MailServer(tmp_path)
    server.start()
    yield server
    server.stop()


def add(school: Installation, login: str, given: str, address: str | None, language: str = "fr", role: str = "learner"):
    mailbox = ["--email", address] if address else []
    school.run(
        "person", "add", login, "--given", given, "--family", "Diallo", "--interface", language, "--password-stdin",
        "--keep-password", *mailbox, typed=PASSWORD + "\n",
    )  # fmt: skip
    school.run("cohort", "enrol", COHORT, login, "--role", role)
    no_quiet_hours(school, login)


def no_quiet_hours(school: Installation, login: str):
    """These tests run at any hour of the day."""
    with sqlite3.connect(school.data / "rebond.sqlite") as database:
        (person,) = database.execute("SELECT id FROM person WHERE login = ?", (login,)).fetchone()
        database.execute(
            "INSERT INTO mail_choice (recipient, token, quiet_from, quiet_until) VALUES (?, ?, 0, 0)",
            (person, secrets.token_urlsafe(32)),
        )
    database.close()


@pytest.fixture
def school(installation):
    installation.run("migrate")
    installation.run("cohort", "new", COHORT, "Promo d’essai")
    add(installation, "awa", "Awa", "awa@example.org")
    add(installation, "kim", "Kim", "kim@example.org", language="en")
    add(installation, "leo", "Léo", None)
    add(installation, "ines", "Inès", "ines@example.org", role="trainer")
    return installation


def plan(school: Installation, title: str, start: datetime, *more: str) -> str:
    done = school.run(
        "session", "add", COHORT, title, "--day", start.date().isoformat(), "--hour", start.strftime("%H:%M"),
        "--link", "https://visio.example.org/salle", *more,
    )  # fmt: skip
    return done.split()[0]


def in_hours(hours: float) -> datetime:
    return (datetime.now(PARIS) + timedelta(hours=hours)).replace(second=0, microsecond=0)


def parts(letter: email.message.EmailMessage) -> dict[str, email.message.EmailMessage]:
    return {part.get_content_type(): part for part in letter.walk()}


def calendar(letter: email.message.EmailMessage) -> icalendar.Calendar:
    part = parts(letter)["text/calendar"]
    text = part.get_payload(decode=True)
    assert parts(letter)["application/ics"].get_payload(decode=True) == text
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    read = icalendar.Calendar.from_ical(text)
    assert not read.errors and all(not part.errors for part in read.walk())
    assert read["METHOD"] == part.get_param("method")
    return read


def test_an_invitation_a_change_and_a_cancellation_arrive_whole(school, mail):
    start = in_hours(72).replace(hour=9, minute=30)
    title = "Atelier « formulaires » : é\\,;" + "x" * 80
    session = plan(school, title, start)
    assert len(json.loads(school.run("mail", "list", "--format", "json"))) == 3
    school.start(**mail.settings())

    letters = dict(mail.wait(3))
    assert set(letters) == {"awa@example.org", "kim@example.org", "ines@example.org"}
    letter = letters["awa@example.org"]
    assert not letter.defects and all(not part.defects for part in letter.walk())
    assert letter["From"].addresses[0].display_name == "Centre « Été »"
    assert letter["Subject"].startswith("Séance : " + title) and letter["Auto-Submitted"] == "auto-generated"
    assert letter["Message-ID"].endswith("@example.org>") and letter["MIME-Version"] == "1.0"
    text = parts(letter)["text/plain"].get_content()
    assert "Bonjour Awa," in text and f"{SITE}/sessions/{session}" in text and "visio.example.org" not in text
    assert "A session is planned for you." in parts(letters["kim@example.org"])["text/plain"].get_content()
    invitation = calendar(letter)
    (event,) = invitation.walk("VEVENT")
    assert invitation["METHOD"] == "REQUEST" and event["UID"] == session and event["SEQUENCE"] == 0
    assert event["SUMMARY"] == title and event["ORGANIZER"] == "mailto:suivi@example.org"
    assert event["ATTENDEE"] == "mailto:awa@example.org" and event["URL"] == f"{SITE}/sessions/{session}"
    assert event.decoded("DTSTART").replace(tzinfo=None) == start.replace(tzinfo=None)

    later = start + timedelta(days=1)
    school.run("session", "move", session, "--day", later.date().isoformat(), "--hour", "14:00")
    changed = dict(mail.wait(6)[3:])["awa@example.org"]
    assert changed["Subject"].startswith("Changement :")
    (event,) = calendar(changed).walk("VEVENT")
    assert (event["UID"], event["SEQUENCE"], event.decoded("DTSTART").hour) == (session, 1, 14)

    school.run("session", "cancel", session, "--reason", "La formatrice est malade.")
    cancelled = dict(mail.wait(9)[6:])["awa@example.org"]
    assert "La formatrice est malade." in parts(cancelled)["text/plain"].get_content()
    read = calendar(cancelled)
    (event,) = read.walk("VEVENT")
    assert (read["METHOD"], event["STATUS"], event["UID"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", session, 2)
    assert len({letter["Message-ID"] for _, letter in mail.letters}) == 9

    # One press at the end of the letter, without signing in; mail programs press it too.
    address = cancelled["List-Unsubscribe"].strip("<>")
    assert address in parts(cancelled)["text/plain"].get_content() and address.startswith(SITE)
    assert cancelled["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    here = address.replace(SITE, school.address)
    page = requests.get(here, headers={"Accept": "text/html"}, timeout=20)
    assert page.status_code == 200 and "Ne plus recevoir de courriels" in page.text
    assert requests.post(here, data={"List-Unsubscribe": "One-Click"}, timeout=20).status_code == 200
    plan(school, "Une autre", in_hours(96))
    assert {to for to, _ in mail.wait(11)[9:]} == {"kim@example.org", "ines@example.org"}
    assert address.rsplit("/", 1)[1] not in school.log.read_text()
    assert SECRET not in school.log.read_text()


def test_what_is_refused_for_a_while_arrives_and_what_is_refused_for_ever_does_not(school, mail):
    mail.mood = "away"
    mail.unknown = {"kim@example.org"}
    plan(school, "Atelier", in_hours(72))
    school.start(**mail.settings())
    end = time.monotonic() + 40
    while not (dead := json.loads(school.run("mail", "list", "--dead", "--format", "json"))):
        assert time.monotonic() < end
        time.sleep(0.2)
    assert [line["address"] for line in dead] == ["kim@example.org"]
    assert "550 5.1.1" in dead[0]["error"]
    # There is nobody: nothing more is written there, and it is said.
    (refused,) = json.loads(school.run("mail", "list", "--addresses", "--format", "json"))
    assert refused["address"] == "kim@example.org" and "550 5.1.1" in refused["reason"]
    headers = {"Authorization": "Bearer " + school.token("kim"), "Accept": "application/json"}
    assert "refusedSince" in requests.get(school.address + "/profile/mail", headers=headers, timeout=20).json()
    before = len(json.loads(school.run("mail", "list", "--dead", "--format", "json")))
    plan(school, "Sans Kim", in_hours(96))
    assert len(json.loads(school.run("mail", "list", "--dead", "--format", "json"))) == before
    mail.mood = "ok"
    assert {to for to, _ in mail.wait(4)} == {"awa@example.org", "ines@example.org"}
    mail.unknown = set()
    assert school.run("mail", "retry").strip() == "1"
    assert mail.wait(5)[4][0] == "kim@example.org"
    # It was taken: the address is right.
    assert json.loads(school.run("mail", "list", "--addresses", "--format", "json")) == []
    assert json.loads(school.run("mail", "list", "--dead", "--format", "json")) == []


def test_a_server_that_says_nothing_or_is_not_there_loses_nothing(school, mail):
    mail.mood = "silent"
    plan(school, "Atelier", in_hours(72))
    school.start(**mail.settings())
    time.sleep(5)
    # Pages do not wait for it.
    assert requests.get(school.address + "/health/ready", timeout=2).status_code == 200
    mail.stop()
    mail.mood = "ok"
    with mail.lock:
        mail.letters.clear()
    time.sleep(3)
    mail.start()
    letters = mail.wait(3)
    time.sleep(4)
    assert len({to for to, _ in letters}) == 3
    # What it took without an answer may come again, as the same letter.
    assert len({letter["Message-ID"] for _, letter in mail.letters}) == 3


def test_reminders_come_once_over_restarts_and_none_for_what_has_begun(school, mail):
    school.start(**mail.settings())
    tomorrow = plan(school, "Demain", in_hours(20))
    soon = plan(school, "Dans une heure", in_hours(0.8), "--minutes", "30")
    plan(school, "Dans trois jours", in_hours(72))
    # An invitation to each, and two reminders.
    mail.wait(9)
    for _ in range(3):
        school.kill()
        school.start(**mail.settings())
    mail.wait(15)
    school.kill()
    school.start(**mail.settings())
    time.sleep(6)
    # A crash between the mail server's answer and ours repeats a letter under its own number, never under a new one.
    letters = {(to, letter["Message-ID"]): letter for to, letter in mail.letters}
    assert len(letters) == 15
    subjects = sorted(str(letter["Subject"]).split(" :")[0] for (to, _), letter in letters.items() if to == "awa@example.org")
    assert subjects == ["Bientôt", "Rappel", "Séance", "Séance", "Séance"]
    school.run("session", "cancel", tomorrow, "--reason", "Malade")
    school.run("session", "move", soon, "--day", in_hours(24 * 8).date().isoformat(), "--hour", "09:30")
    assert len({letter["Message-ID"] for _, letter in mail.wait(21)}) == 21


def test_a_test_letter_says_what_is_wrong(school, mail):
    def run(settings: dict[str, str], expect: int) -> str:
        environment = school.environment
        school.environment = lambda: environment() | settings
        try:
            return school.run("mail", "test", "claire@example.org", expect=expect)
        finally:
            school.environment = environment

    assert "@example.org" in run(mail.settings(), 0)
    assert mail.wait(1)[0][0] == "claire@example.org"
    assert SECRET not in run(mail.settings() | {"REBOND_MAIL_PASSWORD": "autre" + SECRET}, 69)
    # A certificate that nobody vouches for.
    run({name: value for name, value in mail.settings().items() if name != "REBOND_MAIL_CERTIFICATES"}, 69)
    run(mail.settings() | {"REBOND_MAIL_SECURITY": "none", "REBOND_MAIL_HOST": "mail.example.org"}, 64)
    run({}, 64)
    mail.unknown = {"claire@example.org"}
    assert "550" in run(mail.settings(), 1)


def test_the_agenda_marks_what_changed_for_those_who_get_no_mail(school):
    start = in_hours(72).replace(hour=9, minute=30)
    session = plan(school, "Atelier", start)
    plan(school, "Sans changement", start + timedelta(days=1))
    school.start()
    headers = {"Authorization": "Bearer " + school.token("leo")}

    def rows() -> dict[str, dict]:
        found = {}
        for week in (start, start + timedelta(days=7)):
            address = f"{school.address}/agenda?view=week&from={week.date().isoformat()}"
            answer = requests.get(address, headers=headers | {"Accept": "application/json"}, timeout=20).json()
            found |= {row["title"]: row for day in answer["days"] for row in day["sessions"]}
        return found

    assert all("before" not in row for row in rows().values())
    later = start + timedelta(days=2)
    school.run("session", "move", session, "--day", later.date().isoformat(), "--hour", "14:00")
    assert rows()["Atelier"]["before"] == {"day": start.date().isoformat(), "hour": "09:30"}
    assert "before" not in rows()["Sans changement"]
    address = f"{school.address}/agenda?view=week&from={later.date().isoformat()}"
    page = requests.get(address, headers=headers | {"Accept": "text/html"}, timeout=20).text
    assert "modifiée" in page and "(avant : " in page and "09:30" in page
    # Back where it was: nothing is different for anybody.
    school.run("session", "move", session, "--day", start.date().isoformat(), "--hour", "09:30")
    assert "before" not in rows()["Atelier"]
    assert school.run("mail", "list", "--format", "json").count('"kind" : "session"') > 0

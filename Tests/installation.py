"""A whole Rebond for a test: the program, a data directory of its own, a server on a free port of the loopback."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import time
from pathlib import Path

import requests

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(os.environ.get("REBOND_PROGRAM", ROOT / ".build" / "debug" / "rebond"))
COURSES = Path(__file__).resolve().parent / "Courses"

# A password that the rules accept, made for this run: nothing here is a secret of anybody's.
PASSWORD = "essai-" + secrets.token_hex(6)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Installation:
    """A data directory, and at most one server on it."""

    def __init__(self, directory: Path, database: str | None = None):
        """`database` is the address of a PostgreSQL database; without it, SQLite in the data directory."""
        self.directory = directory
        self.database = database
        self.data = directory / "data"
        self.log = directory / "server.log"
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.server: subprocess.Popen | None = None

    # Commands.

    def environment(self) -> dict[str, str]:
        """Of the commands: nothing of the caller's that could name another installation."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("REBOND_")}
        named = {"REBOND_DATABASE": self.database} if self.database else {}
        return kept | named | {"LC_ALL": "C.UTF-8"}

    def run(self, *arguments: str, typed: str | None = None, expect: int | None = 0) -> str:
        """Runs a command on the data and returns what it printed; `expect` is its exit code, None for any but 0."""
        done = subprocess.run(
            [PROGRAM, *arguments, "--data", self.data],
            input=typed if typed is not None else "",
            capture_output=True,
            text=True,
            timeout=120,
            cwd=ROOT,
            env=self.environment(),
        )
        is_expected = done.returncode != 0 if expect is None else done.returncode == expect
        assert is_expected, (
            f"rebond {' '.join(arguments)}: exit code {done.returncode}, {expect} expected\n{done.stdout}{done.stderr}"
        )
        return done.stdout if expect == 0 else done.stdout + done.stderr

    def add_person(self, login: str, given: str, family: str, *roles: str, language: str = "fr") -> None:
        wanted = [argument for role in roles for argument in ("--role", role)]
        self.run(
            "person", "add", login, "--given", given, "--family", family, "--interface", language,
            "--password-stdin", "--keep-password", *wanted, typed=PASSWORD + "\n",
        )  # fmt: skip

    def token(self, login: str) -> str:
        return json.loads(self.run("person", "token", login, "--label", "essai", "--format", "json"))["token"]

    # The server.

    def start(self, **settings: str) -> None:
        """Starts the server and waits until it answers."""
        assert self.server is None, "the server runs already"
        arguments = ["--data", self.data, "--host", "127.0.0.1", "--port", str(self.port), "--public", ROOT / "Public"]
        with self.log.open("ab") as log:
            self.server = subprocess.Popen(
                [PROGRAM, "serve", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=ROOT,
                env=self.environment() | settings,
            )
        end = time.monotonic() + 30
        while time.monotonic() < end:
            assert self.server.poll() is None, f"the server ended with {self.server.returncode}\n{self.log_tail()}"
            try:
                if requests.get(self.address + "/health", timeout=5).status_code == 200:
                    return
            except requests.ConnectionError:
                time.sleep(0.02)
        raise AssertionError(f"the server does not answer\n{self.log_tail()}")

    def kill(self) -> None:
        """Ends the server as a power cut would."""
        server, self.server = self.server, None
        assert server is not None
        server.send_signal(signal.SIGKILL)
        server.wait(timeout=10)

    def stop(self) -> int:
        """Asks the server to stop, as Ctrl-C does, and returns its exit code."""
        server, self.server = self.server, None
        assert server is not None
        server.send_signal(signal.SIGINT)
        try:
            return server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
            raise AssertionError(f"the server did not stop within 30 seconds\n{self.log_tail()}") from None

    def close(self) -> None:
        if self.server is not None:
            self.server.kill()
            self.server.wait()
            self.server = None

    def log_tail(self, lines: int = 30) -> str:
        if not self.log.exists():
            return "(no log)"
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


# A small school: one course with every kind of question, one cohort, one person for each role.

COURSE = "essai"
COHORT = "promo-essai"


def small_school(installation: Installation, learners: int = 3) -> None:
    """People `eleve1`…, `tutrice`, `coordo`, `autrice`, `admin`; the learners follow the course."""
    installation.run("course", "apply", str(COURSES / COURSE))
    installation.add_person("tutrice", "Inès", "Moreau")
    installation.add_person("coordo", "Paul", "Lefèvre")
    installation.add_person("autrice", "Salomé", "Nguyen", "author")
    installation.add_person("admin", "Dominique", "Roux", "admin")
    names = [f"eleve{number}" for number in range(1, learners + 1)]
    for number, name in enumerate(names, start=1):
        installation.add_person(name, "Élève", f"Numéro {number}")
    installation.run("cohort", "new", COHORT, "Promo d’essai")
    installation.run("cohort", "enrol", COHORT, *names)
    installation.run("cohort", "enrol", COHORT, "tutrice", "--role", "tutor")
    installation.run("cohort", "enrol", COHORT, "coordo", "--role", "coordinator")
    installation.run("cohort", "course", COHORT, COURSE)

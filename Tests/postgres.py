"""A throw-away PostgreSQL cluster, for tests and benchmarks that need a whole server: one that can be stopped, and that waits for the disk."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from pathlib import Path


def postgres_programs() -> Path:
    """Where Debian puts what is not on the path, the newest version first."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    assert versions, "PostgreSQL is not installed: run scripts/set-up failover"
    return versions[0]


class Postgres:
    """A throw-away cluster on a socket of its own. It refuses to run as root: an unprivileged account has it then."""

    def __init__(self, directory: Path):
        self.directory = directory
        self.programs = postgres_programs()
        directory.mkdir(mode=0o700)
        self.account: list[str] = []
        if os.geteuid() == 0:
            account = pwd.getpwnam("postgres")
            self.account = ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]
            os.chown(directory, account.pw_uid, account.pw_gid)
        self.run("initdb", "--pgdata", directory / "data", "--username=rebond", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        # A short path: a socket's address has room for some hundred bytes.
        self.settings = f"-c listen_addresses= -c unix_socket_directories={directory} -c max_connections=60 -c shared_buffers=64MB"
        self.start()
        self.run("createdb", "--host", directory, "--username=rebond", "rebond")

    @property
    def address(self) -> str:
        return f"postgresql://rebond@/rebond?host={self.directory}"

    def run(self, program: str, *arguments) -> str:
        command = [*self.account, self.programs / program, *arguments]
        done = subprocess.run(
            [str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, cwd="/"
        )
        assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"
        return done.stdout

    def control(self, *arguments) -> None:
        # A server inherits what it writes to: not a pipe that somebody waits on.
        command = [*self.account, self.programs / "pg_ctl", "--wait", "--pgdata", self.directory / "data", *arguments]
        done = subprocess.run(
            [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            timeout=120, cwd="/",
        )  # fmt: skip
        assert done.returncode == 0, (self.directory / "log").read_text(errors="replace")[-3000:]

    def start(self) -> None:
        self.control("--log", self.directory / "log", "--options", self.settings, "start")

    def stop(self, mode: str) -> None:
        self.control("--mode", mode, "stop")

    def column(self, query: str) -> list[str]:
        return self.run(
            "psql", "--host", self.directory, "--username=rebond", "--dbname=rebond", "--no-psqlrc", "--tuples-only", "--no-align",
            "--command", query,
        ).splitlines()  # fmt: skip

    def close(self) -> None:
        subprocess.run(
            [str(part) for part in [*self.account, self.programs / "pg_ctl", "--pgdata", self.directory / "data", "--mode", "immediate", "stop"]],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/",
        )  # fmt: skip
        shutil.rmtree(self.directory, ignore_errors=True)

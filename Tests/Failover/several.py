"""What deploy/ says of several servers, on the loopback: a PostgreSQL of its own, two Rebond servers, HAProxy in front of them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import requests

from installation import ROOT, Installation, free_port

NAME = "apprendre.example.org"


class Balancer:
    """HAProxy with the configuration of deploy/, moved to ports and files of this test and to nothing else."""

    def __init__(self, directory: Path, servers: list[Installation]):
        self.plain, self.secure = free_port(), free_port()
        self.address = f"https://localhost:{self.secure}"
        self.log = directory / "haproxy.log"
        pem = directory / "site.pem"
        certificate, key = directory / "certificate.pem", directory / "key.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
             "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", key, "-out", certificate],
            check=True, capture_output=True,
        )  # fmt: skip
        pem.write_text(certificate.read_text() + key.read_text())
        text = (ROOT / "deploy" / "haproxy.cfg").read_text()
        changes = {
            "    log /dev/log local0 notice\n    user haproxy\n    group haproxy\n": "    log stderr format raw local0 notice\n",
            "bind :80\n": f"bind 127.0.0.1:{self.plain}\n",
            "bind :443 ssl crt /etc/haproxy/apprendre.example.org.pem": f"bind 127.0.0.1:{self.secure} ssl crt {pem}",
            "server one 10.0.0.11:8080": f"server one 127.0.0.1:{servers[0].port}",
            "server two 10.0.0.12:8080": f"server two 127.0.0.1:{servers[1].port}",
        }
        for old, new in changes.items():
            assert old in text, f"deploy/haproxy.cfg has no {old!r}"
            text = text.replace(old, new)
        self.configuration = directory / "haproxy.cfg"
        self.configuration.write_text(text)
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        program = shutil.which("haproxy", path=os.environ.get("PATH", "") + ":/usr/sbin")
        assert program, "HAProxy is not installed: run scripts/set-up failover"
        checked = subprocess.run([program, "-c", "-f", str(self.configuration)], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stdout + checked.stderr
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [program, "-db", "-f", str(self.configuration)], stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                if requests.get(self.address + "/health/live", verify=False, timeout=5).status_code == 200:
                    return
            except requests.RequestException:
                pass
            time.sleep(0.05)
        raise AssertionError(self.log.read_text(errors="replace"))

    def close(self) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def say(text: str) -> None:
    """Tells the person who runs the test how far it is."""
    print(f"  {time.strftime('%H:%M:%S')}  {text}", file=sys.stderr, flush=True)

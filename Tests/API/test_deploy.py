"""What deploy/ says, done: nginx with TLS in front of a real server, a backup and its restoration, the units read by systemd."""

import json
import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest
import requests

from installation import COURSE, PASSWORD, PROGRAM, ROOT, Installation, free_port, small_school

DEPLOY = ROOT / "deploy"
NAME = "apprendre.example.org"


def run(*command, **options) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=120, **options)


# nginx


class Proxy:
    """nginx with the configuration of deploy/, moved to ports and files of this test and to nothing else."""

    def __init__(self, directory: Path, upstream: int):
        self.directory = directory
        self.plain, self.secure = free_port(), free_port()
        self.certificate = directory / "certificate.pem"
        key = directory / "key.pem"
        done = run(
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", key, "-out", self.certificate,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        site = (DEPLOY / "nginx.conf").read_text()
        changes = {
            "server 127.0.0.1:8080;": f"server 127.0.0.1:{upstream};",
            "listen 80;": f"listen 127.0.0.1:{self.plain};",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{self.secure} ssl http2;",
            f"/etc/letsencrypt/live/{NAME}/fullchain.pem": str(self.certificate),
            f"/etc/letsencrypt/live/{NAME}/privkey.pem": str(key),
            "/var/www/acme": str(directory),
        }
        for old, new in changes.items():
            assert old in site, f"deploy/nginx.conf has no {old!r}"
            site = site.replace(old, new)
        site = re.sub(r"^ *listen \[::\].*\n", "", site, flags=re.MULTILINE)
        (directory / "site.conf").write_text(site)
        user = "user root;" if os.geteuid() == 0 else ""
        places = "".join(
            f"{kind}_temp_path {directory}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        self.configuration = directory / "nginx.conf"
        self.configuration.write_text(
            f"""{user} pid {directory}/nginx.pid; error_log {directory}/error.log; worker_processes 1; daemon off;
            events {{}}
            http {{ access_log {directory}/access.log; {places} include {directory}/site.conf; }}
            """
        )
        self.process: subprocess.Popen | None = None

    def command(self, *more) -> list[str]:
        return ["/usr/sbin/nginx", "-p", str(self.directory), "-e", f"{self.directory}/error.log", "-c", str(self.configuration), *more]

    def start(self) -> None:
        self.process = subprocess.Popen(self.command(), stdin=subprocess.DEVNULL)
        for _ in range(200):
            try:
                if self.get("/health").status_code == 200:
                    return
            except requests.ConnectionError:
                pass
            time.sleep(0.05)
        raise AssertionError((self.directory / "error.log").read_text())

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=10)

    def get(self, path: str, session=requests, **options):
        return self.send("GET", path, session, **options)

    def send(self, method: str, path: str, session=requests, secure: bool = True, headers=None, **options):
        """To nginx on the loopback, under the name of the site."""
        address = f"https://localhost:{self.secure}" if secure else f"http://127.0.0.1:{self.plain}"
        return session.request(
            method, address + path, headers={"Host": NAME} | (headers or {}), allow_redirects=False, timeout=20,
            verify=False, **options,
        )  # fmt: skip


@pytest.fixture(scope="module")
def proxied(tmp_path_factory):
    installation = Installation(tmp_path_factory.mktemp("proxied"))
    small_school(installation, learners=1)
    installation.start(REBOND_ADDRESS=f"https://{NAME}", REBOND_BEHIND_PROXY="true", REBOND_NAME="École d’essai")
    directory = tmp_path_factory.mktemp("nginx")
    proxy = Proxy(directory, installation.port)
    proxy.installation = installation
    yield proxy
    proxy.stop()
    installation.close()


@pytest.fixture(scope="module")
def running_proxy(proxied):
    done = run(*proxied.command("-t"))
    assert done.returncode == 0, done.stderr
    proxied.start()
    return proxied


pytestmark = pytest.mark.filterwarnings("ignore::urllib3.exceptions.InsecureRequestWarning")


def test_nginx_accepts_the_configuration(proxied):
    done = run(*proxied.command("-t"))
    assert done.returncode == 0, done.stderr
    assert "warn" not in done.stderr, done.stderr


def test_signing_in_through_the_proxy(running_proxy):
    proxy = running_proxy
    with requests.Session() as browser:
        page = proxy.get(f"/courses/{COURSE}", browser, headers={"Accept": "text/html"})
        assert page.status_code == 303
        assert page.headers["Location"].startswith("/sign-in")
        door = proxy.get("/sign-in", browser, headers={"Accept": "text/html"})
        assert "École d’essai" in door.text
        answer = proxy.send(
            "POST", "/sign-in", browser, data={"login": "eleve1", "password": PASSWORD, "next": f"/courses/{COURSE}"},
            headers={"Origin": f"https://{NAME}", "Accept": "text/html"},
        )  # fmt: skip
        assert (answer.status_code, answer.headers["Location"]) == (303, f"/courses/{COURSE}")
        cookie = answer.headers["Set-Cookie"]
        assert cookie.startswith("__Host-rebond=") and "Secure" in cookie and "HttpOnly" in cookie
        signed_in = {"Cookie": cookie.split(";")[0], "Accept": "text/html"}
        page = proxy.get(f"/courses/{COURSE}", browser, headers=signed_in)
        assert page.status_code == 200
        assert "Un cours d’essai" in page.text
        # A page that another site would make the browser send.
        for origin in ("https://ailleurs.example", "null"):
            refused = proxy.send("POST", "/sign-out", browser, headers=signed_in | {"Origin": origin})
            assert refused.status_code == 403, origin


def test_the_proxy_keeps_what_it_should(running_proxy):
    proxy = running_proxy
    plain = proxy.get("/courses", secure=False)
    assert (plain.status_code, plain.headers["Location"]) == (308, f"https://{NAME}/courses")
    health = proxy.get("/health")
    assert health.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Content-Security-Policy" in health.headers
    assert health.headers["X-Content-Type-Options"] == "nosniff"
    # Figures: not through the proxy, even by an administrator; on the loopback, yes.
    assert proxy.get("/metrics").status_code == 404
    direct = requests.get(proxy.installation.address + "/metrics", timeout=10)
    assert direct.status_code == 200 and "rebond_http_request" in direct.text
    # A request that says it was forwarded does not pass for the machine itself.
    forwarded = requests.get(
        proxy.installation.address + "/metrics", headers={"X-Forwarded-For": "127.0.0.1"}, allow_redirects=False, timeout=10
    )
    assert forwarded.status_code in (303, 401), "it is asked to sign in"
    large = proxy.send("POST", "/sign-in", data=b"x" * 3_000_000, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert large.status_code == 413


def test_the_proxy_speaks_http2(running_proxy):
    done = run(
        "curl", "-sk", "--http2", "--resolve", f"{NAME}:{running_proxy.secure}:127.0.0.1", "-o", "/dev/null",
        "-w", "%{http_version} %{http_code}", f"https://{NAME}:{running_proxy.secure}/health",
    )  # fmt: skip
    assert done.stdout == "2 200", done.stderr


def test_the_address_that_a_client_invents_is_not_believed(running_proxy):
    """Behind the proxy every connection comes from the loopback, and the address that counts is the one nginx saw: a guesser who
    writes another one each time is throttled all the same."""
    statuses = []
    for number in range(100):
        answer = running_proxy.send(
            "POST", "/sign-in", json={"login": f"personne{number}", "password": "devinette-numero-1"},
            headers={"X-Forwarded-For": f"203.0.113.{number}", "Accept": "application/json"},
        )  # fmt: skip
        statuses.append(answer.status_code)
        if answer.status_code == 429:
            break
    assert statuses[-1] == 429, statuses
    assert int(answer.headers["Retry-After"]) > 0


# Backup


def test_a_backup_made_under_way_can_be_restored(installation: Installation, tmp_path):
    small_school(installation, learners=1)
    token = installation.token("eleve1")
    installation.start()
    address = f"{installation.address}/courses/{COURSE}/activities/courte/events"
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
    event = {"id": "01a20412-108f-7000-8000-29effa6d5152", "kind": "reached-end", "occurredAt": int(time.time() * 1000)}
    assert requests.post(address, json={"events": [event]}, headers=headers, timeout=20).json()["accepted"] == [event["id"]]

    backups = tmp_path / "backups"
    settings = {"REBOND_DATA": installation.data, "REBOND_BACKUPS": backups, "REBOND_PROGRAM": PROGRAM, "REBOND_KEEP": "2"}
    environment = installation.environment() | {name: str(value) for name, value in settings.items()}
    for _ in range(3):
        done = run(DEPLOY / "backup.sh", env=environment)
        assert done.returncode == 0, done.stderr
        time.sleep(1.1)  # copies are named by the second
    copies = sorted((backups / "database").iterdir())
    assert len(copies) == 2, "the oldest copy goes"
    assert copies[-1].stat().st_mode & 0o077 == 0, "others can read the backup"
    kept = {file.name for file in (installation.data / "files").rglob("*") if file.is_file()}
    assert {file.name for file in (backups / "files").rglob("*") if file.is_file()} == kept

    # The machine is lost; another one takes the backup.
    restored = Installation(tmp_path / "elsewhere")
    restored.data.mkdir(parents=True)
    shutil.copy(copies[-1], restored.data / "rebond.sqlite")
    shutil.copytree(backups / "files", restored.data / "files", dirs_exist_ok=True)
    try:
        assert json.loads(restored.run("verify", "--format", "json"))["differences"] == []
        restored.start()
        address = address.replace(installation.address, restored.address)
        answer = requests.post(address, json={"events": [event]}, headers=headers, timeout=20).json()
        assert answer["replayed"] == [event["id"]]
        assert answer["percent"] > 0
    finally:
        restored.close()


def test_a_backup_that_cannot_be_made_says_so(tmp_path):
    environment = {"PATH": os.environ["PATH"], "REBOND_PROGRAM": str(PROGRAM), "REBOND_BACKUPS": str(tmp_path / "backups")}
    done = run(DEPLOY / "backup.sh", env=environment | {"REBOND_DATA": str(tmp_path / "nothing")})
    assert done.returncode == 1
    assert "no data directory" in done.stderr
    assert not (tmp_path / "backups").exists()


# Files


def test_systemd_reads_the_units(tmp_path):
    for file in DEPLOY.glob("rebond*.service"):
        # Everything as it is, but for the place of the program, which is not installed here.
        text = re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", file.read_text())
        (tmp_path / file.name).write_text(text)
    shutil.copy(DEPLOY / "rebond-backup.timer", tmp_path)
    for unit in ("rebond.service", "rebond-backup.timer"):
        done = run("systemd-analyze", "verify", "--man=no", tmp_path / unit)
        complaints = [line for line in (done.stdout + done.stderr).splitlines() if "rebond" in line]
        assert done.returncode == 0 and not complaints, done.stderr


def test_the_unit_is_hardened(tmp_path):
    """systemd's own measure, from 0 (sealed) to 10 (open)."""
    for name, limit in (("rebond.service", 2.5), ("rebond-backup.service", 2.5)):
        (tmp_path / name).write_text(re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", (DEPLOY / name).read_text()))
        done = run("systemd-analyze", "security", "--offline=yes", "--no-pager", tmp_path / name)
        score = re.search(r"Overall exposure level for .*?: ([\d.]+)", done.stdout)
        assert score, done.stdout + done.stderr
        assert float(score[1]) <= limit, done.stdout


def test_set_up_lays_a_release_and_keeps_three(tmp_path):
    root = tmp_path / "root"
    for _ in range(4):
        done = run(DEPLOY / "set-up.sh", "--root", root, env=os.environ | {"REBOND_PROGRAM": str(PROGRAM)})
        assert done.returncode == 0, done.stderr
        time.sleep(1.1)  # releases are named by the second
    releases = root / "opt/rebond/releases"
    assert len(list(releases.iterdir())) == 3
    current = root / "opt/rebond/current"
    assert current.resolve() == max(releases.iterdir()).resolve()
    assert (current / "Public/css").is_dir()
    done = run(current / "rebond", "--version")
    assert done.returncode == 0, done.stderr
    environment = root / "etc/rebond/rebond.env"
    environment.write_text("REBOND_NAME=À nous\n")
    done = run(DEPLOY / "set-up.sh", "--root", root, env=os.environ | {"REBOND_PROGRAM": str(PROGRAM)})
    assert environment.read_text() == "REBOND_NAME=À nous\n", "the settings of the installation were overwritten"


def test_scripts_are_read_by_their_shell():
    for script in [*DEPLOY.glob("*.sh"), ROOT / "scripts" / "set-up", ROOT / ".ci" / "run"]:
        done = run("bash", "-n", script)
        assert done.returncode == 0, done.stderr
        assert os.access(script, os.X_OK), f"{script} cannot be executed"

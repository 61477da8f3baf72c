"""What PostgreSQL alone does with the statements of one progress event, and of one lesson page: the ceiling of Rebond on PostgreSQL.

The statements are read from the sources, so that they are the ones that Rebond sends; the values are those of the learners that are measured.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests"))
from postgres import Postgres  # noqa: E402

CLIENTS = 8


def statement(name: str) -> str:
    """The text of a statement by its name, in one line."""
    for source in (ROOT / "Sources" / "Progress").glob("*Statements.swift"):
        found = re.search(rf'"{re.escape(name)}",\s*(?:"""\n(?P<lines>.*?)\n\s*"""|"(?P<line>[^"\n]+)")', source.read_text(), re.DOTALL)
        if found:
            return re.sub(r"\s+", " ", found["lines"] or found["line"]).strip()
    raise SystemExit(f"Sources/Progress has no statement called {name}")


def filled(name: str, *values: str) -> str:
    """A statement with pgbench's variables and literals for its parameters."""
    text = statement(name)
    taken = {int(number) for number in re.findall(r"\$(\d+)", text)}
    if taken != set(range(1, len(values) + 1)):
        raise SystemExit(f"{name} takes {max(taken)} parameters, not {len(values)}")
    return re.sub(r"\$(\d+)", lambda number: values[int(number[1]) - 1], text)


def quoted(text: str) -> str:
    return "'" + text + "'"


class Scripts:
    """What pgbench runs, for the learners of a course."""

    def __init__(self, cluster: Postgres, directory: Path, course: str, activity: str):
        self.cluster = cluster
        self.directory = directory
        rows = cluster.column(
            "SELECT e.person_id, e.id, e.course_id, s.version_id, a.id FROM enrolment e "
            "JOIN course_state s ON s.enrolment_id = e.id JOIN course c ON c.id = e.course_id "
            f"JOIN activity a ON a.course_id = c.id AND a.key = '{activity}' WHERE c.key = '{course}'"
        )
        self.learners = [tuple(row.split("|")) for row in rows]
        if not self.learners:
            raise SystemExit("nobody follows the course that is measured")

    def page(self, learner: tuple[str, ...]) -> str:
        person, _, course, _, activity = map(quoted, learner)
        return f"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n{filled('progress.activityOfPerson', person, course, activity)};\nCOMMIT;\n"

    def event(self, learner: tuple[str, ...]) -> str:
        person, enrolment, course, version, activity = map(quoted, learner)
        now, day, spans = "1800000000000", "'2027-01-15'", "'36000-36300'"
        lines = [
            "BEGIN ISOLATION LEVEL READ COMMITTED",
            "SELECT pg_advisory_xact_lock_shared(1380077124, 1)",
            filled("progress.courseOfPerson", person, course) + " FOR UPDATE OF s \\gset read_",
            filled("progress.activityState", enrolment, activity),
            "\\set sequence :read_event_count + 1",
            "\\set seconds :sequence * 5",
            filled(
                "progress.insertEvent", enrolment, ":sequence", "gen_random_uuid()::text", activity, "'heartbeat'", now, now, "5",
                "NULL", "NULL",
            ),
            filled("progress.connectedDay", enrolment, day),
            filled("progress.saveConnectedDay", enrolment, day, "300", spans),
            filled(
                "progress.saveActivityState", enrolment, activity, "'opened'", now, now, ":seconds", "NULL", "NULL", "0", "NULL", "NULL",
                "NULL", "NULL", "NULL", "0", "NULL", "NULL", spans, "NULL", "NULL", "NULL", "NULL",
            ),
            filled(
                "progress.saveCourseState", enrolment, version, "0", "35", "0", "0", "2", ":seconds", activity, now, now, ":sequence", "NULL"
            ),
            "COMMIT",
        ]  # fmt: skip
        return "".join(line + ("\n" if line.startswith("\\set") or "\\gset" in line else ";\n") for line in lines)

    def script(self, what: str) -> str:
        """One script with a branch for each learner, since pgbench has no table of strings to choose from. Each client has learners of its
        own: none waits for another's row."""
        each = len(self.learners) // CLIENTS
        text = f"\\set chosen :client_id * {each} + random(0, {each - 1})\n"
        for number, learner in enumerate(self.learners[: each * CLIENTS]):
            text += f"\\{'elif' if number else 'if'} :chosen = {number}\n" + getattr(self, what)(learner)
        return text + "\\endif\n"

    def rate(self, what: str, seconds: int) -> float:
        """Transactions a second, eight clients, prepared statements, as Rebond's own."""
        path = self.directory / f"{what}.sql"
        path.write_text(self.script(what))
        done = subprocess.run(
            [str(self.cluster.programs / "pgbench"), "--host", str(self.cluster.directory), "--username", "rebond", "--client", str(CLIENTS),
             "--jobs", "2", "--time", str(seconds), "--no-vacuum", "--protocol", "prepared", "--max-tries", "100", "--file", str(path), "rebond"],
            capture_output=True, text=True, timeout=seconds + 60,
        )  # fmt: skip
        found = re.search(r"tps = ([\d.]+)", done.stdout)
        if done.returncode != 0 or not found or re.search(r"number of failed transactions: [1-9]", done.stdout):
            raise SystemExit(f"pgbench: {done.stdout[-1500:]}{done.stderr[-1500:]}")
        return float(found[1])

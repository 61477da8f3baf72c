"""What can be known of the benchmarks without measuring: a statement that changed is found here, not an hour into a measurement."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Benchmarks"))
import pgbench  # noqa: E402


@pytest.mark.parametrize("what", ["page", "event"])
def test_the_statements_that_pgbench_runs_are_filled(what):
    scripts = pgbench.Scripts.__new__(pgbench.Scripts)
    text = getattr(scripts, what)(("person", "enrolment", "course", "version", "activity"))
    assert text.startswith("BEGIN") and text.endswith("COMMIT;\n")
    assert "'enrolment'" in text or what == "page"
    assert "$" not in text

"""The histories that the Swift tests compare with are those that the reference implementation of FSRS-6 makes today."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_histories_are_those_of_the_reference():
    pytest.importorskip("fsrs")
    # It has no ending that would let it be imported.
    made = list(runpy.run_path(str(ROOT / "scripts" / "make-review-histories"))["histories"]())
    kept = (ROOT / "Tests/LanguageLearningTests/Histories/histories.txt").read_text().splitlines()
    assert len(made) == len(kept) > 4000
    for number, (new, old) in enumerate(zip(made, kept), 1):
        if new == old:
            continue
        # Another processor may round the last digit otherwise.
        new, old = new.split(), old.split()
        assert new[:4] + new[6:] == old[:4] + old[6:], number
        assert [float(value) for value in new[4:6]] == pytest.approx([float(value) for value in old[4:6]], abs=1e-6), number

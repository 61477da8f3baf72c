"""Debian's Chromium, driven by Playwright, on a small school of its own."""

import pytest
from playwright.sync_api import sync_playwright

from installation import ROOT, Installation, small_school
from visitor import DESK, Visitor


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def school(tmp_path_factory):
    """One server for all tests: each learner of it is used by one test only."""
    installation = Installation(tmp_path_factory.mktemp("browser"))
    small_school(installation, learners=52)
    for course in sorted((ROOT / "Courses").iterdir()):
        installation.run("course", "apply", str(course))
    installation.run("course", "apply", str(ROOT / "Tests" / "Browser" / "courses" / "questions"))
    installation.run("cohort", "course", "promo-essai", "english-for-logistics", "questions", "support-cyber-spoc")
    installation.start()
    yield installation
    installation.close()


@pytest.fixture
def visit(browser, school):
    """Makes visitors; at the end of the test none of them may have met an error or asked another site for anything."""
    visitors: list[Visitor] = []

    def make(width: int = DESK, javascript: bool = True, theme: str = "light") -> Visitor:
        visitor = Visitor(browser, school.address, width, javascript, theme)
        visitors.append(visitor)
        return visitor

    yield make
    for visitor in visitors:
        visitor.close()
    assert [text for visitor in visitors for text in visitor.complaints] == []
    assert [url for visitor in visitors for url in visitor.foreign] == []

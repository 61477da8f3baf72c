"""Pages of those who follow learners and of those who write courses."""

import re

import pytest
import yaml
from playwright.sync_api import expect

from installation import ROOT
from visitor import DESK, PHONE

WIDTHS = pytest.mark.parametrize("width", [PHONE, DESK])


@WIDTHS
@pytest.mark.parametrize("login", ["tutrice", "coordo"])
def test_who_follows_learners_sees_their_progress(visit, width, login):
    visitor = visit(width)
    visitor.sign_in(login)
    page = visitor.page
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bonjour")
    visitor.check()
    page.get_by_role("link", name="Promos").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    visitor.check()
    page.locator("a[href='/cohorts/promo-essai']").first.click()
    learner = page.get_by_role("link", name="Numéro 12").first
    expect(learner).to_be_visible()
    visitor.check()
    learner.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Numéro 12")
    expect(page.locator("main")).to_contain_text("Un cours d’essai")
    visitor.check()


@WIDTHS
def test_an_author_sees_courses_and_versions(visit, width):
    visitor = visit(width)
    visitor.sign_in("autrice")
    page = visitor.page
    visitor.check()
    page.get_by_role("link", name="Auteur").first.click()
    expect(page.locator("main")).to_contain_text("Un cours d’essai")
    visitor.check()
    page.get_by_role("link", name="Un cours d’essai").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Un cours d’essai")
    visitor.check()


@WIDTHS
def test_others_are_told_that_they_may_not(visit, width):
    visitor = visit(width)
    visitor.sign_in("eleve11")
    page = visitor.page
    for address in ("/cohorts", "/authoring", "/courses/nulle-part", "/nulle-part"):
        answer = page.goto(address)
        assert answer.status in (403, 404), address
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator("main")).to_contain_text(re.compile("[a-zé]{4}"))
        visitor.check()
    page.goto("/help")
    visitor.check()
    page.goto("/courses")
    visitor.check()


def demonstration_lessons():
    """The first lesson and the first quiz of every module of the demonstration courses."""
    found = []
    for course in sorted((ROOT / "Courses").iterdir()):
        for module in sorted(course.glob("[0-9]*/")):
            lesson = next(iter(sorted(module.glob("*.md"))), None)
            quiz = next(iter(sorted(module.glob("*.quiz.yml"))), None)
            for file in filter(None, [lesson, quiz]):
                text = file.read_text()
                head = yaml.safe_load(text.split("---\n")[1] if file.suffix == ".md" else text)
                found.append(f"/courses/{course.name}/activities/{head['id']}")
    return found


@WIDTHS
def test_the_demonstration_courses_have_no_barrier(visit, width):
    visitor = visit(width)
    visitor.sign_in("autrice")
    addresses = demonstration_lessons()
    assert len(addresses) > 30
    # Each width takes every other page: all are seen, none twice.
    wrong = []
    for address in addresses[(width == PHONE) :: 2]:
        assert visitor.page.goto(address).status == 200, address
        try:
            visitor.check()
        except AssertionError as error:
            wrong.append(str(error))
    assert not wrong, "\n".join(wrong)

"""The calendar: a coordinator plans, meets a conflict, cancels; a learner finds the class and its room."""

import datetime
import re
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from installation import COHORT
from test_keyboard import tab_to
from visitor import DESK, PHONE

PARIS = ZoneInfo("Europe/Paris")


def in_days(days: int) -> str:
    return (datetime.datetime.now(PARIS).date() + datetime.timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    "width, javascript, days", [pytest.param(PHONE, True, 20, id="phone"), pytest.param(DESK, False, 21, id="desk-without-scripts")]
)
def test_a_class_is_planned_and_cancelled(visit, width, javascript, days):
    visitor = visit(width, javascript)
    visitor.sign_in("coordo")
    page = visitor.page
    day = in_days(days)

    def plan(title: str):
        page.goto(f"/cohorts/{COHORT}/sessions/new")
        page.get_by_label("Titre").fill(title)
        page.get_by_label("Jour").fill(day)
        page.get_by_label("Heure").fill("10:00")
        page.get_by_label("Adresse de la classe virtuelle").fill("https://visio.example.org/essai")
        page.get_by_role("button", name="Enregistrer").click()

    # Nothing typed is lost when something is missing.
    page.goto(f"/cohorts/{COHORT}/sessions/new")
    page.get_by_label("Jour").fill(day)
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator(".field-error").first).to_be_visible()
    expect(page.get_by_label("Jour")).to_have_value(day)
    visitor.check()

    plan(f"Classe {width}")
    expect(page).to_have_url(re.compile(r"/sessions/[0-9a-f-]+$"))
    address = page.url
    visitor.check()
    # The same hour once more: told before anything is kept, and kept all the same when asked for.
    plan(f"Autre classe {width}")
    expect(page.get_by_role("alert")).to_contain_text("Rien n’est gardé encore")
    visitor.check()
    page.get_by_label("Garder la séance quand même").check()
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Autre classe {width}")

    page.goto(address)
    page.get_by_label(re.compile("pourquoi")).fill("La formatrice est malade.")
    tab_to(page, page.get_by_role("button", name="Annuler la séance"))
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Cette séance est annulée.")
    visitor.check()

    page.goto(f"/agenda?view=day&from={day}")
    expect(page.locator(".rows .badge-notice")).to_have_text("annulée")
    visitor.check()


def test_a_learner_joins_the_next_class(visit, school):
    begins = datetime.datetime.now(PARIS) + datetime.timedelta(minutes=5)
    session = school.run(
        "session", "add", COHORT, "Classe du jour", "--day", begins.date().isoformat(), "--hour", begins.strftime("%H:%M"),
        "--link", "https://visio.example.org/jour", "--minutes", "60", "--force",
    ).split()[0]  # fmt: skip
    visitor = visit(PHONE)
    visitor.sign_in("eleve37")
    page = visitor.page
    room = page.get_by_role("link", name="Rejoindre la classe")
    expect(room).to_have_attribute("href", f"/sessions/{session}/join")
    visitor.check()
    page.get_by_role("link", name="Agenda").first.click()
    page.get_by_role("link", name="Classe du jour").click()
    expect(room).to_be_visible()
    # Who learns plans nothing.
    expect(page.get_by_role("button", name="Annuler la séance")).to_have_count(0)
    visitor.check()
    assert page.goto(f"/cohorts/{COHORT}/sessions/new").status == 404

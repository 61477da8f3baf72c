"""A scenario played by keyboard on a phone, with scripts and without; a second tab; the end and what one chose."""

import re

import pytest
from playwright.sync_api import expect

from visitor import DESK, PHONE

SCENARIO = "/courses/support-cyber-spoc/activities/accueillir-file-tickets"
# What to choose, by the beginning of its words: to the ending that passes.
WAY = [
    "Lire les cinq tickets", "Appeler Claire Morel", "« Débranchez le câble", "« Vous avez bien fait", "Appeler Nadia", "Des faits",
    "Appeler Mme Lopes", "« Je comprends que c’est urgent", "Faire sortir le contrat", "Appeler Inès", "« Hier ou ce matin",
    "Faire le point", "« Voici ce qui est fait",
]


def press(page, name, javascript=True):
    """Reaches a button with the Tab key and presses it with Enter."""
    target = page.get_by_role("button", name=re.compile("^" + re.escape(name)))
    expect(target).to_be_visible()
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("button => button === document.activeElement"):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"the keyboard does not reach {name}")


@pytest.mark.parametrize(
    "width, javascript, login",
    [(PHONE, True, "eleve30"), (PHONE, False, "eleve31"), (DESK, True, "eleve32")],
    ids=["phone", "phone-without-scripts", "desk"],
)
def test_a_story_is_played_by_keyboard(visit, width, javascript, login):
    visitor = visit(width, javascript)
    page = visitor.page
    visitor.sign_in(login)
    page.goto(SCENARIO)
    if javascript:
        visitor.check()
    press(page, "Commencer l’histoire")
    expect(page).to_have_url(re.compile("/runs/"))
    for number, words in enumerate(WAY):
        expect(page.locator(".story-choice", has_text=words)).to_be_visible()
        if javascript and number in (0, 1, 6):
            visitor.check()
        box = page.locator(".story-choice").first.bounding_box()
        assert box["height"] >= 44
        press(page, words)
        expect(page).to_have_url(re.compile("#scene$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("La file est tenue")
    expect(page.locator(".score-figure")).to_have_text(re.compile(r"\d+.%"))
    expect(page.get_by_text("Bravo, c’est réussi.")).to_be_visible()
    expect(page.locator(".story-path > li")).to_have_count(len(WAY))
    page.locator(".story-path summary").first.click()
    expect(page.locator(".story-path")).to_contain_text("Décrocher : Mme Lopes crie le plus fort.")
    if javascript:
        visitor.check()
    press(page, "Rejouer")
    expect(page.get_by_role("heading", level=1)).to_have_text("Neuf heures, cinq tickets")
    page.goto("/courses/support-cyber-spoc")
    expect(page.locator(".step-done .step-title")).to_contain_text(["La file de tickets"])


def test_a_second_tab_and_the_back_button_change_nothing(visit):
    visitor = visit(PHONE)
    page = visitor.page
    visitor.sign_in("eleve33")
    page.goto(SCENARIO)
    page.get_by_role("button", name="Commencer l’histoire").click()
    other = visitor.context.new_page()
    other.goto(page.url)
    page.locator(".story-choice", has_text="Lire les cinq tickets").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ce que disent les tickets")
    expect(page.locator("[role=status].consequence")).to_contain_text("Quatre minutes de lecture")
    expect(page.locator(".state-panel")).to_contain_text("56")
    # The other tab is a scene behind.
    other.locator(".story-choice", has_text="Appeler M. Ferrand").click()
    expect(other.get_by_role("alert")).to_contain_text("Vous avez déjà avancé")
    expect(other.get_by_role("heading", level=1)).to_have_text("Ce que disent les tickets")
    expect(other.locator(".state-panel")).to_contain_text("56")
    other.close()

"""A session of cards: by keyboard with scripts, by forms without; what was graded without a network leaves when it is back."""

import re

import pytest
from playwright.sync_api import expect

from visitor import DESK, PHONE

DECK = "/courses/english-for-logistics/activities/deck-your-job"


def begin(visitor, login: str):
    visitor.sign_in(login)
    visitor.page.goto(DECK)
    visitor.check()
    visitor.page.get_by_role("link", name="Commencer").click()
    expect(visitor.page.locator("#card-step")).to_have_text("Carte 1 sur 10")
    visitor.check()


def test_by_keyboard_on_a_phone(visit):
    visitor = visit(PHONE)
    page = visitor.page
    begin(visitor, "eleve38")
    for number in range(1, 11):
        expect(page.locator("#card-step")).to_have_text(f"Carte {number} sur 10")
        expect(page.locator(".flashcard:visible .flashcard-meaning")).to_be_hidden()
        page.keyboard.press("Space")
        expect(page.locator(".flashcard:visible .flashcard-meaning")).to_be_visible()
        if number == 1:
            visitor.check()
        page.keyboard.press("4")
    expect(page.get_by_role("heading", name="C’est fait pour cette série")).to_be_visible()
    expect(page.locator("[data-save-state]")).to_have_text("")
    visitor.check()
    page.get_by_role("link", name="Où en sont mes cartes").click()
    expect(page.locator(".lead")).to_contain_text("10 cartes connues")
    visitor.check()


def test_without_a_network_nothing_is_lost(visit):
    visitor = visit(PHONE)
    page = visitor.page
    begin(visitor, "eleve39")
    page.context.set_offline(True)
    for _ in range(3):
        page.keyboard.press("Space")
        page.keyboard.press("4")
    expect(page.locator("[data-save-state]")).to_contain_text("Vos réponses sont gardées ici")
    with page.expect_response(lambda response: response.url.endswith("/reviews") and response.status == 200):
        page.context.set_offline(False)
    page.goto("/reviews/statistics")
    expect(page.locator(".lead")).to_contain_text("3 cartes connues")
    # The browser says itself that it had no network.
    visitor.complaints.clear()


def test_without_scripts(visit):
    visitor = visit(DESK, javascript=False)
    page = visitor.page
    begin(visitor, "eleve40")
    words = set()
    for number in (1, 2, 3):
        expect(page.locator("#card-step")).to_have_text(f"Carte {number} sur 10")
        words.add(page.locator(".flashcard-prompt").first.inner_text())
        page.get_by_text("Voir la réponse").first.click()
        page.get_by_role("button", name=re.compile("^Facile")).first.click()
    assert len(words) == 3
    page.get_by_role("link", name="Où en sont mes cartes").click()
    page.get_by_label("Nouvelles cartes par jour").fill("beaucoup")
    page.get_by_role("button", name="Garder la modification").click()
    expect(page.get_by_role("alert")).to_be_visible()
    visitor.check()
    page.get_by_label("Nouvelles cartes par jour").fill("3")
    page.get_by_role("button", name="Garder la modification").click()
    page.goto("/reviews")
    expect(page.locator(".empty-title")).to_contain_text("Rien à revoir")
    visitor.check()


def test_what_one_can_do(visit):
    visitor = visit(PHONE, javascript=False)
    page = visitor.page
    visitor.sign_in("eleve38")
    page.goto("/courses/english-for-logistics")
    page.get_by_role("link", name="Mon niveau et ce que je sais faire").click()
    visitor.check()
    page.get_by_label("Sans aide").first.check()
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("1 sur 3 sans aide")).to_be_visible()
    visitor.check()

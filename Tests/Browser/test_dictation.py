"""A dictation: heard as often as one wants, slowly too; the correction shows the letters that differ, and what was missed becomes cards."""

import re

import pytest
from playwright.sync_api import expect

from visitor import PHONE

DICTATION = "/courses/english-for-logistics/activities/dictation-hand-over"
TYPED = [
    "the lorry from Calais is at dock 2", "We loaded 14 palets this morning", "Two pallets are still in aisle seven", "the printer does not work",
    "Please tell next team about the wet floor",
]


@pytest.mark.parametrize("javascript, login", [pytest.param(True, "eleve36", id="scripts"), pytest.param(False, "eleve41", id="without-scripts")])
def test_on_a_phone(visit, javascript, login):
    visitor = visit(PHONE, javascript)
    page = visitor.page
    visitor.sign_in(login)
    page.goto(DICTATION)
    page.get_by_role("button", name="Commencer le quiz").click()
    for number, words in enumerate(TYPED, 1):
        question = page.locator(f"[data-question='sentence-{number}']")
        assert page.request.get(question.locator("audio").get_attribute("src")).headers["content-type"] == "audio/mpeg"
        slow = question.get_by_role("button", name="Écouter lentement")
        expect(slow).to_be_visible() if javascript else expect(slow).to_be_hidden()
        question.get_by_label("Écrivez ce que vous entendez").fill(words)
        if number == 1:
            visitor.check()
        if javascript and number < len(TYPED):
            page.get_by_role("button", name="Question suivante").click()
    page.get_by_role("button", name="Relire mes réponses").click()
    page.get_by_role("button", name="Envoyer").first.click()
    expect(page.locator(".result-right")).to_have_count(3)
    wrong = page.locator(".result-part")
    expect(wrong).to_have_count(2)
    expect(wrong.first.locator("ins mark")).to_have_text("l")
    expect(wrong.last.locator("ins.dictated-missing")).to_contain_text("the")
    visitor.check()
    page.get_by_role("button", name=re.compile("Ajouter à mes cartes")).click()
    expect(page.get_by_role("heading", level=1, name="Mes mots à moi")).to_be_visible()
    words = page.locator("main > ul > li")
    expect(words).to_have_count(2)
    visitor.check()
    words.first.get_by_role("button", name=re.compile("Retirer")).click()
    expect(words).to_have_count(1)
    page.get_by_text("1 mot retiré").click()
    page.get_by_role("button", name=re.compile("Remettre")).click()
    expect(words).to_have_count(2)
    page.get_by_role("link", name="Revoir mes cartes").click()
    expect(page.locator("#card-step")).to_contain_text("Carte 1 sur")
    visitor.check()

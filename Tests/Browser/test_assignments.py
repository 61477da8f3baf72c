"""Handing in by keyboard on a phone, with and without scripts; a draft that is not lost; what opens afterwards; a tutor's mark."""

import re

import pytest
from playwright.sync_api import expect

from test_keyboard import tab_to
from visitor import DESK, PHONE

WORK = "/courses/questions/activities/rendre"
NEXT = "/courses/questions/activities/suite"


@pytest.mark.parametrize(
    "javascript, login", [pytest.param(True, "eleve25", id="scripts"), pytest.param(False, "eleve26", id="without-scripts")]
)
def test_handed_in_by_keyboard_and_marked(visit, tmp_path, javascript, login):
    visitor = visit(PHONE, javascript)
    visitor.sign_in(login)
    page = visitor.page
    # What comes after is closed, and says what opens it.
    page.goto(NEXT)
    expect(page.get_by_text("S’ouvre quand vous avez terminé")).to_be_visible()
    expect(page.get_by_role("button", name="Commencer le quiz")).to_have_count(0)
    page.goto(WORK)
    if javascript:
        visitor.check()
    tab_to(page, page.get_by_label("Votre texte"))
    page.keyboard.type("Je suis <b>Lina</b>, bonjour.")
    page.get_by_label("Vos fichiers").set_input_files(
        files=[{"name": "moi.txt", "mimeType": "text/plain", "buffer": "Bonjour à tous.\r\n".encode()}]
    )
    tab_to(page, page.get_by_role("button", name="Rendre mon travail"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Votre travail est rendu.")).to_be_visible()
    expect(page.get_by_text("Je suis <b>Lina</b>, bonjour.")).to_be_visible()
    if javascript:
        visitor.check()
    page.goto(NEXT)
    expect(page.get_by_role("button", name="Commencer le quiz")).to_be_visible()
    page.goto("/portfolio")
    expect(page.get_by_role("link", name=re.compile("moi.txt"))).to_be_visible()

    page.goto(WORK)
    work = page.locator("section.card h3 a").get_attribute("href")
    tutor = visit(DESK, javascript)
    tutor.sign_in("tutrice")
    desk = tutor.page
    desk.goto(work)
    if javascript:
        tutor.check()
    with desk.expect_download() as download:
        desk.get_by_role("link", name=re.compile("moi.txt")).click()
    assert download.value.suggested_filename == "moi.txt"
    desk.get_by_label(re.compile("^Acquis")).check()
    desk.get_by_label("Un mot pour la personne").fill("Bravo, <i>Lina</i>.")
    desk.get_by_role("button", name="Enregistrer la note").click()
    expect(desk.get_by_text("4 sur 4 (100 %)")).to_be_visible()
    if javascript:
        tutor.check()
    page.reload()
    expect(page.get_by_text("Bravo, <i>Lina</i>.")).to_be_visible()


def test_a_draft_outlives_the_page_and_the_device(visit):
    visitor = visit(PHONE)
    visitor.sign_in("eleve27")
    page = visitor.page
    page.goto(WORK)
    page.get_by_label("Votre texte").fill("Une phrase que je")
    expect(page.locator("[data-save-state]")).to_have_text("Brouillon enregistré.")
    page.close()
    other = visit(DESK, False)
    other.sign_in("eleve27")
    other.page.goto(WORK)
    expect(other.page.get_by_label("Votre texte")).to_have_value("Une phrase que je")
    other.page.get_by_label("Votre texte").fill("Une phrase finie")
    other.page.get_by_role("button", name="Garder comme brouillon").click()
    expect(other.page.get_by_label("Votre texte")).to_have_value("Une phrase finie")

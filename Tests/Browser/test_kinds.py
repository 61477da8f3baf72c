"""Documents, sessions, discussions, decks and surveys: by keyboard on a phone, with scripts and without."""

import re

import pytest
from playwright.sync_api import expect

from visitor import DESK, PHONE

SUPPORT = "/courses/support-cyber-spoc/activities/"
ENGLISH = "/courses/english-for-logistics/activities/"

WAYS = [
    pytest.param(PHONE, True, "eleve34", id="phone"),
    pytest.param(PHONE, False, "eleve35", id="phone-without-scripts"),
    pytest.param(DESK, True, "eleve36", id="desk"),
]


def reach(page, target):
    """Moves with the Tab key alone until the focus is on it."""
    expect(target).to_be_visible()
    for _ in range(80):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError("the keyboard does not reach it")


def press(page, name):
    reach(page, page.get_by_role("button", name=name))
    page.keyboard.press("Enter")


@pytest.mark.parametrize("width, javascript, login", WAYS)
def test_documents_and_cards_are_read_and_done(visit, width, javascript, login):
    visitor = visit(width, javascript)
    page = visitor.page
    visitor.sign_in(login)

    page.goto(SUPPORT + "poste-fiche")
    visitor.check()
    file = page.locator("a.download").first
    expect(file).to_contain_text(re.compile(r"\(TXT, \d"))
    reach(page, file)
    answer = visitor.context.request.get(file.get_attribute("href"))
    assert answer.ok and answer.headers["content-type"].startswith("text/plain")
    press(page, "J’ai terminé")
    expect(page).not_to_have_url(re.compile("poste-fiche$"))
    page.goto(SUPPORT + "poste-fiche")
    expect(page.locator(".notice-right")).to_contain_text("Vous avez terminé cette activité")
    expect(page.get_by_role("button", name="J’ai terminé")).to_have_count(0)

    page.goto(ENGLISH + "deck-your-job")
    visitor.check()
    expect(page.locator(".deck-card")).to_have_count(13)
    press(page, "J’ai terminé")
    expect(page).not_to_have_url(re.compile("deck-your-job$"))
    page.goto("/courses/english-for-logistics")
    expect(page.locator(".step-done .step-title")).to_contain_text(["Cards: people, places and verbs of the shift"])


@pytest.mark.parametrize("width, javascript, login", WAYS)
def test_sessions_and_discussions_say_what_is_expected(visit, width, javascript, login):
    visitor = visit(width, javascript)
    page = visitor.page
    visitor.sign_in(login)

    page.goto(ENGLISH + "class-your-job")
    visitor.check()
    expect(page.locator(".notice-info")).to_contain_text("Classe virtuelle")
    expect(page.get_by_role("heading", name="À apporter")).to_be_visible()
    # Nobody can say by oneself that one was there.
    expect(page.locator("main form")).to_have_count(0)
    expect(page.get_by_text("ne compte pas dans votre avancement")).to_have_count(0)
    prepare = page.get_by_role("link", name="Meet the team")
    reach(page, prepare)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/activities/meet-the-team$"))

    page.goto(SUPPORT + "poste-discussion")
    visitor.check()
    expect(page.locator(".notice-info")).to_contain_text("On attend de vous 2 messages.")
    expect(page.locator("main form")).to_have_count(0)


@pytest.mark.parametrize("width, javascript, login", WAYS)
def test_a_survey_is_answered_once(visit, width, javascript, login):
    visitor = visit(width, javascript)
    page = visitor.page
    visitor.sign_in(login)
    page.goto(SUPPORT + "comptes-mi-parcours")
    visitor.check()
    expect(page.locator(".notice-info")).to_contain_text("Vos réponses sont anonymes.")

    # Nothing is answered: it is said, and nothing is sent.
    press(page, "Envoyer mes réponses")
    expect(page.get_by_role("alert")).to_contain_text("Répondez au moins à une question.")
    if javascript:
        visitor.check()

    scale = page.locator("input[name=rythme]")
    reach(page, scale.first)
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(scale.nth(3)).to_be_checked()
    box = page.locator("input[name=obstacles]")
    for index in (0, 2):
        reach(page, box.nth(index))
        page.keyboard.press("Space")
    reach(page, page.locator("textarea[name=changer]"))
    page.keyboard.type("Plus de pauses <b>le matin</b>.")
    press(page, "Envoyer mes réponses")

    expect(page.locator(".notice-right")).to_contain_text("Vos réponses sont envoyées.")
    expect(page.get_by_role("button", name="Envoyer mes réponses")).to_have_count(0)
    page.goto(SUPPORT + "comptes-mi-parcours")
    expect(page.locator(".notice-right")).to_contain_text("Elles ne sont plus reliées à vous")
    visitor.check()
    page.goto("/courses/support-cyber-spoc")
    expect(page.locator(".step-done .step-title")).to_contain_text(["À mi-parcours"])


def test_what_was_answered_is_read_from_five_on(visit):
    visitor = visit(PHONE)
    page = visitor.page
    visitor.sign_in("tutrice")
    page.goto(SUPPORT + "comptes-mi-parcours")
    visitor.check()
    page.get_by_role("link", name="Promo d’essai").click()
    expect(page.get_by_text("elles se lisent à partir de 5")).to_be_visible()
    visitor.check()

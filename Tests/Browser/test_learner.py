"""A learner's day: sign in, read, finish a lesson, fail and pass a quiz, come back."""

import re

import pytest
from playwright.sync_api import expect

from installation import PASSWORD
from visitor import DESK, PHONE

RIGHT = {"une": "quai", "plusieurs": ["marteau", "tournevis"], "vrai": "true", "nombre": "9", "mot": "Hello"}
WRONG = {"une": "allee", "plusieurs": ["grue"], "vrai": "false", "nombre": "15", "mot": "bye"}

# A learner for each way, so that no test depends on another.
WAYS = [
    pytest.param(PHONE, True, "eleve1", id="phone"),
    pytest.param(DESK, True, "eleve2", id="desk"),
    pytest.param(PHONE, False, "eleve3", id="phone-without-scripts"),
    pytest.param(DESK, False, "eleve4", id="desk-without-scripts"),
]


def question(page, name):
    return page.locator(f"[data-question='{name}']")


def answer(page, name, value):
    place = question(page, name)
    if name in ("nombre", "mot"):
        place.locator("input").fill(value)
    else:
        for one in value if isinstance(value, list) else [value]:
            place.locator(f"input[value='{one}']").check()


def answer_all(page, answers, one_by_one):
    """On a phone with scripts one question is on the screen at a time."""
    for number, (name, value) in enumerate(answers.items(), start=1):
        if one_by_one:
            expect(question(page, name)).to_be_visible()
            assert page.locator("[data-question]:visible").count() == 1
        answer(page, name, value)
        if one_by_one and number < len(answers):
            page.get_by_role("button", name="Question suivante").click()


def take_quiz(visitor, answers, one_by_one, check):
    page = visitor.page
    if check:
        visitor.check()
    answer_all(page, answers, one_by_one)
    page.get_by_role("button", name="Relire mes réponses").click()
    expect(page).to_have_url(re.compile("/review$"))
    expect(page.locator(".review > li")).to_have_count(len(answers))
    if check:
        visitor.check()
    page.get_by_role("button", name="Envoyer mes réponses").click()
    expect(page.get_by_role("heading", name="Résultat")).to_be_visible()
    if check:
        visitor.check()


@pytest.mark.parametrize("width, javascript, login", WAYS)
def test_a_learner_follows_a_course(visit, width, javascript, login):
    visitor = visit(width, javascript)
    page = visitor.page
    check = javascript or width == PHONE
    one_by_one = javascript and width == PHONE

    # The door: whoever comes to a page is asked to sign in, told what is wrong, and led to that page.
    page.goto("/courses/essai")
    expect(page).to_have_url(re.compile("/sign-in"))
    if check:
        visitor.check()
    page.get_by_label("Identifiant").fill(login)
    page.get_by_label("Mot de passe", exact=True).fill("ce n’est pas celui-là")
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("alert")).to_contain_text("L’identifiant ou le mot de passe")
    expect(page.get_by_label("Identifiant")).to_have_value(login)
    if check:
        visitor.check()
    page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    expect(page).to_have_url(re.compile("/courses/essai$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Un cours d’essai")
    expect(page.locator(".step-coming .step-title")).to_have_text("Une suite qui vient")
    if check:
        visitor.check()

    # Home says what to begin with.
    page.get_by_role("link", name="Accueil").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bonjour")
    if check:
        visitor.check()

    # Reading: to the end, then « J’ai terminé », and the way goes on.
    page.goto("/courses/essai")
    page.get_by_role("link", name="Une leçon courte", exact=True).click()
    expect(page.locator("article.lesson")).to_contain_text("<mot>")
    if check:
        visitor.check()
    page.get_by_role("button", name="J’ai terminé").click()
    expect(page).to_have_url(re.compile("/activities/longue$"))
    if check:
        visitor.check()
    page.goto("/courses/essai")
    expect(page.locator(".step-done .step-title")).to_have_text("Une leçon courte")
    if check:
        visitor.check()

    # Coming back: home leads to where one was.
    page.goto("/")
    page.locator(f"a.button-main[href='/courses/essai/activities/longue']").click()
    page.get_by_role("button", name="J’ai terminé").click()

    # A quiz, failed.
    expect(page).to_have_url(re.compile("/activities/quiz$"))
    if check:
        visitor.check()
    page.get_by_role("button", name="Commencer le quiz").click()
    take_quiz(visitor, WRONG, one_by_one, check)
    expect(page.locator(".score")).to_contain_text("0 %")
    expect(page.locator(".result-wrong")).to_have_count(5)
    expect(page.locator(".result").first).to_contain_text("L’allée est entre deux rayonnages.")

    # And passed.
    page.get_by_role("button", name="Réessayer").click()
    take_quiz(visitor, RIGHT, one_by_one, False)
    expect(page.locator(".score")).to_contain_text("100 %")
    expect(page.locator(".result-right")).to_have_count(5)

    page.goto("/courses/essai")
    expect(page.locator(".step-done")).to_have_count(3)
    if check:
        visitor.check()

    # Out, and the pages are closed.
    page.goto("/profile")
    if check:
        visitor.check()
    page.get_by_role("button", name="Se déconnecter", exact=True).click()
    page.goto("/courses/essai")
    expect(page).to_have_url(re.compile("/sign-in"))


@pytest.mark.parametrize("width, login", [(PHONE, "eleve5"), (DESK, "eleve6")])
def test_answers_are_kept_as_one_goes(visit, width, login):
    visitor = visit(width)
    visitor.sign_in(login)
    page = visitor.page
    page.goto("/courses/essai/activities/quiz")
    page.get_by_role("button", name="Commencer le quiz").click()
    attempt = page.url
    answer(page, "une", "quai")
    expect(page.locator("[data-save-state]")).to_have_text("Vos réponses sont gardées.")
    visitor.close()

    # Another device, the same person: the answer is there, and the quiz is where home leads.
    other = visit(DESK if width == PHONE else PHONE)
    other.sign_in(login)
    other.page.goto("/courses/essai/activities/quiz")
    other.page.get_by_role("link", name="Reprendre le quiz").click()
    expect(other.page).to_have_url(attempt)
    expect(question(other.page, "une").locator("input[value='quai']")).to_be_checked()


def test_reading_is_noted_without_a_button(visit):
    visitor = visit(DESK)
    visitor.sign_in("eleve7")
    page = visitor.page
    with page.expect_response(re.compile("/activities/courte/events$")) as opened:
        page.goto("/courses/essai/activities/courte")
    assert opened.value.status == 200
    # The end of a short lesson is on the screen; after a few seconds it counts as reached.
    with page.expect_response(re.compile("/activities/courte/events$"), timeout=20_000):
        page.mouse.move(200, 200)
        page.locator("[data-end]").scroll_into_view_if_needed()
    page.goto("/courses/essai")
    expect(page.locator(".step-done .step-title")).to_have_text("Une leçon courte")


def test_events_wait_for_the_network(visit):
    visitor = visit(PHONE)
    visitor.sign_in("eleve8")
    page = visitor.page
    page.goto("/courses/essai/activities/longue")
    expect(page.locator("[data-save-state]")).to_have_text("Votre lecture est gardée.")
    visitor.context.set_offline(True)
    expect(page.locator("[data-offline]")).to_be_visible()
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    expect(page.locator("[data-save-state]")).to_contain_text("dès que le réseau revient", timeout=20_000)
    visitor.context.set_offline(False)
    expect(page.locator("[data-save-state]")).to_have_text("Votre lecture est gardée.", timeout=40_000)
    expect(page.locator("[data-offline]")).to_be_hidden()


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_chosen_theme_beats_the_device(visit, theme):
    visitor = visit(DESK, theme="light" if theme == "dark" else "dark")
    visitor.sign_in("eleve9")
    page = visitor.page
    page.goto("/profile")
    page.get_by_label("Sombres" if theme == "dark" else "Claires").check()
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("status").filter(has_text="C’est enregistré")).to_be_visible()
    background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    red, green, blue, *_ = map(int, re.findall(r"\d+", background))
    assert background.startswith("rgb("), f"no background of its own: {background}"
    assert (red + green + blue < 3 * 128) == (theme == "dark"), background
    visitor.check()

"""A learner and a tutor write to each other; each sees what the other writes, with scripts while looking, without them after a reload."""

import re

import pytest
from playwright.sync_api import expect

from installation import COHORT, COURSE
from visitor import DESK, PHONE

ASK = "Poser une question à mon tuteur ou ma tutrice"


def open_own(visitor):
    visitor.page.get_by_role("link", name="Messages").first.click()
    visitor.page.get_by_role("link", name=re.compile("Mon tuteur, ma tutrice")).first.click()


def write(page, text: str):
    page.get_by_label("Votre message").first.fill(text)
    page.get_by_role("button", name="Envoyer").click()


@pytest.mark.parametrize("width, javascript, number", [pytest.param(PHONE, True, 21, id="phone"), pytest.param(DESK, False, 22, id="desk-without-scripts")])
def test_a_learner_and_a_tutor_talk(visit, width, javascript, number):
    learner = visit(width, javascript)
    learner.sign_in(f"eleve{number}")
    open_own(learner)
    learner.check()
    # Nothing is sent, and said so.
    learner.page.get_by_role("button", name="Envoyer").click()
    expect(learner.page.get_by_role("alert")).to_contain_text("4000 caractères")
    write(learner.page, f"Bonjour, **question {number}** ?\n<script>alert(1)</script>")
    message = learner.page.locator(".message-own")
    expect(message).to_have_count(1)
    expect(message.locator("strong", has_text=f"question {number}")).to_be_visible()
    expect(message).to_contain_text("<script>")
    learner.check()
    address = learner.page.url.partition("#")[0]

    tutor = visit(width, javascript)
    tutor.sign_in("tutrice")
    tutor.page.get_by_role("link", name="Messages").first.click()
    waiting = tutor.page.locator("section", has=tutor.page.locator("#waiting"))
    expect(waiting).to_contain_text(f"Numéro {number}")
    tutor.check()
    waiting.get_by_role("link", name=re.compile(f"Numéro {number}")).click()
    expect(tutor.page.locator(".badge-here")).to_have_count(1)
    tutor.check()
    write(tutor.page, "Bonjour ! Voici la réponse.")
    expect(tutor.page.locator(".message")).to_have_count(2)
    tutor.page.get_by_role("link", name="Messages").first.click()
    expect(waiting.get_by_text(f"Numéro {number}")).to_have_count(0)

    if not javascript:
        learner.page.goto("/")
        learner.page.get_by_role("link", name=re.compile("nouveau message")).click()
        learner.page.get_by_role("link", name=re.compile("Mon tuteur, ma tutrice")).first.click()
    # With scripts it has come by itself.
    expect(learner.page.locator(".message")).to_have_count(2)
    expect(learner.page.locator(".message").last).to_contain_text("Voici la réponse")
    if not javascript:
        learner.page.get_by_role("button", name="J’ai tout lu").click()
    learner.page.goto("/")
    expect(learner.page.locator("main")).not_to_contain_text("nouveau message")

    # One's own words are changed, and taken back; the tutor's are not there to touch.
    learner.page.goto(address)
    learner.page.get_by_text("Modifier ou retirer").click()
    expect(learner.page.get_by_text("Modifier ou retirer")).to_have_count(1)
    learner.check()
    learner.page.locator(".message textarea").fill("Bonjour, une autre question.")
    learner.page.get_by_role("button", name="Garder la modification").click()
    expect(learner.page.locator(".message-own")).to_contain_text("modifié")
    learner.page.get_by_text("Modifier ou retirer").click()
    learner.page.get_by_role("button", name="Retirer ce message").click()
    expect(learner.page.locator(".message-own")).to_contain_text("Ce message a été retiré.")

    # Another learner finds nothing there.
    other = visit(width, javascript)
    other.sign_in("eleve23")
    assert other.page.goto(address).status == 404


def test_what_is_typed_stays_and_a_question_says_what_it_is_about(visit):
    visitor = visit(PHONE)
    visitor.sign_in("eleve24")
    page = visitor.page
    # From an exercise as from a lesson.
    page.goto(f"/courses/{COURSE}/activities/quiz")
    expect(page.get_by_role("link", name=ASK)).to_be_visible()
    page.goto(f"/courses/{COURSE}/activities/courte")
    page.get_by_role("link", name=ASK).click()
    expect(page.locator("#write .message-about")).to_be_visible()
    visitor.check()
    page.get_by_label("Votre message").fill("Je ne comprends pas")
    page.reload()
    expect(page.get_by_label("Votre message")).to_have_value("Je ne comprends pas")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.locator(".message-own .message-about a")).to_be_visible()
    expect(page.get_by_label("Votre message").last).to_have_value("")


def test_a_room_is_for_everybody_and_announcements_are_read(visit):
    tutor = visit(DESK)
    tutor.sign_in("tutrice")
    tutor.page.goto(f"/conversations/{COHORT}/announcements/all")
    write(tutor.page, "La classe de jeudi commence à 10 heures.")
    learner = visit(PHONE)
    learner.sign_in("eleve25")
    learner.page.goto("/messages")
    learner.page.get_by_role("link", name=re.compile("Annonces")).click()
    expect(learner.page.locator(".message")).to_contain_text("10 heures")
    expect(learner.page.get_by_role("button", name="Envoyer")).to_have_count(0)
    learner.check()
    learner.page.goto(f"/conversations/{COHORT}/cohort/all")
    write(learner.page, "Bonjour tout le monde")
    expect(learner.page.locator(".message-own")).to_have_count(1)
    learner.check()
    # Who follows the cohort takes away what does not belong there.
    tutor.page.goto(f"/conversations/{COHORT}/cohort/all")
    said = tutor.page.locator(".message").last
    expect(said).to_contain_text("Bonjour tout le monde")
    said.locator("summary").click()
    said.get_by_role("button", name="Retirer ce message").click()
    expect(tutor.page.locator(".message").last).to_contain_text("L’équipe a retiré ce message.")


def test_those_of_a_course_help_each_other(visit):
    asking, helping = visit(PHONE), visit(PHONE, False)
    asking.sign_in("eleve45")
    asking.page.goto(f"/courses/{COURSE}/activities/courte")
    asking.page.get_by_role("link", name="En parler avec les autres").click()
    asking.check()
    write(asking.page, "Où trouve-t-on la réponse ?")
    address = asking.page.url.partition("#")[0]

    helping.sign_in("eleve46")
    helping.page.goto(address)
    helping.page.get_by_role("link", name=re.compile("^Répondre")).first.click()
    expect(helping.page.locator("#write .message-answered")).to_contain_text("Où trouve-t-on")
    helping.page.get_by_label("Votre message").last.fill("Au début de la leçon")
    helping.page.get_by_label("Joindre des fichiers").set_input_files(
        {"name": "note.txt", "mimeType": "text/plain", "buffer": "Page 2".encode()}
    )
    helping.page.get_by_role("button", name="Envoyer").click()
    expect(helping.page.get_by_role("link", name="note.txt")).to_be_visible()
    helping.check()

    asking.page.reload()
    asking.page.get_by_role("button", name="Cette réponse m’a aidé").click()
    expect(asking.page.get_by_text("a aidé", exact=True)).to_be_visible()
    asking.check()

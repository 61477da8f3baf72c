"""A learner asks for a call; it is on the tutor's day until somebody reached them. What was written is found again, and a message is reported."""

import re

import pytest
from playwright.sync_api import expect

from installation import COHORT
from visitor import DESK, PHONE


@pytest.mark.parametrize("width, javascript, number", [pytest.param(PHONE, True, 47, id="phone"), pytest.param(DESK, False, 48, id="desk-without-scripts")])
def test_a_call_is_asked_for_and_made(visit, width, javascript, number):
    learner = visit(width, javascript)
    learner.sign_in(f"eleve{number}")
    learner.page.get_by_role("link", name="Messages").first.click()
    learner.page.get_by_role("link", name=re.compile("Mon tuteur, ma tutrice")).first.click()
    call = learner.page.locator("#call")
    call.get_by_text("Demander un appel").first.click()
    learner.page.get_by_label("Votre numéro (facultatif)").fill("douze")
    learner.page.get_by_role("button", name="Demander un appel").click()
    expect(learner.page.locator("#phone-error")).to_contain_text("06 12 34 56 78")
    learner.check()
    learner.page.get_by_label("Votre numéro (facultatif)").fill("06 12 34 56 78")
    learner.page.get_by_label("Quand vous joindre (facultatif)").fill("Le matin")
    learner.page.get_by_role("button", name="Demander un appel").click()
    expect(call).to_contain_text("Vous avez demandé un appel")
    learner.check()

    tutor = visit(width, javascript)
    tutor.sign_in("tutrice")
    tutor.page.goto("/today")
    card = tutor.page.locator("section.card", has=tutor.page.get_by_role("heading", name=re.compile(f"Numéro {number}")))
    expect(card).to_contain_text("demande un appel")
    expect(card.get_by_role("link", name="06 12 34 56 78")).to_be_visible()
    tutor.check()
    card.get_by_text("Noter ce que j’ai fait").click()
    card.get_by_label("Résultat").first.select_option("appointment")
    card.get_by_role("button", name="Garder ce contact").click()
    expect(card.locator(".field-error")).to_contain_text("Donnez le jour et l’heure")
    tutor.check()
    card.get_by_label("Résultat").first.select_option("no-answer")
    card.get_by_label("Note pour l’équipe").first.fill("Répondeur.")
    card.get_by_role("button", name="Garder ce contact").click()
    expect(card).to_contain_text("dernier contact : pas de réponse, aujourd’hui")
    card.get_by_role("link", name="Tous les contacts").click()
    expect(tutor.page.locator("main")).to_contain_text("Répondeur.")
    tutor.check()
    tutor.page.get_by_text("Noter ce que j’ai fait").click()
    tutor.page.get_by_label("Résultat").select_option("reached")
    tutor.page.get_by_role("button", name="Garder ce contact").click()
    tutor.page.goto("/today")
    expect(tutor.page.get_by_role("heading", name=re.compile(f"Numéro {number}"))).to_have_count(0)
    expect(tutor.page.locator("section", has=tutor.page.locator("#contacted"))).to_contain_text(f"Numéro {number}")
    tutor.check()

    learner.page.reload()
    expect(call).not_to_contain_text("Vous avez demandé un appel")
    learner.page.get_by_label("Votre message").first.fill(f"Où est l’été numéro{number} ?")
    learner.page.get_by_role("button", name="Envoyer").click()
    learner.page.get_by_role("link", name="Messages").first.click()
    learner.page.get_by_label("Chercher dans mes messages").fill(f"ETE numero{number}")
    learner.page.get_by_role("button", name="Chercher").click()
    expect(learner.page.locator(".search-excerpt")).to_have_count(1)
    learner.check()
    learner.page.locator(".search-excerpt").click()
    expect(learner.page.locator(".message-own").last).to_contain_text("Où est l’été")

    tutor.page.goto(f"/conversations/{COHORT}/cohort/all")
    # One's own messages have forms too, which are closed.
    tutor.page.locator("textarea[name=text]:visible").fill(f"Bonjour à tous les {number}")
    tutor.page.get_by_role("button", name="Envoyer").click()
    learner.page.goto(f"/conversations/{COHORT}/cohort/all")
    said = learner.page.locator(".message", has_text=f"Bonjour à tous les {number}")
    said.get_by_role("link", name="Signaler").click()
    learner.check()
    learner.page.get_by_role("button", name="Signaler ce message").click()
    expect(learner.page.get_by_role("status")).to_contain_text("Vous avez signalé ce message")
    tutor.page.goto("/reports")
    report = tutor.page.locator("section.card", has_text=f"Bonjour à tous les {number}")
    tutor.check()
    report.get_by_role("button", name="Le laisser").click()
    expect(tutor.page.locator("section.card", has_text=f"Bonjour à tous les {number}")).to_contain_text("Laissé par")
    tutor.check()

"""What one will receive: seen and chosen with the keyboard's forms only; somebody is mentioned in a room, from the list and by name."""

import re

import pytest
from playwright.sync_api import expect

from installation import COURSE
from visitor import DESK, PHONE

# A discussion tells only those who take part, and whom somebody mentions: the other learners of this school are left alone.
ROOM = f"/courses/{COURSE}/activities/longue/discussion"


@pytest.mark.parametrize("width, javascript, number", [pytest.param(PHONE, True, 49, id="phone"), pytest.param(DESK, False, 50, id="desk-without-scripts")])
def test_what_one_receives_and_being_mentioned(visit, width, javascript, number):
    learner = visit(width, javascript)
    learner.sign_in(f"eleve{number}")
    page = learner.page
    page.goto("/profile")
    page.get_by_role("link", name="Voir et choisir").click()
    expect(page.get_by_role("heading", level=1, name="Ce que vous recevez")).to_be_visible()
    learner.check()
    expect(page.locator(".rows li")).to_have_count(6 if page.get_by_text("Un lien pour vous connecter").count() else 5)
    if page.get_by_label("Le résumé du jour").count():
        page.get_by_label("Le résumé du jour").select_option("12")
        page.get_by_label("De", exact=True).select_option("20")
        page.get_by_label("À l’heure de").select_option("Indian/Reunion")
        page.get_by_role("button", name="Enregistrer").click()
        expect(page.get_by_text(re.compile("à 12 h"))).to_be_visible()
        expect(page.get_by_label("De", exact=True)).to_have_value("20")
        learner.check()

    tutor = visit(width, javascript)
    tutor.sign_in("tutrice")
    tutor.page.goto(ROOM)
    tutor.page.get_by_role("link", name="Choisir dans la liste").click()
    tutor.check()
    tutor.page.get_by_role("checkbox", name=re.compile(f"Numéro {number}")).check()
    tutor.page.locator("#text").fill("Bravo !")
    tutor.page.get_by_role("button", name="Envoyer").click()
    expect(tutor.page.locator(".message-own .mention").last).to_contain_text(f"Numéro {number}")
    tutor.check()

    page.goto("/messages")
    expect(page.get_by_text("On vous mentionne")).to_have_count(1)
    learner.check()
    page.goto(ROOM)
    expect(page.locator(".message", has_text=f"Numéro {number}").get_by_text("On vous mentionne")).to_be_visible()
    learner.check()

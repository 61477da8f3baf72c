"""What tutors do all day: who needs them, their learners, what waits for a mark, a cohort at a glance."""

import pytest
from playwright.sync_api import expect

from visitor import DESK, PHONE

WIDTHS = pytest.mark.parametrize("width", [PHONE, DESK])


@WIDTHS
def test_a_tutor_finds_who_needs_somebody_and_all_learners(visit, width):
    visitor = visit(width)
    visitor.sign_in("tutrice")
    page = visitor.page
    page.get_by_role("link", name="Suivi").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aujourd’hui")
    visitor.check()
    page.get_by_role("link", name="Mes stagiaires").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mes stagiaires")
    expect(page.get_by_role("status").first).to_contain_text("personnes dans la liste")
    visitor.check()
    page.get_by_label("Nom", exact=True).first.fill("numero 12")
    page.get_by_role("button", name="Afficher").click()
    expect(page.get_by_role("link", name="Numéro 12 Élève").first).to_be_visible()
    page.locator("summary", has_text="Garder cette vue").click()
    page.get_by_label("Nom de la vue").fill(f"Le douze {width}")
    page.get_by_role("button", name="Garder", exact=True).click()
    expect(page.get_by_role("link", name=f"Le douze {width}").first).to_be_visible()
    visitor.check()


@WIDTHS
def test_a_tutor_keeps_sentences_for_the_queue(visit, width):
    visitor = visit(width)
    visitor.sign_in("tutrice")
    page = visitor.page
    page.get_by_role("link", name="Corriger").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("À lire et à noter")
    visitor.check()
    page.get_by_role("link", name="Mes phrases toutes prêtes").click()
    page.get_by_label("Nouvelle phrase").fill(f"Relisez la consigne {width}.")
    page.get_by_role("button", name="Garder cette phrase").click()
    expect(page.locator("main")).to_contain_text(f"Relisez la consigne {width}.")
    visitor.check()


@WIDTHS
def test_a_cohort_is_seen_at_a_glance(visit, width):
    visitor = visit(width)
    visitor.sign_in("tutrice")
    page = visitor.page
    page.goto("/cohorts/promo-essai")
    page.get_by_role("link", name="Qui en est où").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Qui en est où")
    visitor.check()
    for address in ("/cohorts/promo-essai/courses/essai/activities/quiz", "/cohorts/promo-essai/alerts"):
        answer = page.goto(address)
        assert answer.status == 200, address
        visitor.check()

"""Whoever coordinates makes a cohort, gives it a course, enrols people and makes an account; anybody gives their calendar an address."""

import re

import pytest
from playwright.sync_api import expect

from visitor import DESK, PHONE

WAYS = pytest.mark.parametrize(
    "width, javascript", [pytest.param(PHONE, True, id="phone"), pytest.param(DESK, False, id="desk-without-scripts")]
)


@WAYS
def test_a_cohort_is_made_and_somebody_comes_in(visit, width, javascript):
    visitor = visit(width, javascript)
    visitor.sign_in("coordo")
    page = visitor.page
    key, login = f"promo-{width}", f"nouvelle{width}"
    page.goto("/cohorts")
    page.get_by_role("link", name="Créer une promo").click()
    visitor.check()
    # Nothing typed is lost when something is wrong, and the field says what.
    page.get_by_label("Titre").fill(f"Une promo de {width}")
    page.get_by_label("Clé").fill("Pas une clé")
    page.get_by_role("button", name="Créer cette promo").click()
    expect(page.locator("#key-error")).to_be_visible()
    expect(page.get_by_label("Titre")).to_have_value(f"Une promo de {width}")
    visitor.check()
    page.get_by_label("Clé").fill(key)
    page.get_by_role("button", name="Créer cette promo").click()
    expect(page).to_have_url(re.compile(f"/cohorts/{key}/people$"))
    visitor.check()

    page.get_by_label("Un cours de plus").select_option(index=0)
    page.get_by_role("button", name="Ajouter ce cours").click()
    expect(page.locator("section", has=page.locator("#courses")).locator("li")).to_have_count(1)

    page.get_by_text("Inscrire des personnes qui ont un compte").click()
    page.get_by_label("Identifiants").fill("eleve11\npersonne-de-ce-nom")
    page.get_by_role("button", name="Inscrire", exact=True).click()
    expect(page.locator("#logins-error")).to_contain_text("personne-de-ce-nom")
    expect(page.get_by_label("Identifiants")).to_have_value("eleve11\npersonne-de-ce-nom")
    visitor.check()
    page.get_by_label("Identifiants").fill("eleve11")
    page.get_by_role("button", name="Inscrire", exact=True).click()
    expect(page.locator(".rows")).to_contain_text("eleve11")

    page.get_by_text("Créer un compte et l’inscrire").click()
    page.get_by_label("Prénom").fill("Maëlle")
    page.get_by_label("Nom", exact=True).fill("Nouvelle")
    page.locator("#login").fill(login)
    page.get_by_role("button", name="Créer ce compte").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Compte créé")
    visitor.check()
    password = page.locator("dl.terms dd").last.inner_text()

    page.goto(f"/cohorts/{key}/people")
    page.get_by_role("button", name=re.compile("Retirer de la promo.*Numéro 11")).click()
    expect(page.locator(".rows")).not_to_contain_text("eleve11")
    expect(page.locator(".rows")).to_contain_text(login)
    # The last one who coordinates stays.
    page.locator("li", has_text="coordo").get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("dernière personne")
    visitor.check()

    guest = visit(width, javascript)
    guest.sign_in(login, password)
    expect(guest.page.get_by_role("heading", level=1)).to_contain_text("Maëlle")
    expect(guest.page.locator("main")).to_contain_text(re.compile("mot de passe"))
    expect(guest.page.locator("article")).to_have_count(1)


@WAYS
def test_a_calendar_gets_an_address_that_is_shown_once(visit, width, javascript):
    visitor = visit(width, javascript)
    visitor.sign_in("eleve11")
    page = visitor.page
    page.goto("/agenda/feed")
    visitor.check()
    page.get_by_role("button", name=re.compile("Créer l’adresse|Remplacer l’adresse")).click()
    address = page.locator("code").inner_text()
    calendar = page.request.get(address)
    assert calendar.status == 200 and calendar.text().startswith("BEGIN:VCALENDAR")
    page.goto("/agenda/feed")
    expect(page.locator("code")).to_have_count(0)
    visitor.check()
    page.get_by_role("button", name="Retirer l’adresse").click()
    expect(page.get_by_role("button", name="Créer l’adresse")).to_be_visible()
    assert page.request.get(address).status == 404

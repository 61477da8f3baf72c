"""Mentoring: a mentor offers hours, a learner books one in two presses, moves it, and cancels it."""

import re

import pytest
from playwright.sync_api import expect

from test_keyboard import tab_to
from visitor import DESK, PHONE


@pytest.mark.parametrize(
    "width, javascript, weekday",
    [pytest.param(PHONE, True, "2", id="phone"), pytest.param(DESK, False, "3", id="desk-without-scripts")],
)
def test_a_learner_books_moves_and_cancels(visit, school, width, javascript, weekday):
    mentor = visit(width, javascript)
    mentor.sign_in("tutrice")
    page = mentor.page
    page.goto("/mentoring")
    page.get_by_role("link", name="Mes disponibilités").click()
    # Something is missing: it is said, and nothing typed is lost.
    page.get_by_label("De", exact=True).fill("14:00")
    page.get_by_role("button", name="Proposer").click()
    expect(page.locator(".field-error").first).to_be_visible()
    expect(page.get_by_label("De", exact=True)).to_have_value("14:00")
    mentor.check()
    page.get_by_label("Quels jours").select_option(weekday)
    page.get_by_label("À", exact=True).fill("15:00")
    page.get_by_label("Adresse en ligne (https)").fill("https://visio.example.org/mentor")
    page.get_by_role("button", name="Proposer").click()
    expect(page.get_by_role("heading", name=re.compile("de 14 h 00 à 15 h 00")).first).to_be_visible()
    mentor.check()

    learner = visit(width, javascript)
    learner.sign_in("eleve20" if javascript else "eleve21")
    page = learner.page
    page.goto("/agenda")
    page.get_by_role("link", name="Mentorat").click()
    learner.check()
    # Two presses.
    page.locator("a[href^='/mentoring/slots/']").first.click()
    learner.check()
    tab_to(page, page.get_by_role("button", name="Réserver"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/mentoring/meetings/[0-9a-f-]+$"))
    meeting = page.url
    expect(page.locator("main")).to_contain_text("10 minutes avant")
    learner.check()

    page.get_by_role("link", name="Déplacer le rendez-vous").click()
    learner.check()
    before = page.locator(".lead").inner_text()
    page.locator("button[name=start]").last.click()
    expect(page).to_have_url(meeting)
    page.get_by_role("link", name="Déplacer le rendez-vous").click()
    expect(page.locator(".lead")).not_to_have_text(before)

    page.goto(meeting)
    page.get_by_role("button", name="Annuler le rendez-vous").click()
    expect(page.locator(".field-error")).to_be_visible()
    page.get_by_label("Annuler : pourquoi ?").fill("Entretien d'embauche.")
    page.get_by_role("button", name="Annuler le rendez-vous").click()
    expect(page.locator("main")).to_contain_text("Ce rendez-vous est annulé.")
    learner.check()

    # What was offered is withdrawn again: other tests have nobody's hours.
    mentor.page.goto("/mentoring/availabilities")
    mentor.page.get_by_role("button", name=re.compile("Retirer")).first.click()
    mentor.check()

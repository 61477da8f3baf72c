"""A tutor makes a card; the learner scans it, types the number and is in."""

from urllib.parse import urlsplit

import requests
from playwright.sync_api import expect

from installation import COHORT
from visitor import DESK, PHONE


def test_a_card_opens_with_its_number(visit, school):
    tutor = visit(DESK)
    tutor.sign_in("tutrice")
    tutor.page.goto(f"/cohorts/{COHORT}")
    tutor.page.get_by_role("link", name="Aider à se connecter").click()
    tutor.check()
    # Everybody is chosen who has none: one is enough.
    boxes = tutor.page.get_by_role("checkbox")
    for index in range(boxes.count()):
        boxes.nth(index).uncheck()
    tutor.page.get_by_role("button", name="Faire les cartes").click()
    expect(tutor.page.get_by_role("alert")).to_contain_text("Choisissez")
    tutor.page.get_by_role("checkbox", name="Numéro 44").check()
    for index in range(boxes.count()):
        if "Numéro 44" not in boxes.nth(index).locator("xpath=..").inner_text():
            boxes.nth(index).uncheck()
    tutor.page.get_by_role("button", name="Faire les cartes").click()
    expect(tutor.page.locator(".sign-in-card")).to_have_count(1)
    expect(tutor.page.locator(".sign-in-card .qr")).to_be_visible()
    tutor.check()

    # The page shows a code for telephones; the same resource as JSON says what it holds.
    headers = {"Authorization": f"Bearer {school.token('tutrice')}", "Accept": "application/json"}
    listed = requests.get(f"{school.address}/cohorts/{COHORT}/cards", headers=headers, timeout=20).json()
    person = next(one["person"] for one in listed["learners"] if one["login"] == "eleve44")
    made = requests.post(f"{school.address}/cohorts/{COHORT}/cards", json={"people": [person]}, headers=headers, timeout=60).json()
    card = made["cards"][0]

    learner = visit(PHONE)
    learner.page.goto(urlsplit(card["address"]).path)
    learner.check()
    learner.page.get_by_label("Votre code").fill("12" if card["pin"] != "12" else "13")
    learner.page.get_by_role("button", name="Entrer").click()
    expect(learner.page.get_by_role("alert")).to_contain_text("bon code")
    learner.page.get_by_label("Votre code").fill(f"{card['pin'][:3]} {card['pin'][3:]}")
    learner.page.get_by_role("button", name="Entrer").click()
    expect(learner.page).to_have_url(f"{school.address}/")
    expect(learner.page.get_by_role("heading", level=1)).to_contain_text("Bonjour")
    learner.page.goto("/profile/history")
    expect(learner.page.locator("main")).to_contain_text("Carte faite")
    learner.check()

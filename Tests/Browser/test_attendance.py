"""Attendance: a learner joins and signs, with scripts and without; a trainer holds a half-day on a phone."""

import datetime
import re
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from installation import COHORT
from visitor import DESK, PHONE

PARIS = ZoneInfo("Europe/Paris")


def class_now(school, title: str, *more: str) -> str:
    """A class that began ten minutes ago."""
    begins = datetime.datetime.now(PARIS) - datetime.timedelta(minutes=10)
    done = school.run(
        "session", "add", COHORT, title, "--day", begins.date().isoformat(), "--hour", begins.strftime("%H:%M"), "--minutes", "60",
        "--force", *more,
    )  # fmt: skip
    return done.split()[0]


@pytest.mark.parametrize(
    "width, javascript, login", [pytest.param(PHONE, True, "eleve31", id="phone"), pytest.param(DESK, False, "eleve32", id="desk-without-scripts")]
)  # fmt: skip
def test_a_learner_joins_and_signs(visit, school, width, javascript, login):
    session = class_now(school, f"Classe à signer {width}", "--link", "https://visio.example.org/signer")
    visitor = visit(width, javascript)
    visitor.sign_in(login)
    page = visitor.page
    page.goto(f"/sessions/{session}")
    room = page.get_by_role("link", name="Rejoindre la classe")
    expect(room).to_have_attribute("href", f"/sessions/{session}/join")
    joined = page.request.get(f"{school.address}/sessions/{session}/join", max_redirects=0)
    assert joined.status == 303 and joined.headers["location"] == "https://visio.example.org/signer"
    page.get_by_role("link", name="Émargement").click()
    visitor.check()
    # Joining signed for nobody.
    expect(page.get_by_text("Vous avez signé")).to_have_count(0)
    if javascript:
        field = page.locator("canvas")
        field.scroll_into_view_if_needed()
        box = field.bounding_box()
        page.mouse.move(box["x"] + 20, box["y"] + 20)
        page.mouse.down()
        for step in range(1, 9):
            page.mouse.move(box["x"] + 20 + 25 * step, box["y"] + 20 + (step % 3) * 18)
        page.mouse.up()
    page.get_by_role("button", name="Je signe ma présence").click()
    expect(page.get_by_text("Vous avez signé")).to_be_visible()
    assert page.locator("svg.signature").count() == (1 if javascript else 0)
    expect(page.get_by_role("button", name="Je signe ma présence")).to_have_count(0)
    visitor.check()


def test_a_trainer_holds_a_half_day_on_a_phone(visit, school):
    session = class_now(school, "Atelier à tenir", "--kind", "in-person", "--place", "Salle 2", "--trainer", "coordo")
    trainer = visit(PHONE)
    trainer.sign_in("coordo")
    page = trainer.page
    page.goto(f"/sessions/{session}/attendance")
    expect(page.get_by_text(re.compile(r"0 signature sur \d+ stagiaires"))).to_be_visible()
    trainer.check()
    page.get_by_role("link", name="Afficher le code de la salle").click()
    expect(page.get_by_role("img", name=re.compile("QR code"))).to_be_visible()
    trainer.check()

    learner = visit(PHONE, False)
    learner.sign_in("eleve33")
    learner.page.goto(f"/sessions/{session}/attendance")
    learner.page.get_by_role("button", name="Je signe ma présence").click()
    expect(learner.page.get_by_role("alert").first).to_be_visible()
    learner.check()
    # The code is that of this minute or of the one before, so reading it and typing it takes no luck.
    page.reload()
    code = page.locator(".room-code").inner_text()
    learner.page.get_by_label("Le code affiché dans la salle").fill(code)
    learner.page.get_by_role("button", name="Je signe ma présence").click()
    expect(learner.page.get_by_text("Vous avez signé")).to_be_visible()

    page.goto(f"/sessions/{session}/attendance")
    expect(page.get_by_text(re.compile(r"1 signature sur \d+ stagiaires"))).to_be_visible()
    page.get_by_role("button", name="Je signe ma présence").click()
    expect(page.get_by_text("Vous avez signé")).to_be_visible()
    page.get_by_role("link", name=re.compile("Élève Numéro 34")).click()
    trainer.check()
    absence = page.locator("form", has=page.get_by_role("heading", name="Noter une absence"))
    absence.get_by_label("Absence (minutes)").fill("rien")
    absence.get_by_role("button", name="Noter une absence").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    trainer.check()
    absence.get_by_label("Absence (minutes)").fill("60")
    absence.get_by_label("Motif").select_option("transport")
    absence.get_by_role("button", name="Noter une absence").click()
    expect(page.get_by_role("link", name=re.compile("Élève Numéro 34.*transport"))).to_be_visible()
    # A mistake is taken back by one more entry.
    page.get_by_role("link", name=re.compile("Élève Numéro 34")).click()
    page.get_by_text("Retirer l’absence").first.click()
    withdrawal = page.locator("form", has=page.get_by_role("button", name="Retirer l’absence"))
    withdrawal.get_by_label("Pourquoi cette correction ?").fill("Ce n’était pas lui.")
    withdrawal.get_by_role("button").click()
    page.get_by_role("link", name=re.compile("Élève Numéro 34")).click()
    expect(page.locator("#history + ol > li")).to_have_count(2)
    trainer.check()
    for address in (f"/sessions/{session}/sheet", f"/cohorts/{COHORT}/sheet"):
        page.goto(address)
        expect(page.get_by_role("rowheader", name="Élève Numéro 33").first).to_be_visible()
        trainer.check()

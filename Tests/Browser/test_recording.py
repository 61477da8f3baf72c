"""The recording of a class is watched in a page, and the time for which it is on the screen is kept."""

import re
import sqlite3
import time

import pytest
from playwright.sync_api import expect

from installation import COHORT
from test_agenda import in_days
from visitor import DESK, PHONE

PLAYER = "https://recordings.example.org/playback/classe-1"
FILM = "<!DOCTYPE html><html lang=fr><title>Film</title><p>Le film</p></html>"
MINUTE = 60_000


def record(school, session: str) -> None:
    """What the room's server would tell: one minute was recorded an hour ago."""
    with sqlite3.connect(school.data / "rebond.sqlite", timeout=30) as connection:
        connection.execute(
            "INSERT INTO session_recording (session_id, key, address, started_at, minutes) VALUES (?, 'classe-1', ?, ?, 1)",
            (session, PLAYER, int(time.time() * 1000) - 60 * MINUTE),
        )


@pytest.fixture
def recorded(visit, school) -> str:
    """The address of a class that was recorded."""
    visitor = visit(DESK)
    visitor.sign_in("coordo")
    page = visitor.page
    page.goto(f"/cohorts/{COHORT}/sessions/new")
    page.get_by_label("Titre").fill("Classe à revoir")
    page.get_by_label("Jour").fill(in_days(23))
    page.get_by_label("Heure").fill("15:00")
    page.get_by_label("Adresse de la classe virtuelle").fill("https://visio.example.org/essai")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page).to_have_url(re.compile(r"/sessions/[0-9a-f-]+$"))
    record(school, page.url.rsplit("/", 1)[1])
    return page.url


def test_a_recording_is_watched_on_a_phone(visit, recorded):
    visitor = visit(PHONE)
    page = visitor.page
    page.route(PLAYER, lambda route: route.fulfill(body=FILM, content_type="text/html; charset=utf-8"))
    visitor.sign_in("eleve51")
    page.goto(recorded)
    page.locator("a[href*='/recordings/']").click()
    expect(page.locator("iframe.recording").content_frame.get_by_text("Le film")).to_be_visible()
    expect(page.locator("progress")).to_have_attribute("value", "0")
    visitor.check()
    page.wait_for_timeout(4_000)
    # Going away tells what the half-minute has not told yet.
    with page.expect_request(lambda request: request.url.endswith("/watching")):
        page.goto(recorded)
    page.locator("a[href*='/recordings/']").click()
    expect(page.locator("progress")).not_to_have_attribute("value", "0")
    # The player is another site: the one address that this page may show.
    assert set(visitor.foreign) == {PLAYER}
    visitor.foreign.clear()

    # Without scripts the address is there, and nothing is counted.
    plain = visit(PHONE, javascript=False)
    plain.sign_in("eleve51")
    plain.page.goto(recorded)
    plain.page.locator("a[href*='/recordings/']").click()
    expect(plain.page.get_by_role("link", name=re.compile("autre onglet"))).to_have_attribute("href", PLAYER)
    plain.foreign.clear()

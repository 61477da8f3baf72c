"""A learner speaks on a phone, listens, hands the recording in; the tutor hears it. Chromium's own tone stands for the voice."""

import re

import pytest
from playwright.sync_api import expect

from visitor import DESK, PHONE, Visitor

SPEAKING = "/courses/english-for-logistics/activities/speaking-my-job"


@pytest.fixture
def speaker(browser, school):
    """A visitor whose browser has a microphone, and who lets it be used."""
    own = browser.browser_type.launch(
        executable_path="/usr/bin/chromium",
        args=["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
    )
    visitor = Visitor(own, school.address, PHONE, True, "light")
    yield visitor
    visitor.close()
    own.close()
    assert visitor.complaints == []


def test_a_voice_is_recorded_and_handed_in(speaker, visit):
    speaker.sign_in("eleve52")
    page = speaker.page
    page.goto(SPEAKING)
    speaker.check()
    page.get_by_role("button", name="Enregistrer ma voix").click()
    page.wait_for_timeout(1_500)
    page.get_by_role("button", name=re.compile("Arrêter")).click()
    expect(page.get_by_text("Écoutez-vous.")).to_be_visible()
    expect(page.locator("form audio")).to_be_visible()
    speaker.check()
    page.get_by_role("button", name="Rendre mon travail").click()
    expect(page.get_by_text("Votre travail est rendu.")).to_be_visible()
    expect(page.locator("section.card audio")).to_be_visible()
    heard = page.evaluate("""async () => {
        const sound = document.querySelector("section.card audio");
        sound.load();
        return new Promise((resolve) => {
            sound.addEventListener("loadedmetadata", () => resolve("heard"));
            sound.addEventListener("error", () => resolve(sound.error.message));
        });
    }""")
    assert heard == "heard"
    speaker.check()

    tutor = visit(DESK)
    tutor.sign_in("tutrice")
    tutor.page.goto(page.locator("section.card h3 a").get_attribute("href"))
    expect(tutor.page.locator("audio")).to_be_visible()
    tutor.check()


def test_a_file_that_is_no_voice_is_refused(visit):
    visitor = visit(PHONE, javascript=False)
    visitor.sign_in("eleve52")
    page = visitor.page
    page.goto(SPEAKING)
    page.get_by_label("Votre enregistrement").set_input_files(
        files=[{"name": "voix.webm", "mimeType": "audio/webm", "buffer": b"<script>alert(1)</script>"}]
    )
    page.get_by_role("button", name="Rendre mon travail").click()
    expect(page.get_by_role("alert")).to_be_visible()

"""Before the first virtual class: somebody tries sound, microphone and camera, and says what worked; who holds the class sees it."""

import re

import pytest
from playwright.sync_api import expect

from visitor import DESK, PHONE


@pytest.mark.parametrize("width, javascript", [pytest.param(PHONE, True, id="phone"), pytest.param(DESK, False, id="desk-without-scripts")])
def test_a_device_is_tried(visit, width, javascript):
    visitor = visit(width, javascript)
    visitor.sign_in("eleve26" if javascript else "eleve27")
    page = visitor.page
    page.goto("/device-test")
    visitor.check()
    if javascript:
        # No browser of these tests has a microphone: it is said, and nothing is ticked.
        page.get_by_role("button", name="Essayer le micro").click()
        expect(page.locator('[data-answer="microphone"]')).to_contain_text("n’y a pas accès")
        expect(page.get_by_label(re.compile("micro", re.I)).first).not_to_be_checked()
    else:
        expect(page.get_by_role("button", name="Essayer le micro")).to_have_count(0)
    for box in page.locator("form[data-device] input[type=checkbox]").all():
        box.check()
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator("main")).to_contain_text("Dernier essai")
    expect(page.locator("main")).not_to_contain_text("Il manque encore quelque chose")
    visitor.check()

"""A placement test: one item a page, left and gone on with, to a level that says where to begin; without scripts too."""

import pytest
from playwright.sync_api import expect

from visitor import PHONE

TEST = "/courses/english-for-logistics/activities/placement"


@pytest.mark.parametrize("javascript, login", [pytest.param(True, "eleve46", id="scripts"), pytest.param(False, "eleve47", id="without-scripts")])
def test_on_a_phone(visit, javascript, login):
    visitor = visit(PHONE, javascript)
    page = visitor.page
    visitor.sign_in(login)
    page.goto(TEST)
    visitor.check()
    page.get_by_role("button", name="Commencer").click()
    answered, checked = 0, set()
    while page.locator("#question").count():
        expect(page.get_by_text(f"Question {answered + 1} (25 au plus)")).to_be_visible()
        sound = page.locator("#question audio")
        kind = "heard" if sound.count() else "read"
        if kind not in checked:
            checked.add(kind)
            visitor.check()
            if kind == "heard":
                assert page.request.get(sound.get_attribute("src")).headers["content-type"] == "audio/mpeg"
                slow = page.get_by_role("button", name="Écouter lentement")
                expect(slow).to_be_visible() if javascript else expect(slow).to_be_hidden()
        if answered == 3:
            # Nothing chosen is said so; leaving and coming back changes nothing.
            page.get_by_role("button", name="Répondre").click()
            expect(page.get_by_role("alert")).to_contain_text("Choisissez une réponse")
            page.goto(TEST)
        page.get_by_label("Je ne sais pas").check()
        page.get_by_role("button", name="Répondre").click()
        answered += 1
        assert answered <= 25
    assert checked == {"heard", "read"} and answered >= 10
    expect(page.get_by_role("heading", name="Votre niveau")).to_contain_text("A1")
    expect(page.locator("main")).to_contain_text("Take your time with unit 1")
    visitor.check()

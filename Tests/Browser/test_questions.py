"""Every type of question by keyboard alone on a phone, with and without scripts; several tabs; time that is counted."""

import re

import pytest
from playwright.sync_api import expect

from test_keyboard import tab_to
from visitor import DESK, PHONE

ALL = "/courses/questions/activities/toutes"
TIMED = "/courses/questions/activities/minute"


def begin(visitor, login, address=ALL):
    visitor.sign_in(login)
    page = visitor.page
    page.goto(address)
    page.get_by_role("button", name="Commencer le quiz").click()
    expect(page).to_have_url(re.compile("/attempts/"))
    return page


def choose(page, select, words):
    """A list is chosen from by typing the beginning of the words."""
    tab_to(page, select)
    page.keyboard.type(words)
    expect(select.locator("option:checked")).to_contain_text(words)


@pytest.mark.parametrize(
    "javascript, login", [pytest.param(True, "eleve17", id="scripts"), pytest.param(False, "eleve18", id="without-scripts")]
)
def test_every_type_by_keyboard_on_a_phone(visit, javascript, login):
    visitor = visit(PHONE, javascript)
    visitor.sign_in(login)
    page = visitor.page
    page.goto(ALL)
    tab_to(page, page.get_by_role("button", name="Commencer le quiz"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/attempts/"))

    def field(name, tag="input"):
        return page.locator(f"{tag}[name='{name}']")

    def go_on():
        if not javascript:
            return
        # One question is on the screen, clean, and its button leads to the next.
        assert page.locator("[data-question]:visible").count() == 1
        visitor.check()
        tab_to(page, page.get_by_role("button", name="Question suivante"))
        page.keyboard.press("Enter")

    tab_to(page, field("une").first)
    page.keyboard.press("Space")
    go_on()
    for value in ("marteau", "tournevis"):
        tab_to(page, page.locator(f"input[name='plusieurs'][value='{value}']"))
        page.keyboard.press("Space")
    go_on()
    tab_to(page, field("vrai").first)
    page.keyboard.press("Space")
    go_on()
    tab_to(page, field("nombre"))
    page.keyboard.type("12,5 kg")
    go_on()
    tab_to(page, field("mot"))
    page.keyboard.type("dock")
    go_on()
    choose(page, field("trous.g1", "select"), "sur le")
    tab_to(page, field("trous.g2"))
    page.keyboard.type("midi")
    go_on()
    choose(page, field("paires.p1", "select"), "la lettre de voiture")
    choose(page, field("paires.p2", "select"), "le bon de livraison")
    go_on()
    for place, words in enumerate(("Vérifier le plomb", "Ouvrir les portes", "Décharger"), start=1):
        # In the order of the page, each gets its place.
        page.get_by_label(words).evaluate("(select, place) => select.setAttribute('data-place', place)", str(place))
    for select in page.locator("[data-question='ordre'] select").all():
        choose(page, select, select.get_attribute("data-place"))
    if javascript:
        visitor.check()
    tab_to(page, page.get_by_role("button", name="Relire mes réponses"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/review$"))
    if javascript:
        visitor.check()
    tab_to(page, page.get_by_role("button", name="Envoyer mes réponses"))
    page.keyboard.press("Enter")
    expect(page.locator(".score")).to_contain_text("100 %")
    expect(page.locator(".result-band")).to_contain_text("Tout est juste.")
    if javascript:
        visitor.check()


def kept(page):
    return expect(page.locator("[data-save-state]")).to_contain_text("gardées")


def test_reload_and_a_second_tab_keep_the_last_answer(visit):
    visitor = visit(DESK)
    page = begin(visitor, "eleve19")
    address = page.url
    page.locator("[name='trous.g2']").fill("minuit")
    page.locator("[name='paires.p1']").select_option(label="l’horaire")
    page.locator("[data-question='ordre'] select").first.select_option("2")
    kept(page)
    page.reload()
    expect(page.locator("[name='trous.g2']")).to_have_value("minuit")
    expect(page.locator("[data-question='ordre'] select").first).to_have_value("2")

    # A second tab answers after the first: its answers stay, whatever the first one still had to say.
    second = visitor.context.new_page()
    second.goto(address)
    expect(second.locator("[name='paires.p1'] option:checked")).to_have_text("l’horaire")
    second.locator("[name='trous.g2']").fill("midi")
    second.locator("[name='paires.p1']").select_option(label="la lettre de voiture")
    second.locator("[data-question='ordre'] select").first.select_option("3")
    kept(second)
    # A save of the first tab that comes late, with a lower sequence, changes nothing.
    late = page.evaluate(
        """async () => {
            const form = document.querySelector("form[data-quiz]");
            const response = await fetch(form.dataset.save, {
                method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" },
                body: JSON.stringify({ sequence: 1, answers: { trous: { g2: "jamais" }, paires: {}, ordre: { i1: "1" } } }),
            });
            return (await response.json()).superseded.sort();
        }"""
    )
    assert late == ["ordre", "paires", "trous"]
    page.reload()
    expect(page.locator("[name='trous.g2']")).to_have_value("midi")
    expect(page.locator("[name='paires.p1'] option:checked")).to_have_text("la lettre de voiture")
    expect(page.locator("[data-question='ordre'] select").first).to_have_value("3")
    second.close()


def test_the_network_goes_in_the_middle_of_a_quiz(visit):
    visitor = visit(PHONE)
    page = begin(visitor, "eleve28")
    address = page.url
    page.locator("[name='une']").first.check()
    kept(page)
    page.get_by_role("button", name="Question suivante").click()
    visitor.context.set_offline(True)
    page.locator("[name='plusieurs'][value='marteau']").check()
    expect(page.locator("[data-save-state]")).to_contain_text("dès que le réseau revient")
    # What cannot leave stays, and so does the page.
    for _ in range(6):
        page.get_by_role("button", name="Question suivante").click()
    page.get_by_role("button", name="Relire mes réponses").click()
    expect(page.locator("[data-offline]")).to_contain_text("rien n’est perdu")
    assert page.url == address
    visitor.check()

    # The browser is closed, and opened again where there is a network: the answer is put back, and leaves.
    page.close()
    visitor.context.set_offline(False)
    page = visitor.page = visitor.context.new_page()
    with page.expect_response(re.compile("/answers$")) as saved:
        page.goto(address)
    assert saved.value.ok
    page.reload()
    page.get_by_role("button", name="Question suivante").click()
    expect(page.locator("[name='plusieurs'][value='marteau']")).to_be_checked()


def test_time_on_a_quiz_is_told(visit):
    visitor = visit(DESK)
    page = begin(visitor, "eleve29")
    page.mouse.move(100, 100)
    page.wait_for_timeout(7_000)
    with page.expect_response(re.compile("/events$")) as told:
        page.goto("/courses/questions")
    assert told.value.ok


def test_time_is_counted_quietly(visit):
    visitor = visit(PHONE)
    page = visitor.page
    page.clock.install()
    visitor.sign_in("eleve20")
    page.goto(TIMED)
    expect(page.locator("main")).to_contain_text("Temps compté : 20 min")
    expect(page.locator("main")).to_contain_text("Il vous faut plus de temps ?")
    visitor.check()
    page.get_by_role("button", name="Commencer le quiz").click()
    expect(page.locator(".time-left")).to_contain_text("Vous avez jusqu’à")
    expect(page.locator(".time-shown")).to_have_text(re.compile("Il reste (20|19) minutes."))
    visitor.check()
    spoken = page.locator(".time-left [role='status']")
    expect(spoken).to_have_text("")

    # It does not take the focus, can be hidden, and stays hidden.
    first = page.locator("[data-question]:visible input").first
    first.focus()
    page.clock.fast_forward("14:30")
    expect(page.locator(".time-shown")).to_have_text(re.compile("Il reste [56] minutes."))
    expect(first).to_be_focused()
    page.get_by_role("button", name="Masquer le temps").click()
    expect(page.locator(".time-shown")).to_be_hidden()
    page.clock.fast_forward("01:00")
    expect(spoken).to_have_text("Il reste 5 minutes.")
    page.clock.fast_forward("04:00")
    expect(spoken).to_have_text("Il reste moins d’une minute.")
    visitor.check()
    # At the end, what is kept can be sent; nothing goes away by itself.
    page.clock.fast_forward("02:00")
    expect(page.locator("[data-time-over]")).to_be_visible()
    visitor.check()
    page.get_by_role("button", name="Voir mon résultat").click()
    expect(page.get_by_role("heading", name="Résultat")).to_be_visible()
    # The rule keeps the corrections back until the last attempt.
    expect(page.locator("main")).to_contain_text("Les corrections s’ouvrent après votre dernier essai.")
    expect(page.locator("main")).not_to_contain_text("Parce que")
    visitor.check()


def test_time_without_scripts(visit):
    visitor = visit(PHONE, javascript=False)
    page = begin(visitor, "eleve21", TIMED)
    expect(page.locator(".time-left")).to_contain_text("Vous avez jusqu’à")
    expect(page.locator("[data-time-over]")).to_be_hidden()
    page.get_by_role("button", name="Relire mes réponses").click()
    expect(page.locator(".time-left")).to_contain_text("Vous avez jusqu’à")


def test_a_tutor_gives_more_time(visit, school):
    tutor = visit(PHONE)
    tutor.sign_in("tutrice")
    page = tutor.page
    page.goto("/cohorts/promo-essai")
    page.get_by_role("link", name="Numéro 22").first.click()
    page.get_by_role("link", name="Changer").click()
    tutor.check()
    page.get_by_label("Pour cent en plus").fill("beaucoup")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_label("Pour cent en plus")).to_have_value("beaucoup")
    expect(page.locator(".field-error")).to_contain_text("de 0 à 300")
    tutor.check()
    page.get_by_label("Pour cent en plus").fill("50")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("heading", name="Ce qui a été décidé")).to_be_visible()
    tutor.check()

    learner = visit(PHONE)
    learner.sign_in("eleve22")
    learner.page.goto(TIMED)
    expect(learner.page.locator("main")).to_contain_text("Temps compté : 30 min, avec votre temps en plus (50 %)")


def test_a_text_is_written_and_marked(visit):
    visitor = visit(PHONE)
    visitor.sign_in("eleve23")
    page = visitor.page
    page.goto("/courses/questions/activities/texte")
    tab_to(page, page.get_by_role("button", name="Commencer le quiz"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("textarea[name='lettre']"))
    page.keyboard.type("Bonjour, je m’appelle Awa.")
    # In a text, Enter is a new line.
    page.keyboard.press("Enter")
    page.keyboard.type("<b>Merci</b>")
    visitor.check()
    kept(page)
    page.reload()
    expect(page.locator("textarea[name='lettre']")).to_have_value("Bonjour, je m’appelle Awa.\n<b>Merci</b>")
    tab_to(page, page.get_by_role("button", name="Relire mes réponses"))
    page.keyboard.press("Enter")
    expect(page.locator(".typed-text")).to_contain_text("<b>Merci</b>")
    visitor.check()
    tab_to(page, page.get_by_role("button", name="Envoyer mes réponses"))
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("lit votre texte")
    visitor.check()

    tutor = visit(PHONE)
    tutor.sign_in("tutrice")
    reading = tutor.page
    reading.goto("/cohorts/promo-essai")
    reading.get_by_role("link", name="Numéro 23").first.click()
    tutor.check()
    tab_to(reading, reading.get_by_role("link", name="Un texte à écrire"))
    reading.keyboard.press("Enter")
    expect(reading.locator(".typed-text").first).to_contain_text("<b>Merci</b>")
    tutor.check()
    tab_to(reading, reading.get_by_label("Points sur 5"))
    reading.keyboard.type("6")
    tab_to(reading, reading.get_by_label("Commentaire pour la personne"))
    reading.keyboard.type("Bien dit.")
    tab_to(reading, reading.get_by_role("button", name="Enregistrer les points"))
    reading.keyboard.press("Enter")
    expect(reading.locator(".field-error")).to_contain_text("de 0 à 5")
    expect(reading.get_by_label("Commentaire pour la personne")).to_have_value("Bien dit.")
    tutor.check()
    reading.get_by_label("Points sur 5").fill("4,5")
    reading.get_by_role("button", name="Enregistrer les points").click()
    expect(reading.get_by_role("heading", name="Points donnés")).to_be_visible()
    tutor.check()

    page.reload()
    expect(page.locator(".score")).to_contain_text("4,5 sur 5")
    expect(page.locator("main")).to_contain_text("Bien dit.")
    visitor.check()

"""The learner's way by keyboard alone: everything is reached with Tab, and one sees where one is."""

import re

from playwright.sync_api import Page, expect

from visitor import DESK
from installation import PASSWORD

FOCUSED = "document.activeElement"


def tab_to(page: Page, locator, limit: int = 60) -> None:
    """Presses Tab until the element has the focus; every stop on the way must show that it has it."""
    wanted = locator.element_handle()
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("e => e === document.activeElement", wanted):
            assert is_seen(page), f"the focus does not show on {page.evaluate(FOCUSED + '.outerHTML')[:200]}"
            return
        assert page.evaluate(f"{FOCUSED} === document.body") or is_seen(page), (
            f"the focus does not show on {page.evaluate(FOCUSED + '.outerHTML')[:200]}"
        )
    raise AssertionError(f"not reached after {limit} presses of Tab: {locator}")


def is_seen(page: Page) -> bool:
    """The focused element, or the label that stands for it, has an outline or a ring and is in the window."""
    return page.evaluate(
        """() => {
            const focused = document.activeElement;
            const shown = [focused, focused.closest("label"), focused.closest("li"), focused.closest(".card")].filter(Boolean);
            const ringed = shown.some((element) => {
                const style = getComputedStyle(element);
                return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
            });
            const place = focused.getBoundingClientRect();
            const inWindow = place.bottom > 0 && place.top < innerHeight;
            return ringed && inWindow;
        }"""
    )


def test_the_whole_way_without_a_mouse(visit):
    visitor = visit(DESK)
    page = visitor.page
    page.goto("/sign-in")

    # The first stop leads past what comes before the content.
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_in_viewport()
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Identifiant"))
    page.keyboard.type("eleve10")
    tab_to(page, page.get_by_label("Mot de passe", exact=True))
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bonjour")

    page.goto("/courses/essai")
    tab_to(page, page.get_by_role("link", name="Une leçon courte", exact=True))
    page.keyboard.press("Enter")
    expect(page.locator("article.lesson")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="J’ai terminé"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/activities/longue$"))

    page.goto("/courses/essai/activities/quiz")
    tab_to(page, page.get_by_role("button", name="Commencer le quiz"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/attempts/"))
    tab_to(page, page.locator("input[name='une']").first)
    page.keyboard.press("Space")
    tab_to(page, page.locator("input[name='plusieurs'][value='marteau']"))
    page.keyboard.press("Space")
    tab_to(page, page.locator("input[name='plusieurs'][value='tournevis']"))
    page.keyboard.press("Space")
    tab_to(page, page.locator("input[name='vrai']").first)
    page.keyboard.press("Space")
    # Arrows move within a group of choices.
    page.keyboard.press("ArrowDown")
    expect(page.locator("input[name='vrai'][value='false']")).to_be_checked()
    page.keyboard.press("ArrowUp")
    expect(page.locator("input[name='vrai'][value='true']")).to_be_checked()
    tab_to(page, page.locator("input[name='nombre']"))
    page.keyboard.type("9")
    tab_to(page, page.locator("input[name='mot']"))
    page.keyboard.type("hello")
    tab_to(page, page.get_by_role("button", name="Relire mes réponses"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/review$"))
    tab_to(page, page.get_by_role("button", name="Envoyer mes réponses"))
    page.keyboard.press("Enter")
    expect(page.locator(".score")).to_contain_text("100 %")
    visitor.check()

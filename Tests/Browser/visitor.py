"""Somebody with a browser, and what every page must be for them."""

from __future__ import annotations

import json
import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from installation import PASSWORD

PHONE = 360
DESK = 1280
HEIGHTS = {PHONE: 740, DESK: 800}

# WCAG 2.2 AA, what axe-core calls best practice, and the French referential that points to them.
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "RGAAv4"]

# What can differ between the themes: the rest of a page is the same in both.
AXE_COLOURS = ["color-contrast", "link-in-text-block"]


class Visitor:
    """Somebody with a browser. Whatever they do, every page must be clean: see `check`."""

    def __init__(self, browser: Browser, address: str, width: int, javascript: bool, theme: str):
        self.address = address
        self.javascript = javascript
        self.context: BrowserContext = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": HEIGHTS[width]},
            is_mobile=width == PHONE,
            has_touch=width == PHONE,
            java_script_enabled=javascript,
            color_scheme=theme,
            reduced_motion="reduce",
            locale="fr-FR",
            timezone_id="Europe/Paris",
        )
        self.context.set_default_timeout(10_000)
        self.complaints: list[str] = []
        self.foreign: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.on("console", self.note_console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("request", self.note_request)

    def note_console(self, message) -> None:
        # A refusal that a test provokes (a wrong password) is reported by the browser as an error of the page's resource.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(f"console: {message.text} on {self.page.url}")

    def note_request(self, request) -> None:
        if not request.url.startswith((self.address, "data:", "about:")):
            self.foreign.append(request.url)

    def sign_in(self, login: str, password: str = PASSWORD) -> None:
        self.page.goto("/sign-in")
        self.page.get_by_label("Identifiant").fill(login)
        self.page.get_by_label("Mot de passe", exact=True).fill(password)
        self.page.get_by_role("button", name="Se connecter").click()

    # What every page must be.

    def check(self) -> None:
        """No barrier that axe finds, in either theme; nothing that is wider than the screen; one title, one heading.

        axe is itself a script. Where scripts are off, the page is opened once more beside, with the site's own scripts kept from arriving:
        what is there then is what is there without.
        """
        if self.javascript:
            self.check_page(self.page)
            return
        beside = self.context.browser.new_context(
            base_url=self.address, viewport=self.page.viewport_size, reduced_motion="reduce", locale="fr-FR",
            timezone_id="Europe/Paris", storage_state=self.context.storage_state(),
        )  # fmt: skip
        try:
            page = beside.new_page()
            page.route(re.compile(r"\.js(\?.*)?$"), lambda route: route.abort())
            page.goto(self.page.url)
            self.check_page(page)
        finally:
            beside.close()

    def check_page(self, page: Page) -> None:
        where = page.url.removeprefix(self.address)
        assert page.title().strip(), f"{where} has no title"
        assert page.locator("h1:visible").count() == 1, f"{where} has not one first heading"
        width = page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert width[0] <= width[1], f"{where} is {width[0]} px wide in a window of {width[1]}"
        for theme, rules in (("light", {"type": "tag", "values": AXE_TAGS}), ("dark", {"type": "rule", "values": AXE_COLOURS})):
            page.emulate_media(color_scheme=theme)
            found = Axe().run(page, options={"runOnly": rules}).response["violations"]
            assert not found, f"{where}, {theme}:\n{describe(found)}"
        page.emulate_media(color_scheme="light")

    def close(self) -> None:
        self.context.close()


def describe(violations: list[dict]) -> str:
    lines = []
    for violation in violations:
        lines.append(f"  {violation['id']} ({violation['impact']}): {violation['help']}")
        for node in violation["nodes"][:4]:
            lines.append(f"    {node['html'][:160]}")
            lines.append(f"      {json.dumps([check['message'] for check in node['any'] + node['all'] + node['none']], ensure_ascii=False)[:300]}")
    return "\n".join(lines)

"""An author who writes in an editor, and sees beside it what learners will see."""

import re
import shutil
import signal
import subprocess

import pytest
from playwright.sync_api import expect

from installation import COURSES, PROGRAM, ROOT, free_port
from visitor import DESK, PHONE, Visitor

LESSON = "01-lire/01-courte.md"


@pytest.fixture
def preview(tmp_path):
    """`rebond course preview` of a copy of the small course: its folder and its address."""
    folder = tmp_path / "course"
    shutil.copytree(COURSES / "essai", folder)
    port = free_port()
    command = [PROGRAM, "course", "preview", folder, "--port", str(port), "--public", ROOT / "Public", "--language", "fr"]
    with (tmp_path / "preview.log").open("wb") as log:
        program = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, cwd=ROOT)
        try:
            assert f"127.0.0.1:{port}" in program.stdout.readline().decode()
            yield folder, f"http://127.0.0.1:{port}"
        finally:
            program.send_signal(signal.SIGINT)
            assert program.wait(timeout=30) == 0


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_save_is_seen_at_once(browser, preview, width):
    folder, address = preview
    author = Visitor(browser, address, width, javascript=True, theme="light")
    page = author.page
    page.goto("/courses/essai/activities/courte")
    bar = page.get_by_role("complementary", name="Aperçu")
    expect(bar).to_contain_text("Aucun problème dans ce dossier.")
    author.check()

    lesson = folder / LESSON
    text = lesson.read_text()
    lesson.write_text(text + "\nUne phrase de plus.\n")
    expect(page.get_by_text("Une phrase de plus.")).to_be_visible()

    # An error stands above the page, with its place; what is shown is the last version without it.
    lesson.write_text(text + "\n![](files/absente.png)\n")
    expect(bar).to_contain_text(re.compile(r"[12] erreurs?"))
    expect(bar.get_by_text(re.compile(re.escape(LESSON) + r":\d+:\d+")).first).to_be_visible()
    expect(page.get_by_text("Une phrase de plus.")).to_be_visible()
    author.check()

    lesson.write_text(text)
    expect(bar).to_contain_text("Aucun problème dans ce dossier.")
    expect(page.get_by_text("Une phrase de plus.")).to_have_count(0)

    # What a tutor sees, on the page that one was on; and back.
    page.goto("/")
    bar.get_by_role("button", name="Comme tuteur").click()
    expect(bar.get_by_role("button", name="Comme tuteur")).to_have_attribute("aria-pressed", "true")
    page.goto("/cohorts")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    author.check()
    bar.get_by_role("button", name="Comme stagiaire").click()
    expect(bar.get_by_role("button", name="Comme stagiaire")).to_have_attribute("aria-pressed", "true")
    author.close()
    assert author.complaints == [] and author.foreign == []

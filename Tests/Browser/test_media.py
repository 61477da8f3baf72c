"""A lesson with a recording: played, left, taken up again, completed; and what is there without scripts."""

import re

import pytest
from playwright.sync_api import expect

from visitor import DESK, PHONE

LESSON = "/courses/english-for-logistics/activities/meet-the-team"


def place(page):
    """Where the server would take one back to, in milliseconds."""
    return int(re.fullmatch(r"meet-the-team=(\d*)", page.locator("main").get_attribute("data-media")).group(1) or 0)


def wait_for_place(page, least):
    """Asks again until the server knows; what it knows is in the page."""
    for _ in range(40):
        page.goto(LESSON)
        if place(page) >= least:
            return place(page)
        page.wait_for_timeout(250)
    raise AssertionError(f"the place is {place(page)}, not {least} or more")


def play(page, seconds, at=1):
    """Plays for so many seconds of the recording, then pauses."""
    player = page.locator("figure.media audio")
    player.evaluate("async (player, at) => { player.muted = true; player.playbackRate = at; await player.play(); }", at)
    page.wait_for_function(
        "seconds => { const player = document.querySelector('audio'); return player.currentTime >= seconds || player.ended; }",
        arg=seconds, timeout=90_000)
    player.evaluate("player => player.pause()")


@pytest.mark.parametrize("width, login", [(PHONE, "eleve13"), (DESK, "eleve14")], ids=["phone", "desk"])
def test_a_recording_is_played_left_and_taken_up_again(visit, width, login):
    visitor = visit(width)
    page = visitor.page
    loaded = []
    page.on("request", lambda request: loaded.append(request.url) if request.url.endswith(".mp3") else None)
    visitor.sign_in(login)
    page.goto(LESSON)
    visitor.check()

    # Nothing plays or loads by itself; how long and how large is known; what is said can be read.
    player = page.locator("figure.media audio")
    assert player.evaluate("player => player.paused && player.preload === 'none' && !player.autoplay && player.controls")
    page.wait_for_timeout(500)
    assert loaded == []
    expect(page.locator(".media-facts").first).to_contain_text(re.compile(r"Sound, 1.min.7.s, 134.kB"))
    expect(page.get_by_text("You have listened to 0% of it.").or_(page.get_by_text("Vous en avez écouté 0"))).to_be_visible()
    page.get_by_text("Read what is said").click()
    expect(page.locator(".transcript")).to_contain_text("Are you a picker, Amina?")
    visitor.check()

    play(page, 4)
    kept = wait_for_place(page, 3500)
    expect(page.locator(".media-facts", has_text="Vous reprendrez à 0:0")).to_be_visible()

    # On another device, the same place.
    other = visit(DESK if width == PHONE else PHONE)
    other.sign_in(login)
    other.page.goto(LESSON)
    assert place(other.page) == kept
    expect(other.page.locator(".media-facts", has_text="Vous reprendrez à 0:0")).to_be_visible()
    # Where it is while it plays, from the first moment. (Chromium's own `played` begins at 0 whatever was played.)
    other.page.locator("audio").evaluate(
        "player => { window.places = []; player.addEventListener('timeupdate', () => places.push(player.currentTime)); }")
    play(other.page, kept / 1000 + 1)
    assert min(other.page.evaluate("() => places")) >= kept / 1000 - 0.1

    # On a slow phone one may press play before the scripts are there.
    slow = visit(width)
    slow.context.route("**/media.js", lambda route: (slow.page.wait_for_timeout(1500), route.continue_()))
    slow.sign_in(login)
    slow.page.goto(LESSON, wait_until="commit")
    slow.page.locator("figure.media audio").evaluate("player => { player.muted = true; return player.play(); }")
    slow.page.wait_for_function("place => document.querySelector('audio').currentTime >= place", arg=kept / 1000, timeout=3500)

    # A jump to the end is not listening.
    page.goto(LESSON)
    page.locator("audio").evaluate("async player => { player.muted = true; await player.play(); player.currentTime = player.duration - 2; }")
    page.wait_for_function("() => document.querySelector('audio').ended", timeout=20_000)
    wait_for_place(page, 60_000)
    percent = int(re.search(r"(\d+)", page.locator("[data-played]").text_content()).group(1))
    assert 5 <= percent <= 25, percent


def test_the_whole_completes_the_lesson(visit):
    visitor = visit(PHONE)
    page = visitor.page
    visitor.sign_in("eleve15")
    page.goto(LESSON)
    play(page, 64, at=2)
    expect(page.get_by_text("Vous avez terminé cette leçon. C’est noté.")).to_be_visible()
    visitor.check()
    page.goto(LESSON)
    expect(page.locator(".notice-right")).to_contain_text("Vous avez terminé cette leçon")


def test_without_scripts_one_says_what_one_did(visit):
    visitor = visit(PHONE, javascript=False)
    page = visitor.page
    visitor.sign_in("eleve16")
    page.goto(LESSON)
    expect(page.locator("figure.media audio")).to_be_visible()
    download = page.locator("figure.media a.download")
    answer = page.request.get(download.get_attribute("href"))
    assert answer.status == 200 and answer.headers["content-type"] == "audio/mpeg"
    page.get_by_text("Vous écoutez ailleurs").click()
    page.get_by_role("button", name="Je commence").click()
    expect(page).to_have_url(re.compile("/meet-the-team$"))
    page.get_by_text("Vous écoutez ailleurs").click()
    page.get_by_role("button", name="J’ai tout écouté, ou tout lu").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("main")).to_contain_text("C’est un peu tôt")

"""What a page costs on a slow network, counted on the wire."""

import gzip

import requests
import yaml

from installation import ROOT
from visitor import PHONE

KILO = 1000


def weigh(visitor, address: str) -> dict[str, int]:
    """Bytes of each answer that the page needs, headers included, with an empty cache."""
    session = visitor.context.new_cdp_session(visitor.page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    urls: dict[str, str] = {}
    bytes_of: dict[str, int] = {}
    session.on("Network.responseReceived", lambda event: urls.update({event["requestId"]: event["response"]["url"]}))
    session.on(
        "Network.loadingFinished",
        lambda event: bytes_of.update({urls.get(event["requestId"], "?"): int(event["encodedDataLength"])}),
    )
    visitor.page.goto(address, wait_until="networkidle")
    session.detach()
    return bytes_of


def test_a_lesson_is_light(visit):
    visitor = visit(PHONE)
    visitor.sign_in("eleve12")
    for address in (
        "/courses/essai/activities/longue",
        "/courses/english-for-logistics/activities/" + first_lesson("english-for-logistics"),
    ):
        weights = weigh(visitor, address)
        assert len(weights) > 3, weights
        total = sum(weights.values())
        print(f"{address}: {total} bytes", sorted(weights.values(), reverse=True))
        assert total < 60 * KILO, weights


def first_lesson(course: str) -> str:
    file = sorted((ROOT / "Courses" / course).glob("[0-9]*/*.md"))[0]
    return yaml.safe_load(file.read_text().split("---\n")[1])["id"]


def test_style_and_scripts_are_light(school):
    page = requests.get(school.address + "/sign-in", timeout=10).text
    release = page.split("/static/")[1].split("/")[0]

    def compressed(path: str) -> int:
        with requests.get(f"{school.address}/static/{release}/{path}", stream=True, timeout=10) as answer:
            assert answer.status_code == 200, path
            assert answer.headers["Content-Encoding"] == "gzip", path
            assert "immutable" in answer.headers["Cache-Control"]
            body = answer.raw.read(decode_content=False)
            assert gzip.decompress(body)
            return len(body)

    style = compressed("css/rebond.css")
    scripts = sum(compressed(f"js/{file.name}") for file in (ROOT / "Public" / "js").glob("*.js"))
    print(f"style {style} bytes, scripts {scripts} bytes")
    assert style < 15 * KILO
    assert scripts < 25 * KILO

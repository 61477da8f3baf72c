"""Badges as others check them: PyJWT and openbadgeslib, which know nothing of the server, read what it signed."""

from __future__ import annotations

import re
import uuid

import jwt
import pytest
import requests
from defusedxml import ElementTree
from jwt.algorithms import OKPAlgorithm
from openbadgeslib.ob3.verifier import OB3VerificationError, OB3Verifier

from installation import COHORT, COURSE, Installation, small_school

OPEN_BADGES = "{https://purl.imsglobal.org/ob/v3p0}credential"
DATE = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"


class School:
    def __init__(self, directory):
        self.installation = Installation(directory)
        small_school(self.installation, learners=2)
        self.installation.start()
        self.learner = self.headers("eleve1")
        self.coordinator = self.headers("coordo")
        event = {"id": str(uuid.uuid4()), "kind": "reached-end", "occurredAt": 1_795_507_200_000}
        self.post(f"/courses/{COURSE}/activities/courte/events", {"events": [event]}, self.learner)
        self.badge = self.get("/badges", self.learner).json()["badges"][0]

    def headers(self, login: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.installation.token(login)}", "Accept": "application/json"}

    def get(self, path: str, headers: dict[str, str] | None = None) -> requests.Response:
        answer = requests.get(self.installation.address + path, headers=headers or {"Accept": "application/json"}, timeout=20)
        assert answer.ok, (path, answer.status_code, answer.text)
        return answer

    def post(self, path: str, body: dict, headers: dict[str, str]) -> dict:
        answer = requests.post(self.installation.address + path, json=body, headers=headers, timeout=20)
        assert answer.ok, (path, answer.status_code, answer.text)
        return answer.json()

    def public_key(self):
        return OKPAlgorithm.from_jwk(self.get("/issuer/key").text)

    def verifier(self) -> OB3Verifier:
        return OB3Verifier(self.public_key())

    def download(self, address: str) -> bytes:
        """What a checker fetches: nothing but what the server says of itself."""
        assert address.startswith(self.installation.address + "/issuer/status/"), address
        return requests.get(address, timeout=20).content


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    school = School(tmp_path_factory.mktemp("badges"))
    yield school
    school.installation.close()


@pytest.fixture(scope="module")
def token(school):
    return school.get(f"/badges/{school.badge['id']}/credential", school.learner).text


def test_signature_is_that_of_the_published_key(school, token):
    claims = jwt.decode(token, school.public_key(), algorithms=["EdDSA"])
    header = jwt.get_unverified_header(token)
    assert set(header) <= {"alg", "kid", "jwk", "typ"} and header["alg"] == "EdDSA"
    assert header["kid"] == school.get("/issuer").json()["key"]
    assert "d" not in header["jwk"] and header["jwk"]["x"] == school.get("/issuer/key").json()["x"]
    assert claims["iss"] == claims["issuer"]["id"] == school.get("/issuer").json()["id"]
    assert claims["jti"] == claims["id"] and claims["sub"] == claims["credentialSubject"]["id"]
    head, body, signature = token.split(".")
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(".".join([head, body, signature[:-4] + "AAAA"]), school.public_key(), algorithms=["EdDSA"])


def test_an_independent_checker_takes_it(school, token):
    credential = school.verifier().verify(token)
    school.verifier().check_status(credential, verify_list=True, download=school.download)


def test_the_credential_has_what_the_standard_asks_for(token):
    """The required members of Open Badges 3.0 (AchievementCredential and what it is made of), and the kinds of their values."""
    credential = jwt.decode(token, options={"verify_signature": False})
    assert credential["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert re.fullmatch(r"https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.0\.\d)?\.json", credential["@context"][1])
    assert {"VerifiableCredential", "OpenBadgeCredential"} <= set(credential["type"])
    assert credential["name"] == "Premier pas" and re.fullmatch(DATE, credential["validFrom"])
    issuer = credential["issuer"]
    assert "Profile" in issuer["type"] and issuer["id"].startswith("http") and issuer["name"]
    subject = credential["credentialSubject"]
    assert "AchievementSubject" in subject["type"]
    [identity] = subject["identifier"]
    assert identity == {
        "type": "IdentityObject", "hashed": False, "identityHash": "Élève Numéro 1", "identityType": "name",
    }  # fmt: skip
    achievement = subject["achievement"]
    assert "Achievement" in achievement["type"] and achievement["id"] and achievement["name"] and achievement["description"]
    assert achievement["criteria"]["narrative"] == "terminer « Une leçon courte »."
    assert achievement["image"]["type"] == "Image" and achievement["image"]["id"].startswith("data:image/svg+xml;base64,")
    status = credential["credentialStatus"]
    assert status["type"] == "BitstringStatusListEntry" and status["statusPurpose"] == "revocation"
    assert int(status["statusListIndex"]) >= 0 and status["statusListCredential"].startswith(issuer["id"])


def test_the_picture_carries_it(school, token):
    picture = school.get(f"/badges/{school.badge['id']}/image", school.learner).content
    first = ElementTree.fromstring(picture)[0]
    assert first.tag == OPEN_BADGES
    carried = first.attrib["verify"]
    assert carried.split(".")[1] == token.split(".")[1]
    assert OB3Verifier.extract_token_from_svg(picture) == carried
    school.verifier().verify(carried)


def test_shown_then_revoked(school, token):
    path = f"/badges/{school.badge['id']}/sharing"
    school.post(path, {"isShared": True}, school.learner)
    link = school.get("/badges", school.learner).json()["badges"][0]["link"]
    shown = school.get(link).json()
    assert shown["holder"] == "Élève Numéro 1" and "revokedAt" not in shown
    credential = school.verifier().verify(shown["credential"])
    school.post(f"/cohorts/{COHORT}/badges/{school.badge['id']}/revocation", {"reason": "Une erreur"}, school.coordinator)
    assert "revokedAt" in school.get(link).json()
    with pytest.raises(OB3VerificationError, match="revocation"):
        school.verifier().check_status(credential, download=school.download)
    listed = school.installation.run("badges", "list", COHORT, "--format", "json")
    assert '"Une erreur"' in listed
    school.post(path, {"isShared": False}, school.learner)
    hidden = requests.get(school.installation.address + link, timeout=20)
    assert hidden.status_code == 404

"""The addresses that the federations know: our metadata, and providers by every way."""

from collections import Counter
from pathlib import Path

import pytest

from domain.access.gateways.saml.xml_safety import etree
from domain.access.terms import Way
from domain.platform.settings import settings
from tests.portal.conftest import Portal
from tests.portal.spid.conftest import Leave, come_back
from tests.support.html import Browser
from tests.support.saml.federation import PORTAL, Federation
from tests.support.saml.provider import AnsweringProvider

NODE = "https://nodo.example.eu/idp"


@pytest.mark.parametrize("path", ["/spid/metadata", "/cie/metadata"])
async def test_our_metadata_are_the_same_bytes_each_time(visitor: Browser, federation: Federation, path: str) -> None:
    first = await visitor.client.get(path)
    assert first.headers["content-type"] == "application/samlmetadata+xml"
    assert etree.fromstring(first.content).get("entityID") == PORTAL
    assert (await visitor.client.get(path)).content == first.content
    known = await visitor.client.get(path, headers={"if-none-match": f'W/"other", {first.headers["etag"]}'})
    assert (known.status_code, known.content) == (304, b"")


async def test_a_federation_that_is_off_has_no_metadata(
    visitor: Browser, federation: Federation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "cie_saml", False)
    assert (await visitor.client.get("/cie/metadata")).status_code == 404
    monkeypatch.setattr(settings(), "spid", False)
    assert (await visitor.client.get("/spid/metadata")).status_code == 200, "the eIDAS node reads the same"
    monkeypatch.setattr(settings(), "eidas", False)
    assert (await visitor.client.get("/spid/metadata")).status_code == 404
    assert (await visitor.open(federation.login)).status == 404


async def test_who_comes_from_another_country_needs_no_codice_fiscale(
    portal: Portal, visitor: Browser, federation: Federation, leave: Leave, tmp_path: Path
) -> None:
    node = Federation(AnsweringProvider(NODE, way=Way.EIDAS))
    await node.join(tmp_path, portal.connection)
    assert NODE in (await visitor.open("/accedi")).link("Login with eIDAS").replace("%3A", ":").replace("%2F", "/")
    asked = await leave(visitor, by=node)
    assert asked.xml.get("AttributeConsumingServiceIndex") == "99"
    facts = {"spidCode": "AT/IT/1234", "name": "Anna", "familyName": "Gruber", "dateOfBirth": "1980-01-01"}
    mine = await come_back(visitor, node.form(asked, node.right(asked).but(attributes=facts)))
    assert mine.path == "/area-personale"
    assert "Anna Gruber" in mine.text
    assert "codice fiscale" not in mine.text


@pytest.mark.parametrize("path", ["/cie/login?idp=", "/spid/login?way=cie&idp="])
async def test_a_cie_provider_by_saml(
    portal: Portal, visitor: Browser, federation: Federation, tmp_path: Path, path: str, leave: Leave
) -> None:
    ministry = Federation(AnsweringProvider("https://cie.example.it/idp", way=Way.CIE))
    await ministry.join(tmp_path, portal.connection)
    page = await visitor.open(path + ministry.provider.entity_id)
    assert page.form("Continua").action == f"{ministry.provider.entity_id}/sso"
    asked = await leave(visitor, by=ministry)
    assert asked.xml.get("ForceAuthn") == "true"
    answer = ministry.right(asked).but(issuer_format=None, assertion_issuer_format=None)
    assert (await come_back(visitor, ministry.form(asked, answer))).path == "/area-personale"


async def test_no_provider_comes_first_more_often(
    portal: Portal, visitor: Browser, federation: Federation, tmp_path: Path
) -> None:
    for number in range(3):
        folder = tmp_path / str(number)
        folder.mkdir()
        await Federation(AnsweringProvider(f"https://idp{number}.example.it")).join(folder, portal.connection)
    first: Counter[str] = Counter()
    for _ in range(60):
        page = await visitor.open("/accedi")
        addresses = [str(one["href"]) for one in page.soup.select(".ss-spid-list ul:first-child a")]
        assert len(set(addresses)) == 4
        first[addresses[0]] += 1
    assert len(first) == 4, "in 60 views, one of four providers was never first"

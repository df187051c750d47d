"""Going out: here, at the provider, and when the provider says so."""

import base64
import zlib
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest

from domain.access.gateways.saml.bindings import send
from domain.access.gateways.saml.parties import Binding
from domain.access.gateways.saml.xml_safety import Node, etree
from domain.kernel.clock import utcnow
from tests.portal.conftest import Portal
from tests.portal.spid.conftest import Leave, come_back
from tests.support.html import Browser, Page
from tests.support.saml.federation import PORTAL, Federation
from tests.support.saml.keys import pair
from tests.support.saml.messages import written

HERE = f"{PORTAL}/spid/logout"
SAML = "{urn:oasis:names:tc:SAML:2.0:assertion}"
SAMLP = "{urn:oasis:names:tc:SAML:2.0:protocol}"
BOTH = pytest.mark.parametrize("binding", list(Binding))


def message(kind: str, federation: Federation, inside: str, *, at: datetime | None = None) -> str:
    """A message of the provider about signing out."""
    return (
        f'<samlp:{kind} xmlns:samlp="{SAMLP[1:-1]}" xmlns:saml="{SAML[1:-1]}" ID="_{uuid4().hex}" Version="2.0"'
        f' IssueInstant="{written(at or utcnow())}" Destination="{HERE}"{inside.partition("|")[0]}>'
        f"<saml:Issuer>{federation.provider.entity_id}</saml:Issuer>{inside.partition('|')[2]}</samlp:{kind}>"
    )


def named(name_id: str = "_somebody") -> str:
    """Whom a request is about."""
    return f'|<saml:NameID NameQualifier="q">{name_id}</saml:NameID><samlp:SessionIndex>_session</samlp:SessionIndex>'


async def told(
    browser: Browser,
    federation: Federation,
    text: str,
    binding: Binding,
    *,
    parameter: str = "SAMLRequest",
    by: Any = None,
) -> Page:
    """Bring a message of the provider."""
    departure, _ = send(
        etree.fromstring(text),
        by or federation.provider.pair,
        parameter=parameter,
        address=HERE,
        binding=binding,
        relay_state="rs",
    )
    if departure.fields:
        return Page(await browser.client.post("/spid/logout", data=dict(departure.fields)))
    query = urlsplit(departure.address).query
    return Page(await browser.client.get(f"/spid/logout?{query}", follow_redirects=False))


def our_message(page: Page) -> Node:
    """What we tell the provider, by form or by link."""
    if page.status == 302:
        query = parse_qs(urlsplit(page.answer.headers["location"]).query)
        packed = base64.b64decode((query.get("SAMLResponse") or query["SAMLRequest"])[0])
        return etree.fromstring(zlib.decompress(packed, -15))
    field = page.one("form[data-leave] input")
    return etree.fromstring(base64.b64decode(str(field["value"])))


@pytest.fixture
async def maria(visitor: Browser, federation: Federation, leave: Leave) -> Browser:
    """Signed in with SPID."""
    await come_back(visitor, federation.form(await leave(visitor)))
    return visitor


async def test_who_goes_out_here_may_go_out_at_the_provider_too(maria: Browser, federation: Federation) -> None:
    out = await maria.send((await maria.open("/area-personale")).form("Esci"))
    assert out.heading == "Sei uscito"
    assert (await maria.open("/area-personale")).path == "/accedi"
    page = await maria.open(out.link("Esci anche da SPID"))
    request = our_message(page)
    assert request.tag == f"{SAMLP}LogoutRequest"
    assert request.findtext(f"{SAML}NameID") == "_somebody"
    assert request.findtext(f"{SAMLP}SessionIndex") == "_session"
    assert str(page.one("form[data-leave]")["action"]) == f"{federation.provider.entity_id}/slo"
    assert (await maria.open("/uscita/spid")).path == "/uscita"


async def test_nobody_else_is_offered_to_go_out_at_a_provider(rosa: Browser, federation: Federation) -> None:
    out = await rosa.send((await rosa.open("/area-personale")).form("Esci"))
    assert "SPID" not in out.text
    assert (await rosa.open("/uscita/spid")).path == "/uscita"


@BOTH
async def test_the_provider_ends_a_session(
    portal: Portal, maria: Browser, federation: Federation, binding: Binding
) -> None:
    other = portal.browser()
    page = await told(other, federation, message("LogoutRequest", federation, named()), binding)
    answer = our_message(page)
    assert answer.tag == f"{SAMLP}LogoutResponse"
    assert answer.find(f"{SAMLP}Status/{SAMLP}StatusCode").get("Value").endswith(":Success")
    assert "rs" in page.answer.text + page.answer.headers.get("location", "")
    assert (await maria.open("/area-personale")).path == "/accedi"


@BOTH
async def test_it_is_answered_also_when_there_is_no_such_session(
    maria: Browser, federation: Federation, binding: Binding
) -> None:
    page = await told(maria, federation, message("LogoutRequest", federation, named("_nobody")), binding)
    assert our_message(page).tag == f"{SAMLP}LogoutResponse"
    assert (await maria.open("/area-personale")).status == 200


@BOTH
async def test_a_request_counts_once_signed_and_fresh(maria: Browser, federation: Federation, binding: Binding) -> None:
    stranger = await told(
        maria, federation, message("LogoutRequest", federation, named()), binding, by=pair("stranger")
    )
    assert stranger.status == 403
    old = message("LogoutRequest", federation, named(), at=utcnow().replace(year=2020))
    assert (await told(maria, federation, old, binding)).status == 403
    assert (await maria.open("/area-personale")).path == "/area-personale"
    twice = message("LogoutRequest", federation, named("_other"))
    assert (await told(maria, federation, twice, binding)).status in (200, 302)
    assert (await told(maria, federation, twice, binding)).status == 403


@BOTH
async def test_the_answer_to_ours_ends_on_the_page_that_one_is_out(
    visitor: Browser, federation: Federation, binding: Binding
) -> None:
    status = '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>'
    text = message("LogoutResponse", federation, f' InResponseTo="_ours"|{status}')
    page = await told(visitor, federation, text, binding, parameter="SAMLResponse")
    assert "/uscita" in (page.path, page.answer.headers.get("location"))

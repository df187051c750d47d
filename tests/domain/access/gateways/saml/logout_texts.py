"""Messages of an invented provider about signing out: right ones, unless a test wants others."""

import base64
import zlib
from datetime import datetime
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15

from domain.access.gateways.identities import RefusalKind, SignInRefused
from domain.access.gateways.saml.bindings import send
from domain.access.gateways.saml.logout import read_logout_request
from domain.access.gateways.saml.parties import Binding
from domain.access.gateways.saml.xml_safety import etree
from tests.domain.access.gateways.saml.two_sides import NOW, PORTAL, PROVIDER, pair, provider, us

HERE = f"{PORTAL}/spid/logout"
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
BOTH_BINDINGS = pytest.mark.parametrize("binding", list(Binding))


def written(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")


def request_text(**other: str) -> str:
    """A provider's logout request, right unless the test wants another."""
    said = {"id": "_lr1", "instant": written(NOW), "destination": HERE, "issuer": PROVIDER, "more": ""} | other
    return (
        '<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"'
        ' xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"'
        f' ID="{said["id"]}" Version="2.0" IssueInstant="{said["instant"]}" Destination="{said["destination"]}"'
        f" {said['more']}><saml:Issuer>{said['issuer']}</saml:Issuer>"
        '<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient" NameQualifier="q">'
        " _7f </saml:NameID>"
        "<samlp:SessionIndex>_s1</samlp:SessionIndex></samlp:LogoutRequest>"
    )


def response_text(status: str = "Success") -> str:
    """A provider's answer to a logout request of ours."""
    return (
        '<samlp:LogoutResponse xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"'
        ' xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" InResponseTo="_ours"'
        f' ID="_a1" Version="2.0" IssueInstant="{written(NOW)}" Destination="{HERE}">'
        f"<saml:Issuer>{PROVIDER}</saml:Issuer><samlp:Status>"
        f'<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:{status}"/></samlp:Status></samlp:LogoutResponse>'
    )


def packed(
    text: str, binding: Binding, *, signer: str = "provider", parameter: str = "SAMLRequest", relay_state: str = "rs"
) -> Any:
    """The message as the browser brings it: a form, or a query."""
    departure, _ = send(
        etree.fromstring(text),
        pair(signer),
        parameter=parameter,
        address=HERE,
        binding=binding,
        relay_state=relay_state,
    )
    return departure.fields or urlsplit(departure.address).query


def linked(text: bytes, *, algorithm: str = RSA_SHA256, extra: str = "") -> str:
    """A link signed by the provider over any bytes at all."""
    message = base64.b64encode(zlib.compress(text, wbits=-zlib.MAX_WBITS)).decode()
    query = urlencode({"SAMLRequest": message, "SigAlg": algorithm})
    signature = base64.b64encode(pair("provider").key.sign(query.encode(), PKCS1v15(), hashes.SHA256())).decode()
    return f"{query}&Signature={quote_plus(signature)}{extra}"


def refused(raw: Any, binding: Binding, now: datetime = NOW) -> str:
    """Why the message is not believed."""
    with pytest.raises(SignInRefused) as refusal:
        read_logout_request(binding, raw, provider(), us(), now)
    assert refusal.value.kind is RefusalKind.UNTRUSTED
    return refusal.value.reason

"""How a wrong answer differs from the right one: before it is signed, or after."""

import copy
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from domain.access.gateways.saml.vocabulary import ASSERTION
from domain.access.gateways.saml.xml_safety import Node, etree
from e2e.emulators.identity_provider.saml.misbehaviour import SamlMisbehaviour

_M = SamlMisbehaviour
_ELSEWHERE = "https://altro.example.it"


@dataclass(frozen=True)
class Draft:
    """The facts of an answer before it is written down."""

    issuer: str
    audience: str
    destination: str
    recipient: str
    in_response_to: str
    level: str
    issued_at: datetime
    valid_from: datetime
    valid_until: datetime


_CHANGES: dict[SamlMisbehaviour, dict[str, Any]] = {
    _M.OTHER_ISSUER: {"issuer": "https://altro-gestore.example.it"},
    _M.OTHER_AUDIENCE: {"audience": _ELSEWHERE},
    _M.OTHER_DESTINATION: {"destination": f"{_ELSEWHERE}/spid/acs"},
    _M.OTHER_RECIPIENT: {"recipient": f"{_ELSEWHERE}/spid/acs"},
    _M.OTHER_REQUEST: {"in_response_to": "_" + "0" * 40},
    _M.UNSOLICITED: {"in_response_to": ""},
    _M.LOWER_LEVEL: {"level": "https://www.spid.gov.it/SpidL1"},
    _M.UNKNOWN_LEVEL: {"level": "https://www.spid.gov.it/SpidL9"},
}


def distort_draft(draft: Draft, wrong: SamlMisbehaviour | None) -> Draft:
    """The facts as this misbehaviour wants them; unchanged where it is about something else."""
    if wrong is _M.EXPIRED:
        return replace(
            draft, valid_from=draft.valid_from - timedelta(hours=1), valid_until=draft.issued_at - timedelta(minutes=5)
        )
    if wrong is _M.NOT_YET_VALID:
        return replace(draft, valid_from=draft.valid_from + timedelta(minutes=4))
    return replace(draft, **_CHANGES.get(wrong, {})) if wrong else draft


def distort_message(octets: bytes, wrong: SamlMisbehaviour | None) -> bytes:
    """The finished answer as this misbehaviour wants it."""
    if wrong is _M.TAMPERED:
        return octets.replace(b"SpidL2<", b"SpidL3<").replace(b"TINIT-", b"TINIT-X", 1)
    if wrong is _M.DOCUMENT_TYPE:
        return b'<!DOCTYPE Response [<!ENTITY nome "Nessuno">]>' + octets
    if wrong is _M.WRAPPED:
        return _wrapped(etree.fromstring(octets))
    return octets


def _wrapped(response: Node) -> bytes:
    """A false assertion where readers look, and the true, signed one hidden inside it."""
    [true] = response.findall(f"{{{ASSERTION}}}Assertion")
    false = copy.deepcopy(true)
    for signature in false.findall("{http://www.w3.org/2000/09/xmldsig#}Signature"):
        false.remove(signature)
    false.set("ID", "_falsa")
    for value in false.iter(f"{{{ASSERTION}}}AttributeValue"):
        if (value.text or "").startswith("TINIT-"):
            value.text = "TINIT-VRDGLI80A41Z999A"
    response.replace(true, false)
    advice = etree.Element(f"{{{ASSERTION}}}Advice")
    advice.append(true)
    conditions = false.find(f"{{{ASSERTION}}}Conditions")
    conditions.addnext(advice)
    return etree.tostring(response)

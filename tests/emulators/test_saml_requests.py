"""The demo SAML providers take only requests that keep every rule: each rule, broken alone, is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.access.gateways.identities import Level
from domain.access.gateways.saml.parties import Comparison
from domain.access.gateways.saml.xml_safety import Node, etree, parse_xml
from domain.access.terms import Way
from tests.emulators.saml_messages import departure, refusal, unsigned
from tests.emulators.saml_scene import HOME, PORTAL, SamlScene

SAML = "{urn:oasis:names:tc:SAML:2.0:assertion}"
SAMLP = "{urn:oasis:names:tc:SAML:2.0:protocol}"
LEVEL_ONE = "https://www.spid.gov.it/SpidL1"
Change = Callable[[Node], object]


def _drop(name: str) -> Change:
    return lambda root: root.remove(next(root.iter(name)))


def _attribute(name: str, value: str | None, of: str = "") -> Change:
    def change(root: Node) -> None:
        element = next(root.iter(of)) if of else root
        element.attrib.pop(name, None)
        if value is not None:
            element.set(name, value)

    return change


def _text(name: str, value: str) -> Change:
    def change(root: Node) -> None:
        next(root.iter(name)).text = value

    return change


def _twice(name: str) -> Change:
    def change(root: Node) -> None:
        element = next(root.iter(name))
        element.addnext(parse_xml(etree.tostring(element, with_tail=False)))

    return change


def _scoping(root: Node) -> None:
    etree.SubElement(root, f"{SAMLP}Scoping")


BROKEN: list[tuple[str, Change]] = [
    ("AR-02 ID", _attribute("ID", "_short")),
    ("AR-02 Version", _attribute("Version", "1.1")),
    ("AR-02 IssueInstant", _attribute("IssueInstant", None)),
    ("AR-02 IssueInstant", _attribute("IssueInstant", "2026-11-22T09:00:00+00:00")),
    ("AR-02 IssueInstant", _attribute("IssueInstant", "2026-11-22T09:05:00Z")),
    ("AR-02 IssueInstant", _attribute("IssueInstant", "2026-11-22T08:50:00Z")),
    ("AR-03 Destination", _attribute("Destination", f"{HOME}/saml")),
    ("AR-03 Destination", _attribute("Destination", None)),
    ("AR-04 ForceAuthn", _attribute("ForceAuthn", None)),
    ("AR-04 ForceAuthn", _attribute("ForceAuthn", "false")),
    ("AR-05 address of the answer", _attribute("AssertionConsumerServiceIndex", "7")),
    ("AR-05 address of the answer", _attribute("AssertionConsumerServiceIndex", None)),
    ("AR-05 address of the answer", _attribute("AssertionConsumerServiceURL", f"{PORTAL}/spid/acs")),
    ("AR-06 AttributeConsumingServiceIndex", _attribute("AttributeConsumingServiceIndex", "7")),
    ("AR-06 AttributeConsumingServiceIndex", _attribute("AttributeConsumingServiceIndex", "99")),
    ("AR-06 AttributeConsumingServiceIndex", _attribute("AttributeConsumingServiceIndex", None)),
    ("AR-07 IsPassive", _attribute("IsPassive", "true")),
    ("AR-01 order of the children", _scoping),
    ("AR-08 Issuer", _text(f"{SAML}Issuer", "https://altro.example.it")),
    ("AR-08 Issuer Format", _attribute("Format", None, f"{SAML}Issuer")),
    ("AR-08 Issuer NameQualifier", _attribute("NameQualifier", None, f"{SAML}Issuer")),
    ("AR-01 order of the children", _drop(f"{SAMLP}NameIDPolicy")),
    (
        "AR-09 NameIDPolicy",
        _attribute("Format", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", f"{SAMLP}NameIDPolicy"),
    ),
    ("AR-09 AllowCreate", _attribute("AllowCreate", "true", f"{SAMLP}NameIDPolicy")),
    ("AR-10 Comparison", _attribute("Comparison", None, f"{SAMLP}RequestedAuthnContext")),
    ("AR-10 one known level", _text(f"{SAML}AuthnContextClassRef", "https://www.spid.gov.it/SpidL9")),
    ("AR-10 one known level", _twice(f"{SAML}AuthnContextClassRef")),
]


@pytest.mark.parametrize(("rule", "change"), BROKEN, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(BROKEN)])
async def test_a_broken_rule_is_named(saml: SamlScene, rule: str, change: Change) -> None:
    root = unsigned(saml)
    change(root)

    assert await refusal(saml, departure(saml, root)) == f"AuthnRequest: {rule}"


async def test_level_one_may_reuse_a_login(saml: SamlScene) -> None:
    root = unsigned(saml)
    _text(f"{SAML}AuthnContextClassRef", LEVEL_ONE)(root)
    _attribute("ForceAuthn", None)(root)

    assert (await saml.send(departure(saml, root))).status_code == 303


async def test_better_than_asked_is_one_level_more(saml: SamlScene) -> None:
    request = saml.ask(level=Level.TWO, comparison=Comparison.BETTER)

    assert saml.read(request, await saml.decide(request)).identity.level is Level.THREE


async def test_cie_knows_two_comparisons(saml_with: Callable[..., SamlScene]) -> None:
    scene = saml_with(Way.CIE)
    root = unsigned(scene)
    _attribute("Comparison", "better", f"{SAMLP}RequestedAuthnContext")(root)

    assert await refusal(scene, departure(scene, root)) == "AuthnRequest: AR-10 Comparison"


async def test_eidas_has_attribute_sets_of_its_own(saml_with: Callable[..., SamlScene]) -> None:
    scene = saml_with(Way.EIDAS)
    root = unsigned(scene)
    _attribute("AttributeConsumingServiceIndex", "1")(root)

    assert await refusal(scene, departure(scene, root)) == "AuthnRequest: AR-06 AttributeConsumingServiceIndex"


@pytest.mark.parametrize("relay_state", ["", "http://altro.example.it", "r" * 81])
async def test_relay_state_is_there_opaque_and_short(saml: SamlScene, relay_state: str) -> None:
    sent = departure(saml, unsigned(saml))
    reason = await refusal(saml, replace(sent, fields={**sent.fields, "RelayState": relay_state}))

    assert "RelayState" in reason


async def test_a_request_counts_once(saml: SamlScene) -> None:
    request = saml.ask()
    await saml.screen(request)

    assert await refusal(saml, request.departure) == "AR-02 ID: used before"


async def test_a_request_waits_ten_minutes(saml: SamlScene) -> None:
    screen = await saml.screen(saml.ask())
    saml.clock.move(timedelta(minutes=11))

    assert (await saml.http.get(screen)).status_code == 400

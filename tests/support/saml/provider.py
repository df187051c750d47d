"""The provider itself: it signs answers, or what a test made of them."""

from dataclasses import dataclass

from domain.access.gateways.saml.parties import Binding, SamlProvider, SigningPair
from domain.access.gateways.saml.signatures import sign_enveloped
from domain.access.gateways.saml.xml_safety import Node, etree
from domain.access.terms import Way
from tests.support.saml.keys import pair
from tests.support.saml.messages import SAML


@dataclass(frozen=True)
class AnsweringProvider:
    """A provider with one key."""

    entity_id: str = "https://idp.example.it"
    way: Way = Way.SPID
    key: SigningPair | None = None

    @property
    def pair(self) -> SigningPair:
        """Its key, the same for the same provider."""
        return self.key or pair(self.entity_id)

    def known(self, *more: bytes) -> SamlProvider:
        """How our register describes it; `more` are further certificates."""
        return SamlProvider(
            way=self.way,
            entity_id=self.entity_id,
            name="Identità di prova",
            sign_in={Binding.POST: f"{self.entity_id}/sso", Binding.REDIRECT: f"{self.entity_id}/sso"},
            logout={},
            certificates=(self.pair.certificate, *more),
        )


def signed(root: Node, by: SigningPair, *, assertion: bool = True, response: bool = True) -> Node:
    """A copy of a response with its assertion signed, or the whole of it, or both, in this order."""
    inner = root.find(f"{SAML}Assertion")
    if assertion and inner is not None:
        root.replace(inner, sign_enveloped(inner, by))
    return sign_enveloped(root, by) if response else root


def octets(root: Node) -> bytes:
    """The document as it travels."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")

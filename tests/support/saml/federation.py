"""A federation for whole sign-ins: our keys, a provider in our register, and its answers to what we ask."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from urllib.parse import urlencode

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.access.actions.saml.import_saml_providers import import_saml_providers
from domain.access.gateways.saml.configured import service_party
from domain.access.gateways.saml.keys import make_saml_keys
from domain.access.gateways.saml.parties import Departure, Organization
from domain.access.gateways.saml.xml_safety import Node, etree
from domain.kernel.clock import utcnow
from domain.platform.settings import settings
from tests.support.saml.messages import Answer, failure_of, response_of, written
from tests.support.saml.provider import AnsweringProvider, octets, signed

PORTAL = "http://prova.test"
US = Organization("Comune di Prova", "https://prova.example", "c_z999", "info@prova.example", "+39061", "Z999", "Prova")
METADATA = "urn:oasis:names:tc:SAML:2.0:metadata"
BINDINGS = "urn:oasis:names:tc:SAML:2.0:bindings:"


@dataclass(frozen=True)
class Asked:
    """A request of ours that the browser has brought to the provider."""

    departure: Departure

    @property
    def xml(self) -> Node:
        """The request."""
        return etree.fromstring(base64.b64decode(self.departure.fields["SAMLRequest"]))

    @property
    def request_id(self) -> str:
        """Its ID."""
        return str(self.xml.get("ID"))

    @property
    def relay_state(self) -> str:
        """What must come back with the answer."""
        return self.departure.fields["RelayState"]


@dataclass(frozen=True)
class Federation:
    """One provider, known to us."""

    provider: AnsweringProvider = field(default_factory=AnsweringProvider)

    @property
    def login(self) -> str:
        """The address at which a sign-in with the provider begins."""
        return "/spid/login?" + urlencode({"idp": self.provider.entity_id, "way": self.provider.way.value})

    def right(self, asked: Asked) -> Answer:
        """The right answer to a request."""
        now = utcnow()
        return Answer(
            request_id=asked.request_id,
            return_address=f"{PORTAL}/spid/acs",
            issuer=self.provider.entity_id,
            name_qualifier=self.provider.entity_id,
            audience=PORTAL,
            issued=written(now),
            until=written(now + timedelta(minutes=5)),
            assertion_id=f"_assertion-{asked.request_id}",
        )

    def form(self, asked: Asked, answer: Answer | None = None) -> dict[str, str]:
        """The form that brings a signed answer."""
        root = signed(response_of(answer or self.right(asked)), self.provider.pair)
        return self.posted(octets(root), asked)

    def failed(self, asked: Asked, number: int) -> dict[str, str]:
        """The form that brings an anomaly, unsigned."""
        return self.posted(octets(failure_of(self.right(asked), f"ErrorCode nr{number}")), asked)

    def posted(self, message: bytes, asked: Asked) -> dict[str, str]:
        """Any message as a form, in answer to a request."""
        return {"SAMLResponse": base64.b64encode(message).decode(), "RelayState": asked.relay_state}

    def metadata(self) -> str:
        """The provider as it describes itself."""
        certificate = base64.b64encode(self.provider.pair.certificate).decode()
        places = "".join(
            f'<{kind} Binding="{BINDINGS}{binding}" Location="{self.provider.entity_id}/{path}"/>'
            for kind, path in (("SingleLogoutService", "slo"), ("SingleSignOnService", "sso"))
            for binding in ("HTTP-POST", "HTTP-Redirect")
        )
        return (
            f'<EntityDescriptor xmlns="{METADATA}" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"'
            f' entityID="{self.provider.entity_id}">'
            '<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">'
            f'<KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{certificate}'
            f"</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>{places}</IDPSSODescriptor>"
            '<Organization><OrganizationDisplayName xml:lang="it">Identità di prova</OrganizationDisplayName>'
            "</Organization></EntityDescriptor>"
        )

    async def join(self, folder: Path, bind: AsyncConnection | AsyncEngine) -> None:
        """Be in our register, by a file that the settings name."""
        file = folder / "provider.xml"
        file.write_text(self.metadata())
        settings().saml_metadata_files.setdefault(self.provider.way.value, []).append(file)
        await import_saml_providers(bind=bind)


@contextmanager
def enrolled(monkeypatch: pytest.MonkeyPatch, **more: Any) -> Iterator[None]:
    """Us with keys and settings of our own, every way by SAML turned on."""
    chosen = {
        "portal_url": PORTAL,
        "identity_keys_folder": our_keys(),
        "spid": True,
        "cie_saml": True,
        "eidas": True,
        "ipa_code": US.ipa_code,
        "organization_name": US.name,
        "organization_url": US.url,
        "organization_email": US.email,
        "organization_phone": US.phone,
        "organization_municipality": US.municipality,
        "organization_locality": US.locality,
        "saml_metadata_files": {},
    }
    for name, value in (chosen | more).items():
        monkeypatch.setattr(settings(), name, value)
    service_party.cache_clear()
    yield
    service_party.cache_clear()


@cache
def our_keys() -> Path:
    """Keys made once a run: they take their time."""
    folder = Path(mkdtemp())
    make_saml_keys(folder, US, PORTAL)
    return folder

"""The portal as a SAML service, the demo providers in the same process, and a browser between them."""

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any, cast

import httpx
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from litestar import Litestar

from domain.access.gateways.identities import Level
from domain.access.gateways.json_web_keys import public_key_set
from domain.access.gateways.saml.metadata import service_metadata
from domain.access.gateways.saml.parties import (
    Binding,
    Comparison,
    Departure,
    LogoutPlace,
    SamlAnswer,
    SamlAsked,
    SamlProvider,
    SamlRequest,
    ServiceParty,
)
from domain.access.gateways.saml.requests import sign_in_request
from domain.access.gateways.saml.response import check_response
from domain.access.gateways.saml.xml_safety import decode_message
from domain.access.terms import Way
from domain.platform.outside.http import new_http_client
from e2e.emulators.identity_provider.app import ANCHOR_FOLDER, MEMBER_FOLDER, create_app
from e2e.emulators.identity_provider.keys import PRIVATE_FILE
from e2e.emulators.identity_provider.saml.entity import CERTIFICATE_FILE, KEY_FILE, PROFILES
from e2e.emulators.identity_provider.saml.misbehaviour import SamlMisbehaviour
from e2e.emulators.identity_provider.settings import Enrolment, IdentityProviderSettings
from tests.domain.access.gateways.saml.two_sides import pair, us
from tests.domain.access.gateways.scene import PEOPLE, Clock, provider_key, signing_key

PORTAL = "http://localhost:8000"
BACKOFFICE = "http://localhost:8001"
HOME = "http://127.0.0.1:8002"
RELAY_STATE = "r" * 43
PATHS = {Way.SPID: "/saml", Way.EIDAS: "/eidas", Way.CIE: "/cie-saml"}
SETS = {Way.SPID: 1, Way.EIDAS: 100, Way.CIE: 0}


def service(way: Way) -> ServiceParty:
    """The portal as the demo federations know it."""
    return replace(
        us(way),
        entity_id=PORTAL,
        returns=(f"{PORTAL}/spid/acs", f"{BACKOFFICE}/spid/acs"),
        logouts=(f"{PORTAL}/spid/logout",),
    )


@cache
def published(way: Way) -> bytes:
    """What the portal says of itself."""
    return service_metadata(service(way))


def enrolled(folder: Path) -> IdentityProviderSettings:
    """The providers, with the portal enrolled; their keys are the same in every test."""
    (folder / "people.json").write_text(json.dumps(PEOPLE))
    (folder / "federation.json").write_text(json.dumps(public_key_set(signing_key())))
    for name in (".", MEMBER_FOLDER, ANCHOR_FOLDER):
        (folder / "keys" / name).mkdir(parents=True, exist_ok=True)
        (folder / "keys" / name / PRIVATE_FILE).write_text(json.dumps(provider_key()))
    for profile in PROFILES:
        _write_keys(folder / "keys" / profile.path.strip("/"))
    enrolment = Enrolment(portal=PORTAL, backoffice=BACKOFFICE, federation_keys=folder / "federation.json")
    return IdentityProviderSettings(
        issuer=HOME, enrolment=enrolment, people_file=folder / "people.json", keys_folder=folder / "keys"
    )


@dataclass
class SamlScene:
    """Both ends and what the browser carries."""

    way: Way
    party: ServiceParty
    provider: SamlProvider
    http: httpx.AsyncClient
    clock: Clock
    app: Litestar

    def ask(self, *, binding: Binding = Binding.POST, level: Level = Level.TWO, **changes: Any) -> SamlRequest:
        """A right request, but for the changes."""
        facts: dict[str, Any] = {
            "level": level,
            "comparison": Comparison.MINIMUM,
            "attribute_set": SETS[self.way],
            "return_index": 0,
            "binding": binding,
            "relay_state": RELAY_STATE,
            "now": self.clock(),
        }
        return sign_in_request(self.party, self.provider, **facts | changes)

    async def send(self, departure: Departure) -> httpx.Response:
        """Carry a message to the provider."""
        if departure.fields:
            return await self.http.post(departure.address, data=dict(departure.fields))
        return await self.http.get(departure.address)

    async def screen(self, request: SamlRequest) -> str:
        """The page on which a person is chosen."""
        answer = await self.send(request.departure)
        assert answer.status_code == 303, answer.text
        return HOME + answer.headers["location"]

    async def decide(self, request: SamlRequest, decision: str = "consenso", **form: str) -> dict[str, str]:
        """Be the person in front of the screens; returns the fields of the form that leads back."""
        page = await self.http.post(f"{await self.screen(request)}/{decision}", data={"persona": "0", **form})
        assert page.status_code == 200, page.text
        return fields_of(page.text)

    def read(self, request: SamlRequest, fields: dict[str, str]) -> SamlAnswer:
        """What the portal makes of the answer; raises `SignInRefused`."""
        asked = SamlAsked(
            request.request_id,
            request.issued_at,
            self.provider,
            self.party.returns[0],
            Level.TWO,
            Comparison.MINIMUM,
            request.is_fresh,
        )
        return check_response(decode_message(fields["SAMLResponse"]), asked, self.party, self.clock())


def make_saml_scene(folder: Path, way: Way = Way.SPID, misbehaviour: SamlMisbehaviour | None = None) -> SamlScene:
    """Set up both ends."""
    settings = enrolled(folder)
    clock = Clock()
    portal = httpx.AsyncClient(transport=httpx.MockTransport(_portal))
    app = create_app(settings, saml_misbehaviour=misbehaviour, clock=clock, http=portal)
    provider = SamlProvider(
        way=way,
        entity_id=HOME + PATHS[way],
        name="Prova",
        sign_in=dict.fromkeys(Binding, f"{HOME}{PATHS[way]}/accedi"),
        logout={binding: LogoutPlace(*[f"{HOME}{PATHS[way]}/uscita"] * 2) for binding in Binding},
        certificates=(pair("demo").certificate,),
    )
    http = new_http_client(httpx.ASGITransport(cast(Any, app)))
    return SamlScene(way, service(way), provider, http, clock, app)


def fields_of(page: str) -> dict[str, str]:
    """The hidden fields of the form that leads away."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page)
    return {name: unescape(value) for name, value in found}


def _portal(request: httpx.Request) -> httpx.Response:
    ways = {"/spid/metadata": Way.SPID, "/cie/metadata": Way.CIE}
    way = ways.get(request.url.path)
    return httpx.Response(404) if way is None else httpx.Response(200, content=published(way))


def _write_keys(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    known = pair("demo")
    (folder / KEY_FILE).write_bytes(known.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    certificate = x509.load_der_x509_certificate(known.certificate)
    (folder / CERTIFICATE_FILE).write_bytes(certificate.public_bytes(Encoding.PEM))

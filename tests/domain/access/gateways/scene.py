"""A relying party and a demo provider in one process, and a browser that carries messages between them."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

import httpx

from domain.access.gateways.identities import Identity, Level
from domain.access.gateways.json_web_keys import Jwk, new_private_key, public_key_set
from domain.access.gateways.openid.connect import authorization_request, check_response, exchange
from domain.access.gateways.openid.parties import AuthorizationRequest, Provider, RelyingParty
from domain.platform.outside.http import new_http_client
from e2e.emulators.identity_provider.app import create_app
from e2e.emulators.identity_provider.keys import PRIVATE_FILE, prepare_keys
from e2e.emulators.identity_provider.misbehaviour import Misbehaviour
from e2e.emulators.identity_provider.settings import IdentityProviderSettings, PartyRegistration

ISSUER = "http://127.0.0.1:8002"
CLIENT_ID = "http://127.0.0.1:8000"
RETURN_ADDRESS = "http://127.0.0.1:8000/accesso/ritorno"
PEOPLE = [
    {
        "codice_fiscale": "BNCRSO48M61Z999X",
        "given_name": "Rosa",
        "family_name": "Bianchi",
        "born_on": "1948-08-21",
        "sex": "F",
        "birthplace_code": "Z999",
        "email": "rosa@example.it",
        "story": "Vive sola e ha bisogno di aiuto in casa",
        "language": "it",
    },
    {
        "codice_fiscale": "HMDKRM90A01Z999Y",
        "given_name": "Karim <b>",
        "family_name": "Ahmadi",
        "born_on": "1990-01-01",
        "sex": "M",
        "story": "È arrivato da poco",
        "language": "ar",
    },
]


@cache
def signing_key() -> Jwk:
    """The relying party's signing key; 2048 bits, because tests make many."""
    return new_private_key(use="sig", bits=2048)


@cache
def encryption_key() -> Jwk:
    """The relying party's decryption key."""
    return new_private_key(use="enc", bits=2048)


@cache
def provider_key() -> Jwk:
    """The demo provider's key, made once for all tests."""
    return new_private_key(use="sig", bits=2048)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = field(default_factory=lambda: datetime(2026, 11, 22, 9, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def move(self, by: timedelta) -> None:
        self.now += by


@dataclass
class Scene:
    """Both ends and the browser between them."""

    party: RelyingParty
    provider: Provider
    http: httpx.AsyncClient
    clock: Clock

    def ask(self, *, level: Level = Level.TWO, fresh_login: bool = False) -> AuthorizationRequest:
        return authorization_request(self.party, self.provider, level=level, now=self.clock(), fresh_login=fresh_login)

    async def open(self, url: str) -> httpx.Response:
        """Send the browser to the provider with a request."""
        return await self.http.get(url)

    async def answer(self, url: str, *, decision: str = "consenso", person: int = 0) -> httpx.URL:
        """Be the person in front of the screens; returns the address that the browser is sent back to."""
        screen = (await self.open(url)).headers["location"]
        answered = await self.http.post(f"{ISSUER}{screen}/{decision}", data={"persona": str(person)})
        assert answered.status_code == 303
        return httpx.URL(answered.headers["location"])

    async def code_for(self, request: AuthorizationRequest, *, person: int = 0) -> str:
        back = await self.answer(request.url, person=person)
        return check_response(back.params.multi_items(), state=request.state, issuer=self.provider.issuer)

    async def sign_in(self, *, level: Level = Level.TWO, fresh_login: bool = False, person: int = 0) -> Identity:
        request = self.ask(level=level, fresh_login=fresh_login)
        code = await self.code_for(request, person=person)
        return await self.redeem(request, code, level=level, fresh_login=fresh_login)

    async def redeem(
        self, request: AuthorizationRequest, code: str, *, level: Level = Level.TWO, fresh_login: bool = False
    ) -> Identity:
        return await exchange(
            self.party,
            self.provider,
            self.http,
            code=code,
            code_verifier=request.code_verifier,
            nonce=request.nonce,
            level=level,
            now=self.clock(),
            fresh_login=fresh_login,
        )


def make_scene(
    folder: Path,
    misbehaviour: Misbehaviour | None = None,
    *,
    provider_changes: dict[str, Any] | None = None,
    **algorithms: str,
) -> Scene:
    """Set up both ends; `algorithms` are agreed by both, `provider_changes` go into our view of the provider."""
    keys = folder / "keys"
    keys.mkdir(exist_ok=True)
    (keys / PRIVATE_FILE).write_text(json.dumps(provider_key()))
    people = folder / "people.json"
    people.write_text(json.dumps(PEOPLE))
    registration = PartyRegistration.model_validate(
        {
            "client_id": CLIENT_ID,
            "redirect_uris": [RETURN_ADDRESS],
            "jwks": public_key_set(signing_key(), encryption_key()),
            **algorithms,
        }
    )
    settings = IdentityProviderSettings(issuer=ISSUER, party=registration, people_file=people, keys_folder=keys)
    clock = Clock()
    app = create_app(settings, misbehaviour=misbehaviour, clock=clock)
    party = RelyingParty.model_validate(
        {
            "client_id": CLIENT_ID,
            "redirect_uri": RETURN_ADDRESS,
            "signing_key": signing_key(),
            "encryption_key": encryption_key(),
            **algorithms,
        }
    )
    provider = Provider.model_validate(provider_fields(public_key_set(prepare_keys(keys))) | (provider_changes or {}))
    return Scene(party, provider, new_http_client(httpx.ASGITransport(cast(Any, app))), clock)


def provider_fields(jwks: dict[str, Any]) -> dict[str, Any]:
    """The demo provider as our configuration would hold it."""
    return {
        "name": "Prova",
        "issuer": ISSUER,
        "authorization_endpoint": f"{ISSUER}/autorizza",
        "token_endpoint": f"{ISSUER}/token",
        "userinfo_endpoint": f"{ISSUER}/userinfo",
        "revocation_endpoint": f"{ISSUER}/revoca",
        "jwks": jwks,
        "loopback_development": True,
    }


def query_of(url: str) -> dict[str, str]:
    """The parameters of an address."""
    return dict(parse_qsl(urlsplit(url).query))

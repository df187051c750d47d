"""The portal as a member of the demo federation, the anchor and the provider in the same process, and a browser."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import httpx

from domain.access.gateways.federation.chains import Chain
from domain.access.gateways.federation.discovery import enter
from domain.access.gateways.federation.own_statement import OurEntity, sign_configuration
from domain.access.gateways.federation.providers import provider_of
from domain.access.gateways.federation.statements import MEDIA_TYPE
from domain.access.gateways.identities import Identity, Level
from domain.access.gateways.json_web_keys import Jwk, public_key_set
from domain.access.gateways.openid.connect import authorization_request, check_response, exchange
from domain.access.gateways.openid.parties import Provider, RelyingParty
from domain.access.terms import Way
from domain.platform.outside.http import new_http_client
from e2e.emulators.identity_provider.app import create_app
from e2e.emulators.identity_provider.federation.anchor import DemoAnchor
from e2e.emulators.identity_provider.federation.misbehaviour import FederationMisbehaviour
from tests.domain.access.gateways.scene import Clock, encryption_key, signing_key
from tests.emulators.saml_scene import BACKOFFICE, HOME, PORTAL, enrolled

RETURN_ADDRESS = f"{PORTAL}/cie/callback"
ALGORITHMS = {
    "id_token_signature": "RS512",
    "userinfo_signature": "RS256",
    "userinfo_key_encryption": "RSA-OAEP-256",
    "userinfo_content_encryption": "A128CBC-HS256",
}


def ourselves(anchor: str) -> OurEntity:
    """What the portal says of itself; its federation key is the one that is enrolled."""
    return OurEntity(
        client_id=PORTAL,
        organization_name="Sportello di prova",
        homepage=PORTAL,
        privacy_page=f"{PORTAL}/privacy",
        logo=f"{PORTAL}/logo.svg",
        contacts=("protocollo@comune.example.it",),
        resolve_endpoint=f"{PORTAL}/resolve",
        redirect_uris=(RETURN_ADDRESS, f"{BACKOFFICE}/cie/callback"),
        authorities=(anchor,),
        algorithms={
            "id_token_signed_response_alg": ALGORITHMS["id_token_signature"],
            "userinfo_signed_response_alg": ALGORITHMS["userinfo_signature"],
            "userinfo_encrypted_response_alg": ALGORITHMS["userinfo_key_encryption"],
            "userinfo_encrypted_response_enc": ALGORITHMS["userinfo_content_encryption"],
        },
        jwks=public_key_set(signing_key(), encryption_key()),
        keys=(signing_key(),),
    )


@dataclass
class FederationScene:
    """All members; ``entity`` and ``marks`` are what the portal publishes, as a test wants them."""

    http: httpx.AsyncClient
    clock: Clock
    anchor: DemoAnchor
    entity: OurEntity
    marks: list[dict[str, str]] = field(default_factory=list)
    published_at: Clock | None = None

    def configuration(self) -> str:
        """The portal's entity configuration."""
        return sign_configuration(self.entity, self.marks, now=(self.published_at or self.clock)())

    async def chain(self) -> Chain:
        """What the portal learns of the provider. Raises `CallFailed`, `TokenRefused`, AssertionError (not listed)."""
        federation = await enter(self.anchor.trusted, self.http, now=self.clock(), loopback_development=True)
        assert await federation.providers() == [HOME]
        return await federation.chain_of(HOME, now=self.clock())

    async def provider(self) -> Provider:
        """The provider as the portal may use it."""
        return provider_of(await self.chain(), Way.CIE, complete_userinfo=True, loopback_development=True)

    def party(self, **changes: Any) -> RelyingParty:
        """The portal as it asks."""
        facts: dict[str, Any] = {
            "client_id": PORTAL,
            "redirect_uri": RETURN_ADDRESS,
            "signing_key": signing_key(),
            "encryption_key": encryption_key(),
            **ALGORITHMS,
        }
        return RelyingParty(**facts | changes)

    async def ask(self, **changes: Any) -> httpx.Response:
        """Bring a request to the provider."""
        party = self.party(**changes)
        asked = authorization_request(party, await self.provider(), level=Level.TWO, now=self.clock())
        return await self.http.get(asked.url)

    async def sign_in(self, **choice: str) -> Identity:
        """Go the whole way."""
        party, provider = self.party(), await self.provider()
        asked = authorization_request(party, provider, level=Level.TWO, now=self.clock())
        screen = (await self.http.get(asked.url)).headers["location"]
        answered = await self.http.post(f"{HOME}{screen}/consenso", data={"persona": "0", **choice})
        back = httpx.URL(answered.headers["location"])
        code = check_response(back.params.multi_items(), state=asked.state, issuer=HOME)
        return await exchange(
            party,
            provider,
            self.http,
            code=code,
            code_verifier=asked.code_verifier,
            nonce=asked.nonce,
            level=Level.TWO,
            now=self.clock(),
        )

    def with_key(self, key: Jwk) -> None:
        """Let the portal sign with a key that is not enrolled."""
        self.entity = replace(self.entity, keys=(key,))


def make_federation_scene(folder: Path, misbehaviour: FederationMisbehaviour | None = None) -> FederationScene:
    """Set up all members; the portal carries the mark that the anchor's statement brings."""
    clock = Clock()
    made: list[FederationScene] = []

    def portal(request: httpx.Request) -> httpx.Response:
        if request.url.path != "/.well-known/openid-federation" or request.url.port != 8000:
            return httpx.Response(404)
        token = made[0].configuration().encode()
        return httpx.Response(200, content=token, headers={"content-type": MEDIA_TYPE})

    outside = httpx.AsyncClient(transport=httpx.MockTransport(portal))
    app = create_app(enrolled(folder), federation_misbehaviour=misbehaviour, clock=clock, http=outside)
    anchor: DemoAnchor = app.state.provider.anchor
    http = new_http_client(httpx.ASGITransport(cast(Any, app)))
    made.append(FederationScene(http, clock, anchor, ourselves(anchor.entity_id)))
    made[0].marks = [anchor.mark_entry("openid_relying_party")]
    return made[0]

"""One running provider: its settings, key, people and memory, in one value that the handlers share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import httpx

from domain.access.gateways.identities import Level
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, check_claims, verify
from domain.access.gateways.json_web_keys import Jwk, check_key, public_key_set
from domain.access.gateways.openid.endpoints import ASSERTION_TYPE
from domain.access.gateways.token_claims import SKEW, text_claim
from e2e.emulators.identity_provider.federation.anchor import DemoAnchor
from e2e.emulators.identity_provider.federation.membership import learn_party, own_configuration
from e2e.emulators.identity_provider.grants import Grants
from e2e.emulators.identity_provider.issuing import Issuer
from e2e.emulators.identity_provider.keys import calling, party_keys
from e2e.emulators.identity_provider.misbehaviour import FISCAL_NUMBER
from e2e.emulators.identity_provider.refusals import EndpointRefused, PageRefused, ServerError
from e2e.emulators.identity_provider.settings import DemoPerson, IdentityProviderSettings, PartyRegistration

LONGEST_ASSERTION_LIFE = timedelta(minutes=5)
_SIGNATURES = ["RS256", "RS512"]
_KEY_ENCRYPTIONS = ["RSA-OAEP", "RSA-OAEP-256"]
_CONTENT_ENCRYPTIONS = ["A128CBC-HS256", "A256CBC-HS512"]


@dataclass
class DemoProvider:
    """Everything that the handlers need; `clock` gives aware times."""

    settings: IdentityProviderSettings
    people: list[DemoPerson]
    key: Jwk
    clock: Callable[[], datetime]
    issuer: Issuer
    http: httpx.AsyncClient | None = None
    federation_key: Jwk | None = None
    anchor: DemoAnchor | None = None
    grants: Grants = field(default_factory=Grants)

    @property
    def service_name(self) -> str:
        """The service that people come from, for the screens."""
        return self.settings.party.client_name if self.settings.party else "Sportello Sociale"

    async def party(self, client_id: str) -> PartyRegistration:
        """Return the relying party of this name: as registered, or as the federation vouches for it now.

        Raises `PageRefused`.
        """
        if self.anchor is not None:
            async with calling(self.http) as http:
                return await learn_party(self.anchor, client_id, http)
        if self.settings.party is None or client_id != self.settings.party.client_id:
            raise PageRefused("client_id is not registered")
        return self.settings.party

    async def party_keys(self, party: PartyRegistration) -> dict[str, Any]:
        """Return the public keys of the relying party, as published now."""
        return await party_keys(party, self.http)

    async def encryption_key(self, party: PartyRegistration) -> Jwk:
        """Return the key for which userinfo is encrypted: the party's first one for that purpose."""
        keys = [key for key in (await self.party_keys(party)).get("keys", []) if key.get("use") == "enc"]
        if not keys:
            raise ServerError("the relying party must have an encryption key")
        check_key(keys[0], use="enc", algorithm=party.userinfo_key_encryption)
        return keys[0]

    def entity_configuration(self) -> str:
        """Return what we say of ourselves in the federation; raises `EndpointRefused` where we are in none."""
        if self.anchor is None or self.federation_key is None:
            raise EndpointRefused("not_found", "no federation here", status=404)
        return own_configuration(
            self.anchor, self.federation_key, public_key_set(self.key), self.metadata(), self.clock()
        )

    async def authenticate(self, form: dict[str, str], *, audience: str) -> None:
        """Refuse a caller that does not prove with a fresh, unused assertion to be the registered party."""
        now = self.clock()
        try:
            party = await self.party(form.get("client_id", self._only_client))
        except ServerError:
            raise
        except PageRefused as refusal:
            raise EndpointRefused("invalid_client", refusal.reason, status=401) from None
        if form.get("client_assertion_type") != ASSERTION_TYPE or "client_secret" in form:
            raise EndpointRefused("invalid_client", "only private_key_jwt", status=401)
        try:
            claims = verify(
                form.get("client_assertion", ""),
                await self.party_keys(party),
                kind=TokenKind.CLIENT_ASSERTION,
                algorithm=party.request_signature,
            )
            check_claims(
                claims, now=now, issuer=party.client_id, audience=audience, longest_life=LONGEST_ASSERTION_LIFE
            )
            is_own = text_claim(claims, "sub") == party.client_id
            assertion_id = text_claim(claims, "jti")
        except TokenRefused as refusal:
            raise EndpointRefused("invalid_client", f"client assertion: {refusal.reason}", status=401) from None
        until = datetime.fromtimestamp(claims["exp"], now.tzinfo) + SKEW
        if not is_own or self.grants.is_replayed(assertion_id, expires_at=until, now=now):
            raise EndpointRefused("invalid_client", "client assertion: used before or of another", status=401)

    @property
    def _only_client(self) -> str:
        # The name may be left out of the form: the assertion says it too, and there is one party.
        if self.settings.party is not None:
            return self.settings.party.client_id
        return self.settings.enrolment.portal if self.settings.enrolment else ""

    def metadata(self) -> dict[str, Any]:
        """Return the description of this provider in the form of OpenID Connect Discovery."""
        address = self.settings.address
        return {
            "issuer": self.settings.issuer,
            "authorization_endpoint": address("/autorizza"),
            "token_endpoint": address("/token"),
            "userinfo_endpoint": address("/userinfo"),
            "revocation_endpoint": address("/revoca"),
            "jwks_uri": address("/jwks"),
            "response_types_supported": ["code"],
            "response_modes_supported": ["query"],
            "grant_types_supported": ["authorization_code"],
            "subject_types_supported": ["pairwise"],
            "scopes_supported": ["openid", "profile", "email"],
            "acr_values_supported": [level.acr for level in Level],
            "code_challenge_methods_supported": ["S256"],
            "request_parameter_supported": True,
            "request_uri_parameter_supported": False,
            "claims_parameter_supported": True,
            "authorization_response_iss_parameter_supported": True,
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            "token_endpoint_auth_signing_alg_values_supported": _SIGNATURES,
            "request_object_signing_alg_values_supported": _SIGNATURES,
            "id_token_signing_alg_values_supported": _SIGNATURES,
            "userinfo_signing_alg_values_supported": _SIGNATURES,
            "userinfo_encryption_alg_values_supported": _KEY_ENCRYPTIONS,
            "userinfo_encryption_enc_values_supported": _CONTENT_ENCRYPTIONS,
            "claims_supported": [FISCAL_NUMBER, "given_name", "family_name", "birthdate", "gender"],
        }

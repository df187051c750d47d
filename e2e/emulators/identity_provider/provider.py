"""One running provider: its settings, key, people and memory, in one value that the handlers share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import httpx

from domain.access.gateways.identities import Level
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, check_claims, verify
from domain.access.gateways.json_web_keys import Jwk, check_key
from domain.access.gateways.openid.endpoints import ASSERTION_TYPE
from domain.access.gateways.token_claims import SKEW, text_claim
from e2e.emulators.identity_provider.grants import Grants
from e2e.emulators.identity_provider.issuing import Issuer
from e2e.emulators.identity_provider.keys import party_keys
from e2e.emulators.identity_provider.misbehaviour import FISCAL_NUMBER
from e2e.emulators.identity_provider.refusals import EndpointRefused, ServerError
from e2e.emulators.identity_provider.settings import DemoPerson, IdentityProviderSettings

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
    grants: Grants = field(default_factory=Grants)

    async def party_keys(self) -> dict[str, Any]:
        """Return the public keys of the relying party, as published now."""
        return await party_keys(self.settings.party, self.http)

    async def encryption_key(self) -> Jwk:
        """Return the key for which userinfo is encrypted: the party's only one for that purpose."""
        keys = [key for key in (await self.party_keys()).get("keys", []) if key.get("use") == "enc"]
        if len(keys) != 1:
            raise ServerError("the relying party must have one encryption key")
        check_key(keys[0], use="enc", algorithm=self.settings.party.userinfo_key_encryption)
        return keys[0]

    async def authenticate(self, form: dict[str, str], *, audience: str) -> None:
        """Refuse a caller that does not prove with a fresh, unused assertion to be the registered party."""
        party, now = self.settings.party, self.clock()
        if form.get("client_id", party.client_id) != party.client_id:
            raise EndpointRefused("invalid_client", "client_id is not registered", status=401)
        if form.get("client_assertion_type") != ASSERTION_TYPE or "client_secret" in form:
            raise EndpointRefused("invalid_client", "only private_key_jwt", status=401)
        try:
            claims = verify(
                form.get("client_assertion", ""),
                await self.party_keys(),
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

"""Who takes part in a sign-in by OpenID Connect, and what comes out of it.

The provider's addresses and keys come from the federation, never from a request. No private key, token or
personal datum shows up in the `repr` of these values, so none can slip into a log.
"""

from dataclasses import dataclass, field
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from domain.access.gateways.json_web_keys import TokenRefused, check_key
from domain.access.terms import Way
from domain.platform.outside.http import check_address

Signature = Literal["RS256", "RS512", "ES256", "ES512"]
MANDATORY_ALGORITHMS = frozenset({"RS256", "RS512", "RSA-OAEP", "RSA-OAEP-256", "A128CBC-HS256", "A256CBC-HS512"})


class Provider(BaseModel):
    """An identity provider (OP) as its trust chain describes it; `way` is the kind of identity it vouches for.

    Refuses addresses that are not https to a public host, unless `loopback_development` is set: then also
    plain http, but only to this very machine. `complete_userinfo` demands iss, aud, iat and exp there.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1)
    way: Way = Way.CIE
    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    userinfo_endpoint: str
    revocation_endpoint: str
    jwks: dict[str, Any]
    algorithms: frozenset[str] = MANDATORY_ALGORITHMS
    complete_userinfo: bool = True
    loopback_development: bool = False

    @model_validator(mode="after")
    def _is_safe(self) -> Self:
        for address in (
            self.issuer,
            self.authorization_endpoint,
            self.token_endpoint,
            self.userinfo_endpoint,
            self.revocation_endpoint,
        ):
            check_address(address, loopback_development=self.loopback_development)
        keys = self.jwks.get("keys")
        if not isinstance(keys, list) or not keys or any("d" in key or key.get("kty") == "oct" for key in keys):
            raise ValueError("a provider is known by its public keys, and by them alone")
        return self


class RelyingParty(BaseModel):
    """Us, as registered at a provider: name, return address, our private keys, the agreed algorithms.

    `further_encryption_keys` open what was encrypted for a key that is about to come or go.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    client_id: str = Field(min_length=1)
    redirect_uri: str
    signing_key: dict[str, Any] = Field(repr=False)
    encryption_key: dict[str, Any] = Field(repr=False)
    further_encryption_keys: tuple[dict[str, Any], ...] = Field(default=(), repr=False)
    request_signature: Signature = "RS256"
    id_token_signature: Signature = "RS256"  # noqa: S105 - an algorithm
    userinfo_signature: Signature = "RS256"
    userinfo_key_encryption: Literal["RSA-OAEP", "RSA-OAEP-256"] = "RSA-OAEP"
    userinfo_content_encryption: Literal["A128CBC-HS256", "A256CBC-HS512"] = "A256CBC-HS512"

    @model_validator(mode="after")
    def _keys_fit(self) -> Self:
        _check_own_key(self.signing_key, use="sig", algorithm=self.request_signature)
        for key in (self.encryption_key, *self.further_encryption_keys):
            _check_own_key(key, use="enc", algorithm=self.userinfo_key_encryption)
        if self.signing_key["kid"] == self.encryption_key["kid"]:
            raise ValueError("signing and encryption need a key each")
        return self

    @property
    def algorithms(self) -> frozenset[str]:
        """All algorithms that a provider must know to serve us."""
        return frozenset(
            {
                self.request_signature,
                self.id_token_signature,
                self.userinfo_signature,
                self.userinfo_key_encryption,
                self.userinfo_content_encryption,
            }
        )


@dataclass(frozen=True)
class AuthorizationRequest:
    """Where to send the browser, and what must be kept (tied to that browser) until it comes back."""

    url: str = field(repr=False)
    state: str = field(repr=False)
    nonce: str = field(repr=False)
    code_verifier: str = field(repr=False)
    request_id: str


def _check_own_key(key: dict[str, Any], *, use: str, algorithm: str) -> None:
    try:
        check_key(key, use=use, algorithm=algorithm)
    except TokenRefused as refusal:
        raise ValueError(refusal.reason) from None
    if not key.get("kid") or "d" not in key:
        raise ValueError("not a named private key")

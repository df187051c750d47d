"""From a trust chain to a provider that can be asked."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from domain.access.gateways.federation.chains import Chain
from domain.access.gateways.jose_tokens import TokenRefused
from domain.access.gateways.openid.parties import MANDATORY_ALGORITHMS, Provider, RelyingParty
from domain.access.terms import Way

_ADDRESSES = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "revocation_endpoint")
_ALGORITHM_LISTS = (
    "request_object_signing_alg_values_supported",
    "id_token_signing_alg_values_supported",
    "userinfo_signing_alg_values_supported",
    "userinfo_encryption_alg_values_supported",
    "userinfo_encryption_enc_values_supported",
)
LONGEST_NAME = 100


def provider_of(chain: Chain, way: Way, *, complete_userinfo: bool, loopback_development: bool) -> Provider:
    """Return the provider that the chain describes; raises ``TokenRefused`` where it does not describe a usable one."""
    metadata = chain.metadata
    if metadata.get("issuer") != chain.subject:
        raise TokenRefused("provider under another name")
    if not isinstance(metadata.get("jwks"), Mapping):
        raise TokenRefused("provider without keys")
    try:
        return Provider(
            way=way,
            name=_name(metadata, chain.subject),
            issuer=chain.subject,
            **{name: metadata.get(name) for name in _ADDRESSES},  # pyright: ignore[reportArgumentType] - validated
            jwks=metadata["jwks"],
            algorithms=_algorithms(metadata),
            complete_userinfo=complete_userinfo,
            loopback_development=loopback_development,
        )
    except ValidationError:  # it would quote what somebody else has written
        raise TokenRefused("provider metadata incomplete or unsafe") from None


def check_fit(party: RelyingParty, provider: Provider) -> None:
    """Refuse a provider that does not know the algorithms under which we are registered."""
    if not party.algorithms <= provider.algorithms:
        raise TokenRefused("the provider does not know our algorithms")


def _name(metadata: Mapping[str, Any], fallback: str) -> str:
    for member in ("organization_name", "op_name"):
        found = metadata.get(member)
        if isinstance(found, str) and found.strip() and found.isprintable():
            return found.strip()[:LONGEST_NAME]
    return fallback


def _algorithms(metadata: Mapping[str, Any]) -> frozenset[str]:
    found: set[str] = set()
    for name in _ALGORITHM_LISTS:
        listed = metadata.get(name)
        # What a provider does not list, it must know all the same: the rules say so.
        found |= {str(one) for one in listed} if isinstance(listed, list) else MANDATORY_ALGORITHMS
    return frozenset(found)

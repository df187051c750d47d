"""Our own entity configuration, and what we answer about chains that we hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from domain.access.gateways.federation.chains import RELYING_PARTY, Chain
from domain.access.gateways.jose_tokens import TokenKind, sign
from domain.access.gateways.json_web_keys import Jwk, public_key_set

LIFE = timedelta(hours=24)
RESOLVE_LIFE = timedelta(hours=1)
SIGNATURE = "RS256"
RESOLVE_MEDIA_TYPE = "application/resolve-response+jwt"


@dataclass(frozen=True)
class OurEntity:
    """What there is to say of us. ``keys`` are the federation keys, private, the current one first."""

    client_id: str
    organization_name: str
    homepage: str
    privacy_page: str
    logo: str
    contacts: tuple[str, ...]
    resolve_endpoint: str
    redirect_uris: tuple[str, ...]
    authorities: tuple[str, ...]
    algorithms: Mapping[str, str]
    jwks: Mapping[str, Any]
    keys: tuple[Jwk, ...] = field(repr=False)


def sign_configuration(entity: OurEntity, trust_marks: Sequence[Mapping[str, Any]], *, now: datetime) -> str:
    """Return our entity configuration, valid for a day from ``now``, with these trust marks."""
    claims: dict[str, Any] = {
        "iss": entity.client_id,
        "sub": entity.client_id,
        "iat": int(now.timestamp()),
        "exp": int((now + LIFE).timestamp()),
        "jwks": public_key_set(*entity.keys),
        "authority_hints": list(entity.authorities),
        "trust_marks": [dict(mark) for mark in trust_marks],
        "metadata": {"federation_entity": _federation_entity(entity), RELYING_PARTY: _relying_party(entity)},
    }
    return sign(claims, entity.keys[0], kind=TokenKind.ENTITY_STATEMENT, algorithm=SIGNATURE)


def sign_resolved(entity: OurEntity, chain: Chain, *, now: datetime) -> str:
    """Return our answer about a chain that we hold: its final metadata, no longer valid than the chain itself."""
    claims: dict[str, Any] = {
        "iss": entity.client_id,
        "sub": chain.subject,
        "iat": int(now.timestamp()),
        "exp": min(chain.expires_at, int((now + RESOLVE_LIFE).timestamp())),
        "metadata": {chain.kind: chain.metadata},
        "trust_marks": chain.trust_marks,
        "trust_chain": chain.documents,
        "trust_anchor": chain.anchor,
    }
    return sign(claims, entity.keys[0], kind=TokenKind.RESOLVE_RESPONSE, algorithm=SIGNATURE)


def _federation_entity(entity: OurEntity) -> dict[str, Any]:
    return {
        "organization_name": entity.organization_name,
        "homepage_uri": entity.homepage,
        "policy_uri": entity.privacy_page,
        "logo_uri": entity.logo,
        "contacts": list(entity.contacts),
        "federation_resolve_endpoint": entity.resolve_endpoint,
    }


def _relying_party(entity: OurEntity) -> dict[str, Any]:
    return {
        "application_type": "web",
        "client_id": entity.client_id,
        "client_name": entity.organization_name,
        "client_registration_types": ["automatic"],
        "contacts": list(entity.contacts),
        "grant_types": ["authorization_code"],
        "response_types": ["code"],
        "subject_type": "pairwise",
        "redirect_uris": list(entity.redirect_uris),
        "token_endpoint_auth_method": "private_key_jwt",
        "jwks": dict(entity.jwks),
        **entity.algorithms,
    }

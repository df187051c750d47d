"""What the provider says of itself in the federation, and what it learns there of the service."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import httpx
from pydantic import ValidationError

from domain.access.gateways.federation.chains import PROVIDER, RELYING_PARTY, check_chain
from domain.access.gateways.federation.discovery import ask, well_known
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, named_algorithm, sign, unverified_claims, verify
from domain.access.gateways.json_web_keys import Jwk, public_key_set
from domain.access.gateways.token_claims import check_times
from domain.platform.outside.http import CallFailed
from e2e.emulators.identity_provider.federation.anchor import DemoAnchor, NotAMember
from e2e.emulators.identity_provider.federation.misbehaviour import FederationMisbehaviour
from e2e.emulators.identity_provider.refusals import PageRefused, ServerError
from e2e.emulators.identity_provider.settings import PartyRegistration

LIFE = timedelta(hours=24)
_M = FederationMisbehaviour


def own_configuration(
    anchor: DemoAnchor, key: Jwk, core_keys: Mapping[str, Any], metadata: Mapping[str, Any], now: datetime
) -> str:
    """The provider's entity configuration, signed with its federation key; ``core_keys`` sign the tokens."""
    wrong = anchor.misbehaviour
    moment = now - (LIFE + timedelta(hours=1) if wrong is _M.PROVIDER_EXPIRED else timedelta())
    other = "https://altra-federazione.example.it"
    claims = {
        "iss": metadata["issuer"],
        "sub": metadata["issuer"],
        "iat": int(moment.timestamp()),
        "exp": int((moment + LIFE).timestamp()),
        "jwks": public_key_set(key),
        "authority_hints": [other if wrong is _M.PROVIDER_OTHER_ANCHOR else anchor.entity_id],
        "trust_marks": [] if wrong is _M.PROVIDER_WITHOUT_MARK else [anchor.mark_entry(PROVIDER)],
        "metadata": {
            "federation_entity": {
                "organization_name": "CIE di prova",
                "homepage_uri": metadata["issuer"],
                "policy_uri": metadata["issuer"],
                "logo_uri": f"{metadata['issuer']}/logo.svg",
                "contacts": ["federazione@example.it"],
                "federation_resolve_endpoint": f"{metadata['issuer']}/resolve",
            },
            PROVIDER: {
                **{name: value for name, value in metadata.items() if name != "jwks_uri"},
                "organization_name": "CIE di prova",
                "op_name": "CIE di prova",
                "client_registration_types_supported": ["automatic"],
                "request_authentication_methods_supported": {"authorization_endpoint": ["request_object"]},
                "jwks": dict(core_keys),
            },
        },
    }
    return sign(claims, key, kind=TokenKind.ENTITY_STATEMENT, algorithm="RS256")


async def learn_party(anchor: DemoAnchor, client_id: str, http: httpx.AsyncClient) -> PartyRegistration:
    """The service as the federation vouches for it now; raises `PageRefused` where it does not.

    Nothing is asked of a name that the anchor does not know.
    """
    now = anchor.clock()
    try:
        statement = anchor.statement(client_id)
    except NotAMember:
        raise PageRefused("client_id is not registered") from None
    try:
        own = await ask(http, well_known(client_id), loopback_development=True)
        chain = check_chain(
            anchor.trusted,
            subject=client_id,
            own=own,
            statement=statement,
            configuration=anchor.configuration(),
            kind=RELYING_PARTY,
            now=now,
        )
        _check_mark(anchor, own, client_id, now)
        return _registration(client_id, chain.metadata)
    except (CallFailed, ValueError):
        raise ServerError("the service's entity configuration cannot be fetched") from None
    except TokenRefused as refusal:
        raise PageRefused(f"the service in the federation: {refusal.reason}") from None


def _check_mark(anchor: DemoAnchor, own: str, client_id: str, now: datetime) -> None:
    wanted = anchor.mark_type(RELYING_PARTY)
    # The chain has been checked: its signature covers these claims.
    marks = unverified_claims(own).get("trust_marks")
    found = (
        [one for one in marks if isinstance(one, dict) and one.get("id") == wanted] if isinstance(marks, list) else []
    )
    if len(found) != 1:
        raise TokenRefused("required trust mark is missing")
    token = str(found[0].get("trust_mark", ""))
    claims = verify(token, anchor.trusted.jwks, kind=TokenKind.TRUST_MARK, algorithm=named_algorithm(token))
    if (claims.get("iss"), claims.get("sub"), claims.get("id")) != (anchor.entity_id, client_id, wanted):
        raise TokenRefused("trust mark of or about somebody else")
    check_times(claims, now=now)
    if not anchor.is_active(client_id, wanted):
        raise TokenRefused("trust mark is revoked")


def _registration(client_id: str, metadata: Mapping[str, Any]) -> PartyRegistration:
    if metadata.get("client_id") != client_id or metadata.get("response_types") != ["code"]:
        raise TokenRefused("metadata of another service, or not for codes")
    if "automatic" not in metadata.get("client_registration_types", ()):
        raise TokenRefused("not for automatic registration")
    try:
        return PartyRegistration(
            client_id=client_id,
            client_name=metadata["client_name"],
            redirect_uris=metadata["redirect_uris"],
            jwks=metadata["jwks"],
            request_signature=metadata.get("request_object_signing_alg", "RS256"),
            id_token_signature=metadata["id_token_signed_response_alg"],
            userinfo_signature=metadata["userinfo_signed_response_alg"],
            userinfo_key_encryption=metadata["userinfo_encrypted_response_alg"],
            userinfo_content_encryption=metadata["userinfo_encrypted_response_enc"],
        )
    except (KeyError, ValidationError):
        raise TokenRefused("metadata incomplete") from None

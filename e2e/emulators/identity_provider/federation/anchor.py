"""The trust anchor: who belongs to the demo federation, on what terms, and the marks that say so."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from domain.access.gateways.federation.chains import PROVIDER, RELYING_PARTY
from domain.access.gateways.federation.statements import TrustAnchor
from domain.access.gateways.jose_tokens import TokenKind, sign
from domain.access.gateways.json_web_keys import Jwk, new_private_key, public_key_set
from e2e.emulators.identity_provider.federation.misbehaviour import FederationMisbehaviour
from e2e.emulators.identity_provider.settings import IdentityProviderSettings

PATH = "/federazione"
LIFE = timedelta(hours=24)
MARK_LIFE = timedelta(days=30)
_M = FederationMisbehaviour
_SIGNATURES = ["RS256", "RS512"]

POLICIES: dict[str, dict[str, Any]] = {
    PROVIDER: {
        "client_registration_types_supported": {"subset_of": ["automatic"], "essential": True},
        "subject_types_supported": {"value": ["pairwise"]},
        "token_endpoint_auth_methods_supported": {"value": ["private_key_jwt"]},
        "id_token_signing_alg_values_supported": {"subset_of": _SIGNATURES, "essential": True},
        "userinfo_signing_alg_values_supported": {"subset_of": _SIGNATURES},
        "userinfo_encryption_alg_values_supported": {"subset_of": ["RSA-OAEP", "RSA-OAEP-256"]},
        "userinfo_encryption_enc_values_supported": {"subset_of": ["A128CBC-HS256", "A256CBC-HS512"]},
    },
    RELYING_PARTY: {
        "client_registration_types": {"subset_of": ["automatic"], "essential": True},
        "grant_types": {"subset_of": ["authorization_code", "refresh_token"]},
        "token_endpoint_auth_method": {"one_of": ["private_key_jwt"]},
        "id_token_signed_response_alg": {"one_of": _SIGNATURES},
        "userinfo_signed_response_alg": {"one_of": _SIGNATURES},
        "userinfo_encrypted_response_alg": {"one_of": ["RSA-OAEP", "RSA-OAEP-256"]},
        "userinfo_encrypted_response_enc": {"one_of": ["A128CBC-HS256", "A256CBC-HS512"]},
    },
}


class NotAMember(Exception):
    """The federation knows nobody of this name."""


@dataclass
class DemoAnchor:
    """The anchor of one process. ``misbehaviour`` may change while it runs; ``provider_keys`` are public."""

    settings: IdentityProviderSettings
    key: Jwk = field(repr=False)
    provider_keys: dict[str, Any]
    clock: Callable[[], datetime]
    misbehaviour: FederationMisbehaviour | None = None

    @property
    def entity_id(self) -> str:
        """Our name."""
        return self.settings.address(PATH)

    @property
    def trusted(self) -> TrustAnchor:
        """What a member must know of us beforehand."""
        return TrustAnchor(self.entity_id, public_key_set(self.key))

    def address(self, path: str) -> str:
        """The full address of one of our paths."""
        return self.entity_id + path

    def members(self, kind: str) -> list[str]:
        """The names of the members of a kind (of all when it is empty)."""
        known = {PROVIDER: self.settings.issuer, RELYING_PARTY: self._party}
        hidden = {_M.PROVIDER_NOT_LISTED: PROVIDER, _M.PARTY_UNKNOWN: RELYING_PARTY}.get(
            self.misbehaviour or _M.ANCHOR_SILENT
        )
        return [name for one, name in known.items() if kind in {"", one} and one != hidden]

    def configuration(self) -> str:
        """What we say of ourselves."""
        claims = self._frame(self.entity_id, expired=self.misbehaviour is _M.ANCHOR_EXPIRED) | {
            "jwks": public_key_set(self.key),
            "metadata": {
                "federation_entity": {
                    "organization_name": "Federazione di prova",
                    "homepage_uri": self.settings.issuer,
                    "contacts": ["federazione@example.it"],
                    "federation_fetch_endpoint": self.address("/fetch"),
                    "federation_list_endpoint": self.address("/list"),
                    "federation_resolve_endpoint": self.address("/resolve"),
                    "federation_trust_mark_status_endpoint": self.address("/trust_mark_status"),
                }
            },
            "constraints": {"max_path_length": 1},
            "trust_mark_issuers": {self.mark_type(kind): [self.entity_id] for kind in POLICIES},
        }
        return self._signed(claims, is_foreign=self.misbehaviour is _M.ANCHOR_FOREIGN_KEY)

    def statement(self, subject: str) -> str:
        """What we say of a member: its keys, the terms, and its mark. Refuses NotAMember."""
        kind, wrong = self._kind(subject), self.misbehaviour
        is_provider = kind == PROVIDER
        claims = self._frame(subject, expired=is_provider and wrong is _M.STATEMENT_EXPIRED) | {
            "jwks": self._keys_of(kind),
            "metadata_policy": {kind: self._policy(kind)},
            "source_endpoint": self.address("/fetch"),
        }
        if not is_provider:
            claims["trust_marks"] = [self.mark_entry(kind)]
        if is_provider and wrong is _M.STATEMENT_OTHER_SUBJECT:
            claims["sub"] = "https://altro-op.example.it"
        if is_provider and wrong is _M.STATEMENT_OTHER_KEYS:
            claims["jwks"] = public_key_set(_stranger())
        return self._signed(claims, is_foreign=is_provider and wrong is _M.STATEMENT_FOREIGN_KEY)

    def mark_type(self, kind: str) -> str:
        """The name of the mark of a kind of public members."""
        return self.address(f"/{kind}/public")

    def mark_entry(self, kind: str) -> dict[str, str]:
        """The mark of the member of this kind, as statements carry it."""
        is_provider, wrong = kind == PROVIDER, self.misbehaviour
        subject = self.settings.issuer if is_provider else self._party
        claims = self._frame(subject, expired=is_provider and wrong is _M.PROVIDER_MARK_EXPIRED, life=MARK_LIFE) | {
            "id": self.mark_type(kind),
            "organization_type": "public",
            "id_code": "prova",
            "organization_name": "Provider di prova" if is_provider else "Sportello Sociale",
            "email": "federazione@example.it",
            "ref": self.settings.issuer,
        }
        is_foreign = is_provider and wrong is _M.PROVIDER_MARK_FOREIGN_KEY
        return {"id": self.mark_type(kind), "trust_mark": self._signed(claims, TokenKind.TRUST_MARK, is_foreign)}

    def is_active(self, subject: str, mark_type: str) -> bool:
        """Whether a member's mark of this type still counts."""
        if subject == self._party and mark_type == self.mark_type(RELYING_PARTY):
            return self.misbehaviour not in {_M.PARTY_MARK_REVOKED, _M.PARTY_UNKNOWN}
        return subject == self.settings.issuer and mark_type == self.mark_type(PROVIDER)

    @property
    def _party(self) -> str:
        return self.settings.enrolment.portal if self.settings.enrolment else ""

    def _kind(self, subject: str) -> str:
        for kind in POLICIES:
            # A provider that is not listed is still a member: it only hides.
            is_hidden = kind == RELYING_PARTY and self.misbehaviour is _M.PARTY_UNKNOWN
            if subject == {PROVIDER: self.settings.issuer, RELYING_PARTY: self._party}[kind] and not is_hidden:
                return kind
        raise NotAMember

    def _keys_of(self, kind: str) -> dict[str, Any]:
        if kind == PROVIDER or self.settings.enrolment is None:
            return self.provider_keys
        # Read anew each time: the portal may have rolled its keys over.
        return json.loads(self.settings.enrolment.federation_keys.read_text(encoding="utf-8"))

    def _policy(self, kind: str) -> dict[str, Any]:
        if kind == PROVIDER and self.misbehaviour is _M.POLICY_UNKNOWN:
            return POLICIES[kind] | {"scopes_supported": {"regexp": "openid"}}
        if kind == PROVIDER and self.misbehaviour is _M.POLICY_UNMET:
            return POLICIES[kind] | {"op_policy_uri": {"essential": True}}
        return POLICIES[kind]

    def _frame(self, subject: str, *, expired: bool, life: timedelta = LIFE) -> dict[str, Any]:
        moment = self.clock() - (life + timedelta(hours=1) if expired else timedelta())
        return {
            "iss": self.entity_id,
            "sub": subject,
            "iat": int(moment.timestamp()),
            "exp": int((moment + life).timestamp()),
        }

    def _signed(
        self, claims: dict[str, Any], kind: TokenKind = TokenKind.ENTITY_STATEMENT, is_foreign: bool = False
    ) -> str:
        key = _stranger() | {"kid": self.key["kid"]} if is_foreign else self.key
        return sign(claims, key, kind=kind, algorithm="RS256")


@cache
def _stranger() -> Jwk:
    return new_private_key(use="sig", bits=2048)

"""The tokens that the provider gives out: id_token, access token, encrypted userinfo."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.access.gateways.jose_tokens import TokenKind, encrypt, sign
from domain.access.gateways.json_web_keys import Jwk, new_private_key, public_key
from domain.access.gateways.openid.answers import half_hash
from e2e.emulators.identity_provider.grants import TOKEN_LIFE, Grant
from e2e.emulators.identity_provider.misbehaviour import (
    FISCAL_NUMBER,
    Misbehaviour,
    distort,
    forged_with_public_key,
    unsigned,
)
from e2e.emulators.identity_provider.settings import DemoPerson, IdentityProviderSettings


@dataclass(frozen=True)
class Issuer:
    """Makes tokens with the provider's key, right ones unless told to misbehave."""

    settings: IdentityProviderSettings
    key: Jwk
    misbehaviour: Misbehaviour | None = None

    def wrong(self, grant: Grant) -> Misbehaviour | None:
        """How to be wrong about this grant: as the person has chosen, else as we always are."""
        return grant.wrong or self.misbehaviour

    def access_token(self, grant: Grant, now: datetime) -> str:
        """Return a signed access token for our userinfo endpoint."""
        claims = self._frame(grant, now) | {
            "aud": self.settings.address("/userinfo"),
            "client_id": grant.asked.party.client_id,
            "scope": "openid",
            "jti": secrets.token_urlsafe(24),
            "exp": int((now + TOKEN_LIFE).timestamp()),
        }
        return sign(claims, self.key, kind=TokenKind.ACCESS_TOKEN, algorithm=grant.asked.party.id_token_signature)

    def id_token(self, grant: Grant, access_token: str, now: datetime) -> str:
        """Return the id_token that belongs to this access token."""
        claims = self._frame(grant, now) | {
            "nonce": grant.asked.nonce,
            "acr": grant.asked.acr,
            "at_hash": half_hash(access_token, grant.asked.party.id_token_signature),
            "auth_time": int(grant.granted_at.timestamp()),
            "jti": secrets.token_urlsafe(24),
        }
        claims = distort(claims, self.wrong(grant), now=int(now.timestamp()), userinfo=False)
        return self._signed_id_token(claims, grant)

    def userinfo(self, grant: Grant, recipient: Jwk, now: datetime) -> str:
        """Return the person's data, signed by us and encrypted for the relying party."""
        claims = self._frame(grant, now) | _profile(grant.person)
        claims = distort(claims, self.wrong(grant), now=int(now.timestamp()), userinfo=True)
        wrong, party = self.wrong(grant), grant.asked.party
        key = self._stranger() if wrong is Misbehaviour.USERINFO_FOREIGN_KEY else self.key
        signed = sign(claims, key, kind=TokenKind.USERINFO, algorithm=party.userinfo_signature)
        if wrong is Misbehaviour.USERINFO_UNENCRYPTED:
            return signed
        if wrong is Misbehaviour.USERINFO_UNSIGNED:
            signed = unsigned(claims)
        if wrong is Misbehaviour.USERINFO_FOREIGN_RECIPIENT:
            recipient = public_key(new_private_key(use="enc", bits=2048)) | {"kid": recipient["kid"]}
        algorithm, encryption = party.userinfo_key_encryption, party.userinfo_content_encryption
        if wrong is Misbehaviour.USERINFO_OTHER_ENCRYPTION:
            encryption = {"A128CBC-HS256": "A256CBC-HS512", "A256CBC-HS512": "A128CBC-HS256"}[encryption]
        if wrong is Misbehaviour.USERINFO_OTHER_KEY_ENCRYPTION:
            algorithm = {"RSA-OAEP": "RSA-OAEP-256", "RSA-OAEP-256": "RSA-OAEP"}[algorithm]
        wrapped = encrypt(signed, recipient, algorithm=algorithm, encryption=encryption)
        if wrong is Misbehaviour.USERINFO_TAMPERED:
            head, _, tag = wrapped.rpartition(".")
            return f"{head}.{tag[::-1]}"
        return wrapped

    def plain_userinfo(self, grant: Grant, now: datetime) -> dict[str, Any]:
        """Return the person's data without any protection (a misbehaviour)."""
        return self._frame(grant, now) | _profile(grant.person)

    def _frame(self, grant: Grant, now: datetime) -> dict[str, Any]:
        return {
            "iss": self.settings.issuer,
            "sub": self._subject(grant),
            "aud": grant.asked.party.client_id,
            "iat": int(now.timestamp()),
            "exp": int((now + TOKEN_LIFE).timestamp()),
        }

    def _subject(self, grant: Grant) -> str:
        # Pairwise: the same person has another name at another party, and it tells nothing about them.
        salted = f"{self.key['d']}|{grant.asked.party.client_id}|{grant.person.codice_fiscale}"
        return hashlib.sha256(salted.encode()).hexdigest()

    def _signed_id_token(self, claims: dict[str, Any], grant: Grant) -> str:
        wrong, algorithm = self.wrong(grant), grant.asked.party.id_token_signature
        if wrong is Misbehaviour.ID_TOKEN_UNSIGNED:
            return unsigned(claims)
        if wrong is Misbehaviour.ID_TOKEN_FORGED_WITH_PUBLIC_KEY:
            return forged_with_public_key(claims, self.key)
        if wrong is Misbehaviour.ID_TOKEN_OTHER_ALGORITHM:
            algorithm = "RS512" if algorithm == "RS256" else "RS256"
        key = self.key
        if wrong is Misbehaviour.ID_TOKEN_FOREIGN_KEY:
            key = new_private_key(use="sig", bits=2048)
        if wrong is Misbehaviour.ID_TOKEN_FOREIGN_KEY_SAME_NAME:
            key = self._stranger()
        is_other_kind = wrong is Misbehaviour.ID_TOKEN_OTHER_KIND
        kind = TokenKind.ACCESS_TOKEN if is_other_kind else TokenKind.ID_TOKEN
        token = sign(claims, key, kind=kind, algorithm=algorithm)
        return token.rpartition(".")[0] + "." if wrong is Misbehaviour.ID_TOKEN_SIGNATURE_CUT else token

    def _stranger(self) -> Jwk:
        return new_private_key(use="sig", bits=2048) | {"kid": self.key["kid"]}


def _profile(person: DemoPerson) -> dict[str, Any]:
    return {
        FISCAL_NUMBER: f"TINIT-{person.codice_fiscale}",
        "given_name": person.given_name,
        "family_name": person.family_name,
        "birthdate": person.born_on.isoformat(),
        "gender": person.sex,
        "place_of_birth": {"locality": person.birthplace_code},
        "email": person.email,
    }

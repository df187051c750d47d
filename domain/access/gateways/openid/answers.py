"""What a provider tells us about a person, believed only after every check of the Italian profile."""

import base64
import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from domain.access.gateways.identities import Identity, Level, ProviderSession
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, check_claims, decrypt, verify
from domain.access.gateways.openid.parties import Provider, RelyingParty
from domain.access.gateways.token_claims import (
    SKEW,
    check_audience,
    check_times,
    numeric_date,
    text_claim,
)

OLDEST_ANSWER = timedelta(minutes=5)
OLDEST_LOGIN = timedelta(minutes=15)
"""A person may take a while between typing the password and pressing the last button."""

FISCAL_NUMBER = "https://attributes.eid.gov.it/fiscal_number"
_CODICE_FISCALE = re.compile(r"[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]|[0-9]{11}")
_BELFIORE = re.compile(r"[A-Z][0-9]{3}")
_DIGESTS = {"RS256": hashlib.sha256, "ES256": hashlib.sha256, "RS512": hashlib.sha512, "ES512": hashlib.sha512}
_SEXES = {"f": "F", "female": "F", "m": "M", "male": "M"}


@dataclass(frozen=True)
class SignedIn:
    """The checked id_token: who (only for this issuer) and how strongly."""

    subject: str = field(repr=False)
    level: Level


def check_id_token(
    token: str,
    party: RelyingParty,
    provider: Provider,
    *,
    access_token: str,
    nonce: str,
    fresh_login: bool,
    now: datetime,
) -> SignedIn:
    """Return subject and level of an id_token that is authentic, for us, for this request and recent.

    Raises `TokenRefused`. Whether the level suffices is for the caller to judge.
    """
    claims = verify(token, provider.jwks, kind=TokenKind.ID_TOKEN, algorithm=party.id_token_signature)
    check_claims(claims, now=now, issuer=provider.issuer, audience=party.client_id, oldest=OLDEST_ANSWER)
    if claims.get("azp", party.client_id) != party.client_id:
        raise TokenRefused("made for another party")
    if not hmac.compare_digest(text_claim(claims, "nonce").encode(), nonce.encode()):
        raise TokenRefused("other nonce")
    expected = half_hash(access_token, party.id_token_signature)
    if not hmac.compare_digest(text_claim(claims, "at_hash").encode(), expected.encode()):
        raise TokenRefused("id_token and access_token do not belong together")
    if fresh_login:
        _check_login_time(claims, now)
    return SignedIn(text_claim(claims, "sub", longest=255), _level(claims))


def open_userinfo(token: str, party: RelyingParty) -> str:
    """Return the signed token inside an encrypted userinfo answer. Raises `TokenRefused`."""
    return decrypt(
        token,
        {"keys": [party.encryption_key, *party.further_encryption_keys]},
        algorithm=party.userinfo_key_encryption,
        encryption=party.userinfo_content_encryption,
    )


def check_userinfo(
    inside: str,
    party: RelyingParty,
    provider: Provider,
    *,
    claims: SignedIn,
    access_token: str,
    now: datetime,
) -> Identity:
    """Return the person of a signed userinfo answer (taken out of its envelope) that belongs to this id_token.

    Raises `TokenRefused`, also when the codice fiscale, a name or the date of birth is missing. The check
    letter of the codice fiscale is not judged: official test persons have a wrong one.
    """
    profile = verify(inside, provider.jwks, kind=TokenKind.USERINFO, algorithm=party.userinfo_signature)
    if text_claim(profile, "sub", longest=255) != claims.subject:
        raise TokenRefused("userinfo of somebody else")
    _check_frame(profile, party, provider, now)
    return Identity(
        way=provider.way,
        issuer=provider.issuer,
        subject=claims.subject,
        level=claims.level,
        codice_fiscale=_codice_fiscale(profile),
        given_name=text_claim(profile, "given_name", longest=200),
        family_name=text_claim(profile, "family_name", longest=200),
        born_on=_born_on(profile, now),
        sex=_SEXES.get(str(profile.get("gender", "")).strip().lower()),
        birthplace_code=_birthplace_code(profile),
        email=_email(profile),
        session=ProviderSession(access_token=access_token),
    )


def half_hash(access_token: str, algorithm: str) -> str:
    """Return the `at_hash` of an access token: the left half of its digest in base64url."""
    digest = _DIGESTS[algorithm](access_token.encode("ascii", errors="replace")).digest()
    return base64.urlsafe_b64encode(digest[: len(digest) // 2]).rstrip(b"=").decode()


def _check_login_time(claims: Mapping[str, Any], now: datetime) -> None:
    age = now.timestamp() - numeric_date(claims, "auth_time")
    if not -SKEW.total_seconds() <= age <= OLDEST_LOGIN.total_seconds():
        raise TokenRefused("not a fresh login")


def _level(claims: Mapping[str, Any]) -> Level:
    acr = text_claim(claims, "acr")
    for level in Level:
        if acr == level.acr:
            return level
    raise TokenRefused("unknown level")


def _check_frame(profile: Mapping[str, Any], party: RelyingParty, provider: Provider, now: datetime) -> None:
    # Some providers leave these out although the rules ask for them: then configuration must say so.
    if provider.complete_userinfo:
        check_claims(profile, now=now, issuer=provider.issuer, audience=party.client_id, oldest=OLDEST_ANSWER)
        return
    if profile.get("iss", provider.issuer) != provider.issuer:
        raise TokenRefused("other issuer")
    if "aud" in profile:
        check_audience(profile, audience=party.client_id)
    present = now.timestamp()
    check_times({"iat": present, "exp": present + 1, **profile}, now=now, oldest=OLDEST_ANSWER)


def _codice_fiscale(profile: Mapping[str, Any]) -> str:
    text = text_claim(profile, FISCAL_NUMBER).upper().removeprefix("TINIT-")
    if not _CODICE_FISCALE.fullmatch(text):
        raise TokenRefused("not a codice fiscale")
    return text


def _born_on(profile: Mapping[str, Any], now: datetime) -> date:
    try:
        born_on = date.fromisoformat(text_claim(profile, "birthdate", longest=10))
    except ValueError:
        raise TokenRefused("birthdate is not a day") from None
    if not born_on.year > 1880 or born_on > now.date() + timedelta(days=1):
        raise TokenRefused("birthdate is not possible")
    return born_on


def _birthplace_code(profile: Mapping[str, Any]) -> str | None:
    place = profile.get("place_of_birth")
    code = str(place.get("locality", "")).strip().upper() if isinstance(place, Mapping) else ""
    return code if _BELFIORE.fullmatch(code) else None


def _email(profile: Mapping[str, Any]) -> str | None:
    email = profile.get("email")
    # Only a suggestion for a form field, so a doubtful one is dropped and does not stop the sign-in.
    if not isinstance(email, str) or len(email) > 254 or not email.isprintable() or email.count("@") != 1:
        return None
    return email.strip()

"""Passkeys (WebAuthn): what the browser is asked, and whether its answer is right. The one file that knows the library.

The relying party is the host of the back office, and answers must come from its very origin. Presence and the person's
own verification (PIN, finger, face) are always demanded; no maker's certificate is.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from domain.platform.settings import settings

NAME = "Sportello Sociale"
MOST_BYTES = 16 * 1024
MILLISECONDS = 120_000
VERIFIED = UserVerificationRequirement.REQUIRED


class NotAuthentic(Exception):
    """The answer is not right; the message is for our log: English, nothing personal."""


@dataclass(frozen=True)
class KeptKey:
    """A passkey that has just been made."""

    credential_key: str
    public_key: bytes
    sign_count: int


@dataclass(frozen=True)
class Answer:
    """What the browser brought back, read but not believed yet; ``user_handle`` is empty where none was told."""

    raw: dict[str, Any]
    credential_key: str
    challenge: str
    user_handle: bytes


def relying_party() -> str:
    """The host for which passkeys are made."""
    return urlsplit(settings().backoffice_url).hostname or ""


def origin() -> str:
    """The origin from which answers must come."""
    address = urlsplit(settings().backoffice_url)
    return f"{address.scheme}://{address.netloc}"


def registration_options(
    challenge: bytes, *, user_handle: bytes, email: str, full_name: str, known: Sequence[str]
) -> str:
    """What ``navigator.credentials.create`` is asked, as JSON; ``known`` are the passkeys there are already."""
    options = generate_registration_options(
        rp_id=relying_party(),
        rp_name=NAME,
        user_id=user_handle,
        user_name=email,
        user_display_name=full_name,
        challenge=challenge,
        timeout=MILLISECONDS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=VERIFIED
        ),
        exclude_credentials=_descriptors(known),
    )
    return options_to_json(options)


def sign_in_options(challenge: bytes, known: Sequence[str] = ()) -> str:
    """What ``navigator.credentials.get`` is asked, as JSON; without ``known`` any passkey for us may answer."""
    options = generate_authentication_options(
        rp_id=relying_party(),
        challenge=challenge,
        timeout=MILLISECONDS,
        allow_credentials=_descriptors(known),
        user_verification=VERIFIED,
    )
    return options_to_json(options)


def _descriptors(known: Sequence[str]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(one)) for one in known]


def read_answer(text: str) -> Answer:
    """The parts of an answer by which its challenge and its passkey are found. Refuses ``NotAuthentic``."""
    if len(text) > MOST_BYTES:
        raise NotAuthentic("too long")
    try:
        raw = json.loads(text)
        response = raw["response"]
        client = json.loads(base64url_to_bytes(response["clientDataJSON"]))
        if client.get("crossOrigin") or "topOrigin" in client:
            raise NotAuthentic("asked from within another site")
        handle = base64url_to_bytes(response.get("userHandle") or "")
        return Answer(raw, str(raw["id"]), str(client["challenge"]), handle)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as broken:
        raise NotAuthentic("cannot be read") from broken


def check_registration(answer: Answer, challenge: bytes) -> KeptKey:
    """The passkey that was made for ``challenge``. Refuses ``NotAuthentic``."""
    try:
        made = verify_registration_response(
            credential=answer.raw,
            expected_challenge=challenge,
            expected_rp_id=relying_party(),
            expected_origin=origin(),
            require_user_verification=True,
        )
    except Exception as refused:  # the library lets its parsers' errors through: whatever fails is a refusal
        raise NotAuthentic(f"registration: {type(refused).__name__}") from refused
    if bytes_to_base64url(made.credential_id) != answer.credential_key:
        raise NotAuthentic("registration: made for another id")
    return KeptKey(answer.credential_key, made.credential_public_key, made.sign_count)


def check_sign_in(answer: Answer, challenge: bytes, *, public_key: bytes, sign_count: int) -> int:
    """The new count of the passkey. Refuses ``NotAuthentic``: another key, a count that went back, no verification…"""
    try:
        verified = verify_authentication_response(
            credential=answer.raw,
            expected_challenge=challenge,
            expected_rp_id=relying_party(),
            expected_origin=origin(),
            credential_public_key=public_key,
            credential_current_sign_count=sign_count,
            require_user_verification=True,
        )
    except Exception as refused:  # as above
        raise NotAuthentic(f"sign-in: {type(refused).__name__}") from refused
    return verified.new_sign_count


def challenge_bytes(challenge: str) -> bytes:
    """The challenge as the authenticator signs it. Refuses ``NotAuthentic``."""
    try:
        return base64url_to_bytes(challenge)
    except ValueError as broken:
        raise NotAuthentic("the challenge cannot be read") from broken


def challenge_text(challenge: bytes) -> str:
    """The challenge as the browser tells it back."""
    return bytes_to_base64url(challenge)

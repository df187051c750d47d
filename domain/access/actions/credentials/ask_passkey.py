"""Asks a browser for a passkey: one challenge, for one purpose, for two minutes."""

import secrets
from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col

from domain.access.gateways.passkeys import challenge_text, registration_options, sign_in_options
from domain.access.model.entry import PasskeyChallenge
from domain.access.queries.credentials.operator_credentials import operator_credentials
from domain.access.rules.secrets import fingerprint
from domain.access.terms import ChallengePurpose
from domain.organization.queries.operators import operator_card
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

LIFE = timedelta(minutes=3)
CHALLENGE_BYTES = 32


class AskPasskey(BaseModel):
    """For what, bound to which token or session of the browser, and of whom; nobody is named at sign-in."""

    purpose: ChallengePurpose
    bound_to: str
    operator_id: UUID | None = None


async def ask_passkey(work: UnitOfWork, command: AskPasskey) -> str:
    """The options for ``navigator.credentials``, as JSON."""
    challenge, key = secrets.token_bytes(CHALLENGE_BYTES), settings().secret
    await work.session.exec(sa.delete(PasskeyChallenge).where(col(PasskeyChallenge.expires_at) < work.now))
    work.session.add(
        PasskeyChallenge(
            purpose=command.purpose,
            challenge_hash=fingerprint(key, challenge_text(challenge)),
            bound_hash=fingerprint(key, command.bound_to),
            operator_id=command.operator_id,
            expires_at=work.now + LIFE,
        )
    )
    if command.operator_id is None:
        return sign_in_options(challenge)
    card = await operator_credentials(work, command.operator_id)
    known = [one.credential_key for one in card.passkeys]
    if command.purpose is not ChallengePurpose.KEEP:
        return sign_in_options(challenge, known)
    operator = await operator_card(work, command.operator_id)
    return registration_options(
        challenge, user_handle=operator.id.bytes, email=operator.email, full_name=operator.full_name, known=known
    )

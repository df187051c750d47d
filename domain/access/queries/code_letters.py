"""The message that carries a one-time code."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.model.desk import CodeContact, SignInCode
from domain.access.rules.one_time_codes import RECIPIENT, code_of
from domain.access.rules.secrets import unseal
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork
from domain.registry.terms import ContactKind


@dataclass(frozen=True)
class CodeLetter:
    """What the message needs: to which contact, in which language, and the code."""

    ente_id: UUID
    kind: ContactKind
    recipient: str = field(repr=False)
    code: str = field(repr=False)
    language: str
    is_proof: bool
    attempts: int
    made_at: datetime


async def code_letter(work: UnitOfWork, code_id: UUID) -> CodeLetter | None:
    """The message for a code that still has to be sent; None when it was sent or is over, or nobody has the contact.

    For the System.
    """
    row = (await work.session.exec(select(SignInCode).where(col(SignInCode.id) == code_id))).one_or_none()
    if row is None or row.sent_at or row.used_at or row.expires_at <= work.now:
        return None
    if not row.is_proof and not await _opens_something(work, row):
        return None
    key = settings().secret
    return CodeLetter(
        ente_id=row.ente_id,
        kind=row.kind,
        recipient=unseal(key, row.recipient, RECIPIENT),
        code=code_of(key, str(row.id)),
        language=row.language,
        is_proof=row.is_proof,
        attempts=row.attempts,
        made_at=row.created_at,
    )


async def _opens_something(work: UnitOfWork, row: SignInCode) -> bool:
    counts = sa.or_(col(CodeContact.activated_at).is_not(None), col(CodeContact.activation_ends_at) > work.now)
    opening = select(CodeContact.id).where(
        col(CodeContact.ente_id) == row.ente_id,
        col(CodeContact.contact_hash) == row.contact_hash,
        col(CodeContact.ended_at).is_(None),
        counts,
    )
    return (await work.session.exec(opening.limit(1))).first() is not None

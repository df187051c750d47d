"""Hears a password, at the same cost whether the account exists or not."""

import asyncio
from uuid import UUID

from sqlmodel import col, select

from domain.access.model.credential import OperatorCredential
from domain.access.rules import passwords
from domain.platform.work import UnitOfWork


async def check_password(work: UnitOfWork, operator_id: UUID | None, typed: str) -> bool:
    """Whether ``typed`` is the operator's password; never for None, nor for who has none yet.

    Exactly one argon2 verification in every case. A right password kept with old parameters is kept anew.
    """
    wanted = select(OperatorCredential).where(col(OperatorCredential.operator_id) == operator_id)
    credential = (await work.session.exec(wanted)).one_or_none()
    kept = credential.password_hash if credential else ""
    if not await asyncio.to_thread(passwords.matches, kept, typed) or credential is None:
        return False
    if passwords.needs_new_hash(kept):
        credential.password_hash = await asyncio.to_thread(passwords.hashed, typed)
    return True

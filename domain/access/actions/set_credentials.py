"""Gives an operator a password and a second factor, as who runs the installation does."""

import asyncio
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col

from domain.access.actions.credentials.credential_row import credential_row
from domain.access.actions.credentials.end_other_sessions import end_other_sessions
from domain.access.model.credential import Passkey, RecoveryCode
from domain.access.rules import passwords
from domain.access.rules.secrets import seal
from domain.access.rules.totp import SEALED_FOR
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


class SetCredentials(BaseModel):
    """The password in clear (at least twelve characters) and the TOTP secret in base32."""

    operator_id: UUID
    password: str = Field(min_length=passwords.SHORTEST, max_length=passwords.LONGEST)
    totp_secret: str = Field(min_length=32, pattern=r"^[A-Z2-7]+$")


async def set_credentials(work: UnitOfWork, command: SetCredentials) -> None:
    """Replace whatever credentials the operator had: passkeys, recovery codes and sessions too. For the System."""
    credential = await credential_row(work, command.operator_id)
    credential.take_password(await asyncio.to_thread(passwords.hashed, command.password), work.now)
    credential.take_totp(seal(settings().secret, command.totp_secret, SEALED_FOR), 0)
    for table in (Passkey, RecoveryCode):
        await work.session.exec(sa.delete(table).where(col(table.operator_id) == command.operator_id))
    await end_other_sessions(work, command.operator_id)

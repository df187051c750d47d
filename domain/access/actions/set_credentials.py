"""Gives an operator a password and a second factor."""

from uuid import UUID

from argon2 import PasswordHasher
from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.access.model.account import OperatorCredential
from domain.access.rules.secrets import seal
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

HASHER = PasswordHasher()
TOTP_PURPOSE = "totp"


class SetCredentials(BaseModel):
    """The password in clear (at least twelve characters) and the TOTP secret in base32."""

    operator_id: UUID
    ente_id: UUID
    password: str = Field(min_length=12, max_length=200)
    totp_secret: str = Field(min_length=32, pattern=r"^[A-Z2-7]+$")


async def set_credentials(work: UnitOfWork, command: SetCredentials) -> None:
    """Replace whatever credentials the operator had."""
    wanted = select(OperatorCredential).where(col(OperatorCredential.operator_id) == command.operator_id)
    found = (await work.session.exec(wanted.with_for_update())).one_or_none()
    hashed = HASHER.hash(command.password)
    sealed = seal(settings().secret, command.totp_secret, TOTP_PURPOSE)
    if found is None:
        work.session.add(
            OperatorCredential(
                operator_id=command.operator_id,
                ente_id=command.ente_id,
                password_hash=hashed,
                totp_secret_sealed=sealed,
            )
        )
    else:
        found.password_hash, found.totp_secret_sealed, found.last_totp_step = hashed, sealed, 0

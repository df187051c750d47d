"""An operator is half-way in: remembers what has been shown and what is still due."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col

from domain.access.model.entry import OperatorEntry
from domain.access.queries.credentials.operator_credentials import operator_credentials
from domain.access.rules.secrets import fingerprint, new_token
from domain.access.terms import Way
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

LIFE = timedelta(minutes=30)


class BeginEntry(BaseModel):
    """Who has shown a password, a passkey, or a link (``link_id``) that allows to choose a password."""

    operator_id: UUID
    ente_id: UUID
    way: Way = Way.PASSWORD
    link_id: UUID | None = None
    return_path: str = "/"
    is_factor_shown: bool = False


@dataclass(frozen=True)
class OperatorArrival:
    """The token of a session (``is_inside``), or of an entry that has steps before it."""

    token: str
    is_inside: bool


async def begin_entry(work: UnitOfWork, command: BeginEntry) -> str:
    """The token of the entry, for the browser's cookie; it lasts half an hour.

    The second factor is due where there is one: also, and first of all, when a link allows to choose a password.
    """
    await work.session.exec(sa.delete(OperatorEntry).where(col(OperatorEntry.expires_at) < work.now))
    card, token = await operator_credentials(work, command.operator_id), new_token()
    work.session.add(
        OperatorEntry(
            ente_id=command.ente_id,
            operator_id=command.operator_id,
            link_id=command.link_id,
            token_hash=fingerprint(settings().secret, token),
            way=command.way,
            is_factor_due=card.has_second_factor and not command.is_factor_shown,
            is_password_due=command.link_id is not None or card.is_renewal_due,
            is_enrolment_due=not card.has_second_factor,
            return_path=command.return_path,
            expires_at=work.now + LIFE,
        )
    )
    await work.session.flush()  # who begins often goes on in the same transaction
    return token

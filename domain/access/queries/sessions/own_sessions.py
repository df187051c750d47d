"""Where somebody is signed in now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.model.session import Session
from domain.access.rules.devices import device_words
from domain.access.terms import Way
from domain.kernel.actor import Citizen, Operator
from domain.kernel.text import Text
from domain.organization.queries.office_names import office_names
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class SessionRow:
    """A session that lives; ``is_this`` is the one that asks. Citizens have no office."""

    id: UUID
    way: Way
    device: Text
    began_at: datetime
    last_seen_at: datetime
    office_name: str
    is_this: bool


async def own_sessions(work: UnitOfWork, owner: Citizen | Operator, session_id: UUID) -> Sequence[SessionRow]:
    """The living sessions of ``owner``, this one first, then the latest used. For the System."""
    found = (await work.session.exec(select(Session).where(*living(work, owner)))).all()
    offices = await office_names(work, [one.office_id for one in found if one.office_id])
    rows = [
        SessionRow(
            one.id,
            one.way,
            device_words(one.device),
            one.created_at,
            one.last_seen_at,
            offices[one.office_id].name if one.office_id and one.office_id in offices else "",
            one.id == session_id,
        )
        for one in found
    ]
    return sorted(rows, key=lambda row: (not row.is_this, -row.last_seen_at.timestamp()))


def living(work: UnitOfWork, owner: Citizen | Operator) -> tuple[sa.ColumnElement[bool], ...]:
    """The SQL conditions that a session is ``owner``'s and still opens something."""
    is_citizen = isinstance(owner, Citizen)
    idle = settings().session_idle_minutes if is_citizen else settings().operator_idle_minutes
    mine = col(Session.account_id) == owner.account_id if is_citizen else col(Session.operator_id) == owner.operator_id
    return (
        mine,
        col(Session.ended_at).is_(None),
        col(Session.expires_at) > work.now,
        col(Session.last_seen_at) > work.now - timedelta(minutes=idle),
    )

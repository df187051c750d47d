"""Two records turn out to be of one person: the contacts of the first belong to the second."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.orm import aliased
from sqlmodel import col

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.reception.model.desk import Consent
from domain.reception.model.passing_on import CareProposal
from domain.reception.model.sheet import ContactSheet


class MoveSheets(BaseModel):
    """From whom to whom."""

    from_person_id: UUID
    to_person_id: UUID


async def move_sheets(work: UnitOfWork, system: System, command: MoveSheets) -> None:
    """Sheets, proposals and consents change hands; a consent that the other record has in force too stays behind.

    Which notice somebody took note of is never changed: it stays under the former record. Only ``system`` within the
    enti of both does this.
    """
    for table in (ContactSheet, CareProposal):
        changed = sa.update(table).where(col(table.person_id) == command.from_person_id)
        await work.session.exec(_within(system, changed, table).values(person_id=command.to_person_id))
    other: Any = aliased(Consent)
    same = sa.exists().where(
        other.person_id == command.to_person_id,
        other.office_id == col(Consent.office_id),
        other.kind == col(Consent.kind),
        other.revoked_at.is_(None),
    )
    moved = sa.update(Consent).where(
        col(Consent.person_id) == command.from_person_id, sa.or_(col(Consent.revoked_at).is_not(None), sa.not_(same))
    )
    await work.session.exec(_within(system, moved, Consent).values(person_id=command.to_person_id))


def _within(system: System, statement: sa.Update, table: Any) -> sa.Update:
    return statement if system.enti is None else statement.where(col(table.ente_id).in_(system.enti))

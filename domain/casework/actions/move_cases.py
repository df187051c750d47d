"""Two records turn out to be of one person: the cases of the first belong to the second."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col, select

from domain.casework.model.case import Case, CaseApplication, CaseSheet
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class MoveCases(BaseModel):
    """From whom to whom."""

    from_person_id: UUID
    to_person_id: UUID


async def move_cases(work: UnitOfWork, system: System, command: MoveCases) -> None:
    """Each case changes hands; where the other has one in the same ente, what is in it goes into that one.

    The diary is never changed: what was written under the former record is read there. Only ``system`` within the enti
    of both does this.
    """
    wanted = select(Case).where(col(Case.person_id) == command.from_person_id).with_for_update()
    if system.enti is not None:
        wanted = wanted.where(col(Case.ente_id).in_(system.enti))
    for former in (await work.session.exec(wanted)).all():
        there = select(Case).where(col(Case.ente_id) == former.ente_id, col(Case.person_id) == command.to_person_id)
        known = (await work.session.exec(there.with_for_update())).one_or_none()
        kept = known or former
        moved = sa.update(CaseApplication).where(col(CaseApplication.case_id) == former.id)
        await work.session.exec(moved.values(person_id=command.to_person_id, case_id=kept.id))
        sheets = sa.update(CaseSheet).where(col(CaseSheet.case_id) == former.id)
        await work.session.exec(sheets.values(person_id=command.to_person_id, case_id=kept.id))
        if known is None:
            former.belong_to(command.to_person_id)

"""An application goes into the case of the person it is about; the case is opened when there is none."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.casework.events import CaseOpened
from domain.casework.model.case import Case, CaseApplication, CaseCounter, DiaryEntry
from domain.casework.terms import DiaryKind
from domain.kernel.actor import System
from domain.platform import locks
from domain.platform.work import UnitOfWork


class OpenCase(BaseModel):
    """The application that brings ``person_id`` to the ente; ``due_on`` is the last day for its answer."""

    ente_id: UUID
    person_id: UUID
    application_id: UUID
    submitted_at: datetime
    due_on: date
    office_id: UUID | None = None


async def open_case(work: UnitOfWork, system: System, command: OpenCase) -> UUID:
    """Put the application in the person's case of the ente, opening it if need be; gives back the id of the case.

    However many applications arrive at once, there is one case for each ente and person. Doing it again for the same
    application changes nothing.
    """
    await locks.hold(work, "case", command.ente_id, command.person_id)
    statement = select(Case).where(col(Case.ente_id) == command.ente_id, col(Case.person_id) == command.person_id)
    found = (await work.session.exec(statement)).one_or_none() or await _opened(work, command)
    inside = select(CaseApplication.id).where(col(CaseApplication.application_id) == command.application_id)
    if (await work.session.exec(inside)).first() is None:
        _put_in(work, found, command)
    return found.id


async def _opened(work: UnitOfWork, command: OpenCase) -> Case:
    opened = Case(
        ente_id=command.ente_id,
        person_id=command.person_id,
        office_id=command.office_id,
        number=await _next_number(work, command.ente_id),
    )
    work.session.add(opened)
    await work.record(CaseOpened(ente_id=opened.ente_id, case_id=opened.id, person_id=opened.person_id))
    return opened


async def _next_number(work: UnitOfWork, ente_id: UUID) -> int:
    """The row of the counter stays locked until the end: numbers have no gaps."""
    first = insert(CaseCounter).values(CaseCounter(ente_id=ente_id, last_number=1).model_dump())
    counted = first.on_conflict_do_update(
        index_elements=["ente_id"], set_={"last_number": col(CaseCounter.last_number) + 1}
    )
    connection = await work.session.connection()
    return (await connection.execute(counted.returning(col(CaseCounter.last_number)))).scalar_one()


def _put_in(work: UnitOfWork, found: Case, command: OpenCase) -> None:
    work.session.add(
        CaseApplication(
            ente_id=found.ente_id,
            case_id=found.id,
            person_id=found.person_id,
            application_id=command.application_id,
            submitted_at=command.submitted_at,
            due_on=command.due_on,
        )
    )
    work.session.add(
        DiaryEntry(
            ente_id=found.ente_id,
            case_id=found.id,
            person_id=found.person_id,
            kind=DiaryKind.AUTOMATIC,
            happened_at=command.submitted_at,
            application_id=command.application_id,
        )
    )

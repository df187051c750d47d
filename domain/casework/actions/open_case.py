"""An application goes into the case of the person it is about; the case is opened when there is none."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.casework.actions.ensure_case import ensure_case
from domain.casework.model.case import Case, CaseApplication, DiaryEntry
from domain.casework.terms import DiaryKind
from domain.kernel.actor import System
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
    found = await ensure_case(work, command.ente_id, command.person_id, command.office_id)
    inside = select(CaseApplication.id).where(col(CaseApplication.application_id) == command.application_id)
    if (await work.session.exec(inside)).first() is None:
        _put_in(work, found, command)
    return found.id


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

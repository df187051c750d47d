"""The case of a person in an ente, opened when there is none."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.casework.events import CaseOpened
from domain.casework.model.case import Case, CaseCounter
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.registry.queries.former_records import current_record


async def ensure_case(work: UnitOfWork, ente_id: UUID, person_id: UUID, office_id: UUID | None) -> Case:
    """However many ask at once, there is one case for each ente and person; numbers have no gaps."""
    person_id = await current_record(work, person_id)
    await locks.hold(work, "case", ente_id, person_id)
    statement = select(Case).where(col(Case.ente_id) == ente_id, col(Case.person_id) == person_id)
    found = (await work.session.exec(statement)).one_or_none()
    if found is not None:
        return found
    number = await _next_number(work, ente_id)
    opened = Case(ente_id=ente_id, person_id=person_id, office_id=office_id, number=number)
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

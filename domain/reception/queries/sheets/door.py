"""The only door to a contact sheet: to read it, and to write in it."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet
from domain.reception.permissions import is_passed_on_to, may_work_at_desk, opened_to
from domain.reception.queries.desks.desk_of import DeskRow
from domain.reception.refusals import NotAtThisDesk
from domain.reception.rules.sight import Place
from domain.registry.queries.names import names


async def sheet(work: UnitOfWork, operator: Operator, sheet_id: UUID, *, for_update: bool = False) -> ContactSheet:
    """The sheet, locked when it is to be changed. Refuses NotFound, also when its person is hidden."""
    statement = select(ContactSheet).where(col(ContactSheet.id) == sheet_id, opened_to(operator))
    if for_update:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(statement)).one_or_none()
    if found is None or (found.person_id is not None and found.person_id not in await names(work, [found.person_id])):
        raise NotFound
    return found


async def sheet_to_write(work: UnitOfWork, operator: Operator, sheet_id: UUID) -> ContactSheet:
    """The sheet, locked, for its author and those at the same desk. Refuses NotFound, NotAtThisDesk."""
    found = await sheet(work, operator, sheet_id, for_update=True)
    if not may_write(operator, found):
        raise NotAtThisDesk
    return found


def may_write(operator: Operator, found: ContactSheet) -> bool:
    """Whether ``operator`` may change the sheet: its author, or a colleague of the same office."""
    return may_work_at_desk(operator) and (
        found.operator_id == operator.operator_id or found.office_id == operator.office_id
    )


async def own_draft(work: UnitOfWork, operator: Operator, sheet_id: UUID) -> ContactSheet | None:
    """The sheet under this id, locked, when it is there at all; None while nothing was saved.

    Refuses NotFound when it is not the operator's to see, NotAtThisDesk when it is not theirs to write.
    """
    if not may_work_at_desk(operator):
        raise NotAtThisDesk
    there = select(ContactSheet.id).where(col(ContactSheet.id) == sheet_id)
    if (await work.session.exec(there)).first() is None:
        return None
    return await sheet_to_write(work, operator, sheet_id)


async def place_of(work: UnitOfWork, operator: Operator, found: ContactSheet, desk: DeskRow) -> Place:
    """Where the sheet stands, seen from ``operator``: for the table of what is seen."""
    passed_on = sa.select(is_passed_on_to(operator)).where(col(ContactSheet.id) == found.id)
    connection = await work.session.connection()
    return Place(
        is_same_office=found.office_id == operator.office_id,
        is_author=found.operator_id == operator.operator_id,
        is_passed_on=bool((await connection.execute(passed_on)).scalar_one_or_none()),
        is_hidden=found.is_hidden,
        is_masked_elsewhere=desk.is_masked_elsewhere,
        masks=desk.masks,
    )


def is_of_the_desk(operator: Operator) -> bool:
    """Whether the operator belongs to the ente's own offices, and not to the third sector."""
    return operator.has(*DESK_ROLES)

"""The door to an application for whoever fills it in: the citizen, an operator at the desk, a screen that follows."""

from uuid import UUID

from sqlmodel import col, select

from domain.intake.model.application import Application
from domain.intake.permissions import entered_at_desk, may_work_on_applications, visible_to
from domain.intake.queries.own_applications import own_application
from domain.intake.refusals import ScreenOver
from domain.kernel.actor import Citizen, Companion, Operator, System
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


async def application_of(
    work: UnitOfWork, actor: Citizen | Operator | Companion | System, application_id: UUID, *, for_update: bool = False
) -> Application:
    """The application, locked when it is to be changed. Refuses like the door of who asks; a screen locks nothing."""
    match actor:
        case Citizen():
            return await own_application(work, actor, application_id, for_update=for_update)
        case Operator():
            return await desk_application(work, actor, application_id, for_update=for_update)
        case Companion():
            return await _followed(work, actor, application_id)
        case System():
            return await _for_the_program(work, actor, application_id, for_update=for_update)


async def desk_application(
    work: UnitOfWork, operator: Operator, application_id: UUID, *, for_update: bool = False, is_noted: bool = True
) -> Application:
    """The door of the desk: what an operator of an ente in reach fills in, or has, for somebody who may be known of.

    The reading is noted, unless a page only asks again by itself. Refuses NotAllowed without a role that works on
    applications, NotFound otherwise, also for the draft of a citizen: the attempt is noted.
    """
    if not may_work_on_applications(operator):
        raise NotAllowed
    wanted = select(Application).where(col(Application.id) == application_id, entered_at_desk(operator))
    if for_update:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(wanted)).first()
    if found is None or not await names(work, [found.beneficiary_id]):
        work.note_reading(_reading(operator.ente_id, application_id, person_id=None))
        raise NotFound
    if is_noted:
        work.note_reading(_reading(found.ente_id, found.id, person_id=found.beneficiary_id))
    return found


async def _for_the_program(work: UnitOfWork, system: System, application_id: UUID, *, for_update: bool) -> Application:
    wanted = select(Application).where(col(Application.id) == application_id, visible_to(system))
    if for_update:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def _followed(work: UnitOfWork, companion: Companion, application_id: UUID) -> Application:
    wanted = select(Application).where(col(Application.id) == application_id, visible_to(companion))
    found = (await work.session.exec(wanted)).first()
    if found is None:
        raise ScreenOver
    return found


def _reading(ente_id: UUID, application_id: UUID, *, person_id: UUID | None) -> Reading:
    return Reading(
        person_id=person_id,
        ente_id=ente_id,
        subject=ReadingSubject.APPLICATION,
        subject_id=application_id,
        purpose=ReadingPurpose.DESK_HELP,
        is_granted=person_id is not None,
    )

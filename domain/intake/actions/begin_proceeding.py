"""An application that was sent begins its way through the procedure of its service (L. 241/1990)."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.catalogue.queries.published_services import services_of_versions
from domain.intake.model.application import Application
from domain.intake.permissions import visible_to
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import System
from domain.kernel.clock import day_of
from domain.kernel.refusals import NotFound
from domain.platform.observability import log
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.start_proceeding import StartProceeding, start_proceeding
from domain.procedure.queries.proceedings import proceeding_about
from domain.procedure.queries.versions import procedure_in_force


class BeginProceeding(BaseModel):
    """Which one."""

    application_id: UUID


async def begin_proceeding(work: UnitOfWork, system: System, command: BeginProceeding) -> None:
    """Start the proceeding on the day of sending; told again, it has one already.

    The procedure is that of the ente that publishes the service, or else of the ente of the application. An ente that
    has not published the procedure that the service names has no proceedings: the application keeps its own term.
    """
    wanted = select(Application).where(col(Application.id) == command.application_id, visible_to(system))
    application = (await work.session.exec(wanted)).one()
    if application.status is ApplicationStatus.WITHDRAWN or application.submitted_at is None:
        return
    if await _has_one(work, system, application.id):
        return
    service = (await services_of_versions(work, [application.service_version_id]))[application.service_version_id]
    version_id = await _procedure(work, service.procedure_slug, (application.ente_id, service.ente_id))
    if version_id is None:
        log.warning("no_procedure", slug=service.procedure_slug, ente_id=str(service.ente_id))
        return
    await start_proceeding(
        work,
        system,
        StartProceeding(
            ente_id=application.ente_id,
            subject_id=application.id,
            person_id=application.beneficiary_id,
            service_id=application.service_id,
            language=application.language,
            procedure_version_id=version_id,
            term_days=service.term_days,
            started_on=day_of(application.submitted_at),
            office_id=application.office_id,
        ),
    )


async def _has_one(work: UnitOfWork, system: System, application_id: UUID) -> bool:
    try:
        await proceeding_about(work, system, application_id)
    except NotFound:
        return False
    return True


async def _procedure(work: UnitOfWork, slug: str, enti: tuple[UUID, UUID]) -> UUID | None:
    for ente_id in dict.fromkeys(enti):
        try:
            return await procedure_in_force(work, slug, ente_id)
        except NotFound:
            continue
    return None

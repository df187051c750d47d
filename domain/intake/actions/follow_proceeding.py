"""What happened to the proceeding of an application is written on the application: its last day, its answer."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.intake.events import ApplicationDeadlineMoved, ApplicationDecided, ApplicationReopened
from domain.intake.model.application import Application
from domain.intake.permissions import visible_to
from domain.intake.terms import ApplicationStatus, Outcome
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.procedure.terms import Effect

OUTCOMES = {
    Effect.GRANT: Outcome.GRANTED,
    Effect.GRANT_IN_PART: Outcome.GRANTED_IN_PART,
    Effect.REJECT: Outcome.REJECTED,
    Effect.ARCHIVE: Outcome.ARCHIVED,
}


class FollowProceeding(BaseModel):
    """What happened: the effect of a step (None at the start), and the last day as reckoned anew."""

    application_id: UUID
    due_on: date | None
    effect: Effect | None = None
    passage_id: UUID | None = None


async def follow_proceeding(work: UnitOfWork, system: System, command: FollowProceeding) -> None:
    """Keep the last day, and the answer where one was given; what is not an application is let be."""
    wanted = select(Application).where(col(Application.id) == command.application_id, visible_to(system))
    application = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if application is None:
        return
    if command.due_on is not None and command.due_on != application.due_on:
        application.due_on = command.due_on
        moved = {"ente_id": application.ente_id, "application_id": application.id, "due_on": command.due_on}
        await work.record(ApplicationDeadlineMoved(**moved))
    outcome = OUTCOMES.get(command.effect) if command.effect else None
    if outcome is not None and command.passage_id is not None:
        await _decide(work, application, outcome, command.passage_id)
    elif command.effect is Effect.ASK_REVIEW and application.status is ApplicationStatus.DECIDED:
        application.reopen()
        await work.record(
            ApplicationReopened(
                ente_id=application.ente_id,
                application_id=application.id,
                beneficiary_id=application.beneficiary_id,
            )
        )


async def _decide(work: UnitOfWork, application: Application, outcome: Outcome, passage_id: UUID) -> None:
    if application.status is ApplicationStatus.WITHDRAWN:
        return
    application.decide(outcome, work.now)
    await work.record(
        ApplicationDecided(
            ente_id=application.ente_id,
            application_id=application.id,
            beneficiary_id=application.beneficiary_id,
            service_id=application.service_id,
            outcome=outcome,
            decided_at=work.now,
            passage_id=passage_id,
        )
    )

"""Put a procedure in force."""

from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import Range
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.platform import locks
from domain.platform.tables import since
from domain.platform.work import UnitOfWork
from domain.procedure.events import ProcedurePublished
from domain.procedure.model.procedure import ProcedureVersion
from domain.procedure.queries.legal_calendar import legal_terms_on
from domain.procedure.queries.versions import version_to_design
from domain.procedure.refusals import DraftChanged, NotSound
from domain.procedure.rules.definition import ProcedureDefinition
from domain.procedure.rules.soundness.problems import problems


class PublishProcedure(BaseModel):
    """Which draft; ``seen_revision``: as somebody has read it, None for the program."""

    version_id: UUID
    seen_revision: int | None = None


async def publish_procedure(work: UnitOfWork, actor: Actor, command: PublishProcedure) -> None:
    """In force from today; the version before it ends, and what runs keeps its own.

    Refuses NotFound, NotYoursToDesign, AlreadyPublished, DraftChanged, and NotSound with the findings.
    """
    draft = await version_to_design(work, actor, command.version_id)
    if command.seen_revision not in (None, draft.revision):
        raise DraftChanged
    definition = ProcedureDefinition.model_validate(draft.definition)
    found = problems(definition, await legal_terms_on(work, work.today))
    if blocking := [one for one in found if one.is_blocking]:
        raise NotSound(blocking)
    await locks.hold(work, "procedure in force", draft.procedure_id)
    await _end_last_version(work, draft.procedure_id)
    draft.publish(since(work.today))
    await work.record(ProcedurePublished(ente_id=draft.ente_id, procedure_id=draft.procedure_id, version_id=draft.id))


async def _end_last_version(work: UnitOfWork, procedure_id: UUID) -> None:
    in_force = select(ProcedureVersion).where(
        col(ProcedureVersion.procedure_id) == procedure_id, col(ProcedureVersion.valid_during).is_not(None)
    )
    last = (await work.session.exec(in_force.order_by(col(ProcedureVersion.number).desc()).limit(1))).first()
    if last is None or last.valid_during is None:
        return
    last.valid_during = Range(min(last.valid_during.lower or work.today, work.today), work.today)
    await work.session.flush()  # the new version must not overlap the one that ends

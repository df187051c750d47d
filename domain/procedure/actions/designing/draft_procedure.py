"""Begin a procedure, or the next version of one."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.platform import locks
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.procedure.model.procedure import Procedure, ProcedureVersion
from domain.procedure.permissions import may_design
from domain.procedure.refusals import DraftExists, NotYoursToDesign
from domain.procedure.rules.definition import ProcedureDefinition
from domain.procedure.terms import VersionStatus


class DraftProcedure(BaseModel):
    """Of which ente, under which slug and name. ``definition`` None: as the newest version of this slug is."""

    ente_id: UUID
    slug: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
    name: Localised
    definition: ProcedureDefinition | None = None


async def draft_procedure(work: UnitOfWork, actor: Actor, command: DraftProcedure) -> UUID:
    """The id of the draft; what is in force goes on until it is published.

    For those who run the ente or its plan, and for the program. Refuses NotYoursToDesign, DraftExists, and NotFound
    without a definition when there is no version yet.
    """
    if not may_design(actor, command.ente_id):
        raise NotYoursToDesign
    await locks.hold(work, "procedure", command.ente_id, command.slug)
    found = await _procedure(work, command)
    newest = await _newest(work, found.id)
    if newest is not None and newest.status is VersionStatus.DRAFT:
        raise DraftExists
    if command.definition is not None:
        definition = command.definition.model_dump(mode="json")
    elif newest is not None:
        definition = newest.definition
    else:
        raise NotFound
    draft = ProcedureVersion(
        ente_id=command.ente_id,
        procedure_id=found.id,
        number=newest.number + 1 if newest else 1,
        definition=definition,
        changed_at=work.now,
    )
    work.session.add(draft)
    await work.session.flush()  # a second draft is refused here
    return draft.id


async def _procedure(work: UnitOfWork, command: DraftProcedure) -> Procedure:
    same = select(Procedure).where(col(Procedure.ente_id) == command.ente_id, col(Procedure.slug) == command.slug)
    found = (await work.session.exec(same)).first()
    if found is None:
        found = Procedure(ente_id=command.ente_id, slug=command.slug, name=command.name.root)
        work.session.add(found)
        await work.session.flush()  # its version refers to it
    found.name = command.name.root
    return found


async def _newest(work: UnitOfWork, procedure_id: UUID) -> ProcedureVersion | None:
    versions = select(ProcedureVersion).where(col(ProcedureVersion.procedure_id) == procedure_id)
    return (await work.session.exec(versions.order_by(col(ProcedureVersion.number).desc()).limit(1))).first()

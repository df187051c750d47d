"""Publishing the procedure with which an ente starts."""

from uuid import UUID

from sqlmodel import select

from domain.kernel.actor import Actor, System
from domain.kernel.text import _
from domain.organization.queries.ambiti import ambiti
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.procedure.actions.designing.draft_procedure import DraftProcedure, draft_procedure
from domain.procedure.actions.designing.publish_procedure import PublishProcedure, publish_procedure
from domain.procedure.model.procedure import Procedure
from domain.procedure.rules.definition import ProcedureDefinition
from domain.procedure.rules.templates.default_procedure import default_procedure, minimal_procedure

ORDINARY, SHORT = "procedimento-ordinario", "procedimento-breve"


async def publish_starting_procedures(work: UnitOfWork, actor: Actor, ente_id: UUID) -> UUID:
    """The default procedure in force, and the short one beside it; the id of the default version.

    The ente changes both as it likes. The sentences are kept in every language that the catalogues have today.
    """
    ordinary = await _publish(
        work, actor, ente_id, ORDINARY, Localised.of(_("Procedimento ordinario")), default_procedure()
    )
    await _publish(work, actor, ente_id, SHORT, Localised.of(_("Procedimento breve")), minimal_procedure())
    return ordinary


async def give_starting_procedures(work: UnitOfWork, system: System) -> int:
    """The starting procedures for every ambito, and every ente of none, that has no procedure yet; how many got them.

    Repeatable: an ente that has drawn its own, even only as a draft, keeps what it has.
    """
    having = set((await work.session.exec(select(Procedure.ente_id).distinct())).all())
    without = [ente_id for ente_id, _name in await ambiti(work, system) if ente_id not in having]
    for ente_id in without:
        await publish_starting_procedures(work, system, ente_id)
    return len(without)


async def _publish(
    work: UnitOfWork, actor: Actor, ente_id: UUID, slug: str, name: Localised, definition: ProcedureDefinition
) -> UUID:
    draft = DraftProcedure(ente_id=ente_id, slug=slug, name=name, definition=definition)
    version_id = await draft_procedure(work, actor, draft)
    await publish_procedure(work, actor, PublishProcedure(version_id=version_id))
    return version_id

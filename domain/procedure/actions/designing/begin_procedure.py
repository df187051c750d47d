"""A new procedure of an ente, from one that the program ships."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform import locks
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.procedure.actions.designing.draft_procedure import DraftProcedure, draft_procedure
from domain.procedure.model.procedure import Procedure
from domain.procedure.permissions import may_design
from domain.procedure.refusals import NotYoursToDesign
from domain.procedure.rules.editing import key_from
from domain.procedure.rules.templates.shipped import shipped
from domain.procedure.terms.designing import Template


class BeginProcedure(BaseModel):
    """Under which name, in Italian, and from which template. A comune that takes a name of its ambito replaces it."""

    ente_id: UUID
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
    template: Template


async def begin_procedure(work: UnitOfWork, operator: Operator, command: BeginProcedure) -> UUID:
    """The id of the draft. Refuses NotYoursToDesign, and Invalid when the ente has a procedure of this name."""
    if not may_design(operator, command.ente_id):
        raise NotYoursToDesign
    slug = key_from(command.name, (), "procedimento").replace("_", "-")
    await locks.hold(work, "procedure", command.ente_id, slug)
    same = select(Procedure.id).where(col(Procedure.ente_id) == command.ente_id, col(Procedure.slug) == slug)
    if (await work.session.exec(same)).first() is not None:
        raise Invalid({"name": _("C'è già un procedimento con questo nome. Scegline un altro.")})
    draft = DraftProcedure(
        ente_id=command.ente_id,
        slug=slug,
        name=Localised({"it": command.name}),
        definition=shipped(command.template),
    )
    return await draft_procedure(work, operator, draft)

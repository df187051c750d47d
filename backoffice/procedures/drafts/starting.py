"""The life of a draft: copied from what is in force, or thrown away."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.procedures.drafts.pages import VERSION, draft_to_change
from domain.procedure.actions.designing.discard_draft import DiscardDraft, discard_draft
from domain.procedure.actions.designing.draft_procedure import DraftProcedure, draft_procedure
from domain.procedure.queries.history import procedure_history
from domain.procedure.terms.designing import DESIGN_ROLES
from web.access import operator
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class DraftController(Controller):
    """The next version."""

    path = "/procedimenti/{procedure_id:uuid}/bozza"

    @post("/", name="procedure.draft", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, procedure_id: FromPath[UUID]
    ) -> Response[Any]:
        """A copy of the newest version; whoever presses twice comes to the same draft."""
        found = await procedure_history(work, operator, procedure_id)
        if found.draft is not None:
            return see_other(request, f"/procedimenti/versioni/{found.draft.id}")
        command = DraftProcedure(ente_id=found.ente_id, slug=found.slug, name=found.name)
        version_id = await draft_procedure(work, operator, command)
        return see_other(request, f"/procedimenti/versioni/{version_id}?fatto=versione")


class DiscardController(Controller):
    """A draft that is not wanted."""

    path = f"{VERSION}/scarto"

    @get("/", name="procedure.discard", **operator(*DESIGN_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, version_id: FromPath[UUID]
    ) -> Response[Any]:
        """Ask once more."""
        sheet = await draft_to_change(work, operator, version_id)
        return page(request, "procedures/drafts/discard.html", sheet=sheet)

    @post("/", name="procedure.discard.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, version_id: FromPath[UUID]
    ) -> Response[Any]:
        """Gone."""
        await discard_draft(work, operator, DiscardDraft(version_id=version_id))
        return see_other(request, "/procedimenti?fatto=eliminata")

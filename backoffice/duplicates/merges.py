"""A merge that was made, and undoing it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.duplicates.words import counted
from domain.kernel.actor import Operator
from domain.kernel.refusals import Conflict, RuleBroken
from domain.kernel.roles import MERGE_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.actions.merging.undo_merge import UndoMerge, undo_merge
from domain.registry.queries.merging.merge_sheet import merge_sheet
from web.access import operator
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class JoinedRecordController(Controller):
    """Two records that have become one."""

    path = "/persone/unioni/{merge_id:uuid}"

    @get("/", name="merge.show", **operator(*MERGE_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, merge_id: FromPath[UUID]
    ) -> Response[Any]:
        """Who has joined them, when and why; what moved."""
        return await _merge_page(request, work, operator, merge_id, "duplicates/merge.html", show())


class UndoController(Controller):
    """Telling them apart again."""

    path = "/persone/unioni/{merge_id:uuid}/annullamento"

    @get("/", name="merge.undo.new", **operator(*MERGE_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, merge_id: FromPath[UUID]
    ) -> Response[Any]:
        """What goes back, and what has changed since."""
        return await _merge_page(request, work, operator, merge_id, "duplicates/undo.html", show())

    @post("/", name="merge.undo.create", **operator(*MERGE_ROLES, fresh=True))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, merge_id: FromPath[UUID]
    ) -> Response[Any]:
        """Put everything back as it was."""
        form = await bind(request, UndoMerge, merge_id=merge_id)
        if form.command is not None:
            try:
                await undo_merge(work, operator, form.command)
                return see_other(request, f"/persone/unioni/{merge_id}")
            except (Conflict, RuleBroken) as refusal:
                await work.discard()
                form.errors["reason"] = sentence(refusal.message)
        return await _merge_page(request, work, operator, merge_id, "duplicates/undo.html", form, status=422)


async def _merge_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    merge_id: UUID,
    template: str,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    sheet = await merge_sheet(work, operator, merge_id)
    return page(
        request,
        template,
        status=status,
        form=form,
        sheet=sheet,
        moved=counted(sheet.moved),
        newer=counted(sheet.newer),
        added=counted(sheet.added),
    )

"""What an operator says of a pair: one person, or two."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.duplicates.pages import FORMER, duplicate_page
from domain.kernel.refusals import Conflict, RuleBroken
from domain.kernel.roles import MERGE_ROLES
from domain.registry.actions.merging.merge_people import MergePeople, merge_people
from domain.registry.actions.merging.tell_apart import TellApart, tell_apart
from domain.registry.queries.merging.duplicate_sheet import duplicate_sheet
from domain.registry.terms.records import PersonField
from web.access import operator
from web.forms import Form, bind, show, typed
from web.locale import sentence
from web.rendering import see_other
from web.work import CurrentOperator, Work


class MergeController(Controller):
    """They are one."""

    path = "/persone/doppi/{pair_id:uuid}/unione"

    @post("/", name="merge.create", **operator(*MERGE_ROLES, fresh=True))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, pair_id: FromPath[UUID]
    ) -> Response[Any]:
        """Join them, with the values that were chosen."""
        sheet = await duplicate_sheet(work, operator, pair_id)
        takes = _chosen(await typed(request))
        form = await bind(request, MergePeople, former_id=sheet.former.id, kept_id=sheet.kept.id, takes=takes)
        if form.command is None:
            return duplicate_page(request, operator, sheet, form, status=422)
        try:
            merge_id = await merge_people(work, operator, form.command)
        except (Conflict, RuleBroken) as refusal:
            await work.discard()
            form.errors["reason"] = sentence(refusal.message)
            return duplicate_page(request, operator, sheet, form, status=422)
        return see_other(request, f"/persone/unioni/{merge_id}")


class DistinctionController(Controller):
    """They are two."""

    path = "/persone/doppi/{pair_id:uuid}/distinzione"

    @post("/", name="duplicate.distinction", **operator(*MERGE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, pair_id: FromPath[UUID]
    ) -> Response[Any]:
        """The pair leaves the list."""
        form = await bind(request, TellApart, candidate_id=pair_id)
        if form.command is None:
            sheet = await duplicate_sheet(work, operator, pair_id)
            return duplicate_page(request, operator, sheet, show(), form, status=422)
        await tell_apart(work, operator, form.command)
        return see_other(request, "/persone/doppi?vista=diverse")


def _chosen(form: Form[Any]) -> list[PersonField]:
    return [one for one in PersonField if form.value(f"choice_{one.value}") == FORMER]

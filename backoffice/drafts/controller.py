"""For how long the ente keeps drafts."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.intake.actions.drafts.set_draft_days import SetDraftDays, set_draft_days
from domain.intake.queries.draft_days import draft_days
from domain.kernel.actor import Operator
from domain.kernel.roles import ADMIN_ROLES
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class DraftTermController(Controller):
    """One number for the ente."""

    path = "/bozze"

    @get("/", name="draft_term.edit", **operator(*ADMIN_ROLES))
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """As it counts now."""
        return await _form(request, work, operator, show({"kept_days": await _days(work, operator)}))

    @post("/", name="draft_term.update", **operator(*ADMIN_ROLES))
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Decide it anew."""
        form = await bind(request, SetDraftDays)
        if await attempt(work, operator, form, set_draft_days):
            return see_other(request, "/bozze?fatto=si")
        return await _form(request, work, operator, form, status=422)


async def _days(work: UnitOfWork, operator: Operator) -> int:
    return (await draft_days(work, [operator.ente_id]))[operator.ente_id]


async def _form(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    done = request.query_params.get("fatto") == "si"
    return page(request, "drafts/edit.html", status=status, form=form, done=done)

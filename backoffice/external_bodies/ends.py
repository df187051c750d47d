"""An organisation with which the office works no longer, or again."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.external_bodies.pages import PATH
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.actions.bodies.end_body import EndBody, end_body
from domain.registry.actions.bodies.take_up_body import take_up_body
from domain.registry.queries.bodies.body_sheet import body_sheet
from domain.registry.terms.bodies import BODY_KEEPERS
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class BodyEndController(Controller):
    """The last day."""

    path = f"{PATH}/{{body_id:uuid}}/chiusura"

    @get("/", name="external_body.end", **operator(*BODY_KEEPERS))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, body_id: FromPath[UUID]
    ) -> Response[Any]:
        """Ask for the day, and say what follows."""
        return await _ask(request, work, operator, body_id, show({"last_day": work.today}))

    @post("/", name="external_body.end.create", **operator(*BODY_KEEPERS))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, body_id: FromPath[UUID]
    ) -> Response[Any]:
        """Nobody chooses it after the day."""
        form = await bind(request, EndBody, body_id=body_id)
        if await attempt(work, operator, form, end_body, "last_day"):
            return see_other(request, f"{PATH}/{body_id}?fatto=chiusa")
        return await _ask(request, work, operator, body_id, form, status=422)


class BodyReturnController(Controller):
    """It is chosen again."""

    path = f"{PATH}/{{body_id:uuid}}/ripresa"

    @post("/", name="external_body.return", **operator(*BODY_KEEPERS))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, body_id: FromPath[UUID]
    ) -> Response[Any]:
        """Without an end."""
        await take_up_body(work, operator, body_id)
        return see_other(request, f"{PATH}/{body_id}?fatto=ripresa")


async def _ask(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    body_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    body = await body_sheet(work, operator, body_id)
    if not body.may_change:
        raise NotFound
    return page(request, "external_bodies/end.html", status=status, form=form, body=body)

"""What an office answers: it is put right, it stays, it takes longer."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.people.fact_page import bind_fact, try_fact
from backoffice.people.kinds import places_found
from backoffice.rectifications.sheet_page import sheet_page
from domain.kernel.roles import DESK_ROLES
from domain.privacy.actions.rectifications.accept_rectification import AcceptRectification, accept_rectification
from domain.privacy.actions.rectifications.extend_rectification import ExtendRectification, extend_rectification
from domain.privacy.actions.rectifications.refuse_rectification import RefuseRectification, refuse_rectification
from domain.privacy.queries.rectifications.rectifications import RectificationSheet, rectification_sheet
from web.access import operator
from web.forms import Form, bind
from web.rendering import see_other
from web.work import CurrentOperator, Work


class RectificationAcceptanceController(Controller):
    """It is put right."""

    path = "/rettifiche/{rectification_id:uuid}/accoglimento"

    @post("/", name="rectification.acceptance", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, rectification_id: FromPath[UUID]
    ) -> Response[Any]:
        """The fact stands as it was typed from now on; the citizen is told."""
        sheet = await rectification_sheet(work, operator, rectification_id)
        fixed = {"rectification_id": rectification_id}
        kind = sheet.fact.kind if sheet.fact else None
        form = await (bind_fact(request, kind, AcceptRectification, **fixed) if kind else _in_words(request, fixed))
        command = form.command
        if command is not None and await try_fact(work, form, lambda: _accept(work, operator, sheet, command)):
            return see_other(request, f"/rettifiche/{rectification_id}?fatto=accolta")
        return await sheet_page(request, work, operator, rectification_id, form, status=422)


class RectificationRefusalController(Controller):
    """It stays as it is."""

    path = "/rettifiche/{rectification_id:uuid}/rifiuto"

    @post("/", name="rectification.refusal", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, rectification_id: FromPath[UUID]
    ) -> Response[Any]:
        """With a reason, which the citizen reads."""
        form = await bind(request, RefuseRectification, rectification_id=rectification_id)
        if form.command is None:
            return await sheet_page(request, work, operator, rectification_id, form, status=422)
        await refuse_rectification(work, operator, form.command)
        return see_other(request, f"/rettifiche/{rectification_id}?fatto=rifiutata")


class RectificationExtensionController(Controller):
    """It takes longer."""

    path = "/rettifiche/{rectification_id:uuid}/proroga"

    @post("/", name="rectification.extension", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, rectification_id: FromPath[UUID]
    ) -> Response[Any]:
        """Two months more, with the reason."""
        form = await bind(request, ExtendRectification, rectification_id=rectification_id)
        if form.command is None:
            return await sheet_page(request, work, operator, rectification_id, form, status=422)
        await extend_rectification(work, operator, form.command)
        return see_other(request, f"/rettifiche/{rectification_id}?fatto=prorogata")


async def _in_words(request: Request[Any, Any, Any], fixed: dict[str, Any]) -> Form[AcceptRectification]:
    return await bind(request, AcceptRectification, **fixed)


async def _accept(
    work: Work, operator: CurrentOperator, sheet: RectificationSheet, command: AcceptRectification
) -> None:
    if sheet.fact is not None:
        value = await places_found(work, sheet.person.ente_id, sheet.fact.kind, command.value)
        command = command.model_copy(update={"value": value})
    await accept_rectification(work, operator, command)

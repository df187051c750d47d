"""What an office says of a title: it holds, it does not, it ends."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.titles.title_page import title_page
from domain.kernel.roles import DESK_ROLES
from domain.registry.actions.end_guardianship import EndGuardianship, end_guardianship
from domain.registry.actions.refuse_guardianship import RefuseGuardianship, refuse_guardianship
from domain.registry.actions.verify_guardianship import VerifyGuardianship, verify_guardianship
from domain.registry.queries.guardianships import title_sheet
from web.access import operator
from web.forms import attempt, bind
from web.rendering import see_other
from web.work import CurrentOperator, Work


class VerificationController(Controller):
    """It holds."""

    path = "/tutele/{title_id:uuid}/verifica"

    @post("/", name="title.verification", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, title_id: FromPath[UUID]
    ) -> Response[Any]:
        """From now on the guardian acts."""
        await verify_guardianship(work, operator, VerifyGuardianship(guardianship_id=title_id))
        return see_other(request, f"/tutele/{title_id}?fatto=verificata")


class TitleRefusalController(Controller):
    """It does not hold."""

    path = "/tutele/{title_id:uuid}/rifiuto"

    @post("/", name="title.refusal", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, title_id: FromPath[UUID]
    ) -> Response[Any]:
        """With a reason, which the citizen reads."""
        form = await bind(request, RefuseGuardianship, guardianship_id=title_id)
        if await attempt(work, operator, form, refuse_guardianship):
            return see_other(request, f"/tutele/{title_id}?fatto=rifiutata")
        return await title_page(request, work, operator, await title_sheet(work, operator, title_id), form, status=422)


class TitleEndController(Controller):
    """It ends."""

    path = "/tutele/{title_id:uuid}/fine"

    @post("/", name="title.end", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, title_id: FromPath[UUID]
    ) -> Response[Any]:
        """On a day, included: at midnight the guardian acts no more."""
        form = await bind(request, EndGuardianship, guardianship_id=title_id)
        if await attempt(work, operator, form, end_guardianship, "last_day"):
            return see_other(request, f"/tutele/{title_id}?fatto=finita")
        return await title_page(request, work, operator, await title_sheet(work, operator, title_id), form, status=422)

"""Who answers for an application."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.intake.actions.examination.assign_application import AssignApplication, assign_application
from domain.intake.queries.application_sheet import application_sheet
from domain.intake.queries.examination.application_standing import application_standing
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import DESK_ROLES, Role
from domain.organization.queries.colleagues import colleagues
from domain.organization.queries.offices import offices_of_all
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.locale import language_code
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class AssignmentController(Controller):
    """The colleague in charge (L. 241/1990 art. 5)."""

    path = "/domande/{application_id:uuid}/assegnazione"

    @get("/", name="application.assignment.edit", **operator(*DESK_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """To whom it can be given."""
        return await _page(request, work, operator, application_id, show())

    @post("/", name="application.assignment.update", **operator(*DESK_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Give it."""
        form = await bind(request, AssignApplication, application_id=application_id)
        if await attempt(work, operator, form, assign_application, "responsible_id"):
            return see_other(request, f"/domande/{application_id}?fatto=assegnata")
        return await _page(request, work, operator, application_id, form, status=422)


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    application_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    sheet = await application_sheet(work, operator, application_id, language=language_code())
    standing = await application_standing(work, operator, application_id)
    if standing is None:
        raise NotFound
    found = await colleagues(work, (sheet.ente_id, operator.ente_id), DESK_ROLES)
    mine = [one for one in found if operator.has(Role.OFFICE_HEAD) or one.id == operator.operator_id]
    offices = await offices_of_all(work, operator, [sheet.ente_id, operator.ente_id])
    return page(
        request,
        "applications/assignment.html",
        status=status,
        form=form,
        sheet=sheet,
        standing=standing,
        people=[(one.id, one.full_name) for one in mine],
        offices=[(one.id, one.name) for one in offices if one.is_open],
        is_head=operator.has(Role.OFFICE_HEAD),
    )

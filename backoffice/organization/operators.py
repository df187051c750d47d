"""The operators of the ente and the roles they hold."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.kernel.roles import ADMIN_ROLES, Role
from domain.organization.actions.assign_role import AssignRole, assign_role
from domain.organization.queries.offices import offices_of
from domain.organization.queries.operators import operator_card, operators_of
from web.access import operator
from web.forms import Form, bind, show
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class OperatorController(Controller):
    """The operators."""

    path = "/operatori"

    @get("/", name="operators", **operator(*ADMIN_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Everybody who works for the enti that one administers."""
        found = await operators_of(work, operator, page_number(request))
        return page(
            request,
            "organization/operators.html",
            operators=found.items,
            total=found.total,
            pages=PageLinks(found.number, found.pages, "/operatori", {}),
        )

    @get("/{operator_id:uuid}", name="operator.show", **operator(*ADMIN_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, operator_id: FromPath[UUID]
    ) -> Response[Any]:
        """One operator with all roles, and the form for a new one."""
        return await _card(request, work, operator, operator_id, show({"starts_on": work.today}))


class RoleController(Controller):
    """Roles from a day to another."""

    path = "/operatori/{operator_id:uuid}/ruoli"

    @post("/", name="role.create", **operator(*ADMIN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, operator_id: FromPath[UUID]
    ) -> Response[Any]:
        """Give a role."""
        form = await bind(request, AssignRole, operator_id=operator_id)
        if form.command is None:
            return await _card(request, work, operator, operator_id, form, status=422)
        await assign_role(work, operator, form.command)
        return see_other(request, f"/operatori/{operator_id}")


async def _card(
    request: Request[Any, Any, Any],
    work: Work,
    operator: CurrentOperator,
    operator_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    offices = await offices_of(work, operator, operator.ente_id)
    return page(
        request,
        "organization/operator.html",
        status=status,
        form=form,
        card=await operator_card(work, operator_id),
        offices=[(office.id, office.name) for office in offices],
        roles=[(role.value, sentence(role.label)) for role in Role],
    )

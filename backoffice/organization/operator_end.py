"""The end of a role, and of an operator's access."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.actions.operators.disable_operator import disable_operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import ADMIN_ROLES
from domain.organization.actions.end_role import EndRole, end_role
from domain.organization.actions.set_operator_enabled import set_operator_enabled
from domain.organization.queries.operators import operator_card
from domain.organization.refusals import RoleEndsTooEarly
from web.access import operator
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class RoleEndController(Controller):
    """The last day of a role."""

    path = "/operatori/{operator_id:uuid}/ruoli/{assignment_id:uuid}/fine"

    @get("/", name="role.end", **operator(*ADMIN_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator_id: FromPath[UUID], assignment_id: FromPath[UUID]
    ) -> Response[Any]:
        """Ask for the day, and for a confirmation."""
        return await _form(request, work, operator_id, assignment_id, show({"ends_on": work.today}))

    @post("/", name="role.end.create", **operator(*ADMIN_ROLES, fresh=True))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        operator_id: FromPath[UUID],
        assignment_id: FromPath[UUID],
    ) -> Response[Any]:
        """End it after that day."""
        form = await bind(request, EndRole, assignment_id=assignment_id)
        if form.command is not None:
            try:
                await end_role(work, operator, form.command)
                return see_other(request, f"/operatori/{operator_id}")
            except RoleEndsTooEarly as refusal:
                await work.discard()
                form.errors["ends_on"] = sentence(refusal.message)
        return await _form(request, work, operator_id, assignment_id, form, status=422)


class EnablementController(Controller):
    """Whether an operator can come in at all."""

    path = "/operatori/{operator_id:uuid}"

    @post("/disattivazione", name="operator.disable", **operator(*ADMIN_ROLES, fresh=True))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, operator_id: FromPath[UUID]
    ) -> Response[Any]:
        """Out at once, on every device."""
        await disable_operator(work, operator, operator_id)
        return see_other(request, f"/operatori/{operator_id}")

    @post("/riattivazione", name="operator.enable", **operator(*ADMIN_ROLES, fresh=True))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, operator_id: FromPath[UUID]
    ) -> Response[Any]:
        """In again, with the roles of today."""
        await set_operator_enabled(work, operator, operator_id, is_enabled=True)
        return see_other(request, f"/operatori/{operator_id}")


async def _form(
    request: Request[Any, Any, Any],
    work: Work,
    operator_id: UUID,
    assignment_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    card = await operator_card(work, operator_id)
    held = next((one for one in card.roles if one.assignment_id == assignment_id), None)
    if held is None:
        raise NotFound
    return page(request, "organization/role_end.html", status=status, card=card, held=held, form=form)

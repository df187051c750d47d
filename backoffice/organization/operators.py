"""The operators of the ente and the roles they hold."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.actions.links.take_on_operator import TakeOnOperator, take_on_operator
from domain.access.queries.credentials.access_links import invitation_of
from domain.access.queries.credentials.operator_credentials import operator_credentials
from domain.kernel.refusals import Invalid
from domain.kernel.roles import ADMIN_ROLES, Role
from domain.organization.actions.assign_role import AssignRole, assign_role
from domain.organization.queries.administered import administers
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

    @get("/nuovo", name="operator.new", **operator(*ADMIN_ROLES))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The form for somebody who starts to work here."""
        return await _new(request, work, operator, show({"starts_on": work.today}))

    @post("/", name="operator.create", **operator(*ADMIN_ROLES, fresh=True))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Register them, give the role, send the invitation."""
        form = await bind(request, TakeOnOperator)
        if form.command is None:
            return await _new(request, work, operator, form, status=422)
        try:
            operator_id = await take_on_operator(work, operator, form.command)
        except Invalid as refusal:
            await work.discard()
            return await _new(request, work, operator, form.refuse(refusal), status=422)
        return see_other(request, f"/operatori/{operator_id}")

    @get("/{operator_id:uuid}", name="operator.show", **operator(*ADMIN_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, operator_id: FromPath[UUID]
    ) -> Response[Any]:
        """One operator with all roles, and the form for a new one."""
        return await _card(request, work, operator, operator_id, show({"starts_on": work.today}))


class RoleController(Controller):
    """Roles from a day to another."""

    path = "/operatori/{operator_id:uuid}/ruoli"

    @post("/", name="role.create", **operator(*ADMIN_ROLES, fresh=True))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, operator_id: FromPath[UUID]
    ) -> Response[Any]:
        """Give a role."""
        form = await bind(request, AssignRole, operator_id=operator_id)
        if form.command is None:
            return await _card(request, work, operator, operator_id, form, status=422)
        await assign_role(work, operator, form.command)
        return see_other(request, f"/operatori/{operator_id}")


async def _new(
    request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    choices = await _choices(work, operator)
    return page(request, "organization/operator_new.html", status=status, form=form, **choices)


async def _card(
    request: Request[Any, Any, Any],
    work: Work,
    operator: CurrentOperator,
    operator_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    card = await operator_card(work, operator_id)
    return page(
        request,
        "organization/operator.html",
        status=status,
        form=form,
        card=card,
        is_administered=administers(operator, card.ente_id),
        me=operator.operator_id,
        credentials=await operator_credentials(work, operator_id),
        invitation=await invitation_of(work, operator_id),
        **await _choices(work, operator),
    )


async def _choices(work: Work, operator: CurrentOperator) -> dict[str, Any]:
    offices = await offices_of(work, operator, operator.ente_id)
    return {
        "offices": [(office.id, office.name) for office in offices],
        "roles": [(role.value, sentence(role.label)) for role in Role],
    }

"""By which identity provider of its own the ente's operators sign in."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.actions.ente_provider.add_group_role import AddGroupRole, add_group_role
from domain.access.actions.ente_provider.remove_group_role import remove_group_role
from domain.access.actions.ente_provider.set_ente_provider import SetEnteProvider, set_ente_provider
from domain.access.queries.ente_provider.providers import group_roles, provider_card
from domain.access.refusals import GroupTaken
from domain.kernel.refusals import Invalid
from domain.kernel.roles import ADMIN_ROLES, Role
from domain.organization.queries.offices import offices_of
from web.access import operator
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/ente/accesso"
FIELDS = ("name", "issuer", "client_id", "codice_fiscale_claim", "groups_claim")


class EnteProviderController(Controller):
    """The provider."""

    path = PATH

    @get("/", name="ente_provider", **operator(*ADMIN_ROLES))
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """What is agreed with it, and its groups."""
        card = await provider_card(work, operator.ente_id)
        known: dict[str, Any] = {name: getattr(card, name) for name in FIELDS} if card else {"groups_claim": "groups"}
        form = show(known | ({"is_enabled": "true"} if card and card.is_enabled else {}))
        return await _page(request, work, operator, form=form, group_form=show())

    @post("/", name="ente_provider.update", **operator(*ADMIN_ROLES, fresh=True))
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Agree it anew."""
        form = await bind(request, SetEnteProvider)
        if form.command is not None:
            try:
                await set_ente_provider(work, operator, form.command)
                return see_other(request, PATH)
            except Invalid as refusal:
                await work.discard()
                form.refuse(refusal)
        form.values["client_secret"] = ""
        return await _page(request, work, operator, form=form, group_form=show(), status=422)


class GroupRoleController(Controller):
    """The table of groups and roles."""

    path = f"{PATH}/gruppi"

    @post("/", name="group_role.create", **operator(*ADMIN_ROLES, fresh=True))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """One row more."""
        form = await bind(request, AddGroupRole)
        if form.command is not None:
            try:
                await add_group_role(work, operator, form.command)
                return see_other(request, PATH)
            except GroupTaken as refusal:
                await work.discard()
                form.errors["group_value"] = sentence(refusal.message)
        return await _page(request, work, operator, form=show(), group_form=form, status=422)

    @post("/{row_id:uuid}/rimozione", name="group_role.delete", **operator(*ADMIN_ROLES, fresh=True))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, row_id: FromPath[UUID]
    ) -> Response[Any]:
        """One row less."""
        await remove_group_role(work, operator, row_id)
        return see_other(request, PATH)


async def _page(
    request: Request[Any, Any, Any],
    work: Work,
    operator: CurrentOperator,
    *,
    form: Form[Any],
    group_form: Form[Any],
    status: int = 200,
) -> Response[Any]:
    card = await provider_card(work, operator.ente_id)
    return page(
        request,
        "ente_provider/edit.html",
        status=status,
        form=form,
        group_form=group_form,
        card=card,
        rows=await group_roles(work, card.id) if card else (),
        offices=[(one.id, one.name) for one in await offices_of(work, operator, operator.ente_id)],
        roles=[(role.value, sentence(role.label)) for role in Role],
    )

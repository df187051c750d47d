"""The form of a resource, made the same way wherever it is shown again: what it asks depends on the kind."""

from typing import Any

from litestar import Request, Response

from backoffice.procedures.drafts.pages import many
from domain.kernel.actor import Operator
from domain.kernel.languages import LANGUAGES
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES
from domain.kernel.text import Text, _
from domain.organization.queries.colleagues import colleagues
from domain.organization.queries.offices import office, offices_of_all
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.agendas.set_resource import SetResource
from domain.scheduling.queries.agendas.resources_of import ResourceRow
from domain.scheduling.terms import Manner, ResourceKind
from web.forms import Form, bind, typed
from web.locale import sentence
from web.rendering import page

HEADINGS: dict[ResourceKind, Text] = {
    ResourceKind.OPERATOR: _("Operatori"),
    ResourceKind.ROOM: _("Stanze"),
    ResourceKind.INTERPRETER: _("Interpreti e mediatori"),
}
KIND_BUTTONS: dict[ResourceKind, Text] = {
    ResourceKind.OPERATOR: _("Aggiungi un operatore"),
    ResourceKind.ROOM: _("Aggiungi una stanza"),
    ResourceKind.INTERPRETER: _("Aggiungi un interprete"),
}
GENDERS: dict[str, Text] = {"female": _("Donna"), "male": _("Uomo"), "other": _("Altro")}


async def sent_resource(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, row: ResourceRow | None = None
) -> tuple[Form[SetResource], ResourceKind]:
    """The command and the kind; a new operator is called as the ente calls them."""
    sent = await typed(request)
    asked = str(sent.value("kind"))
    kind = row.kind if row else next((one for one in ResourceKind if one.value == asked), ResourceKind.ROOM)
    fixed: dict[str, Any] = {
        "resource_id": row.id if row else None,
        "ente_id": row.ente_id if row else operator.ente_id,
        "kind": kind,
        "languages": many(sent.value("languages")),
        "manners": [*Manner] if kind is ResourceKind.ROOM else many(sent.value("manners")),
        "is_step_free": bool(sent.value("is_step_free")),
        "is_offered": bool(sent.value("is_offered")),
        "hourly_cost": str(sent.value("hourly_cost")).replace(".", "").replace(",", ".") or None,
    }
    if kind is ResourceKind.OPERATOR:
        chosen = str(row.operator_id) if row else str(sent.value("operator_id"))
        named = {str(one.id): one.full_name for one in await colleagues(work, operator.enti, DESK_ROLES)}
        fixed["operator_id"] = chosen if row or chosen in named else None
        if not row:
            fixed["name"] = named.get(chosen, "–")[:120]
    form = await bind(request, SetResource, **fixed)
    if kind is ResourceKind.OPERATOR and not fixed["operator_id"]:
        form.errors = {"operator_id": sentence(_("Scegli una delle risposte."))}
    return form, kind


def known(row: ResourceRow) -> dict[str, Any]:
    """A resource as values of the fields."""
    return {
        "kind": row.kind.value,
        "name": row.name,
        "office_id": row.office_id,
        "languages": [*row.languages],
        "manners": [one.value for one in row.manners],
        "gender": row.gender,
        "is_step_free": row.is_step_free or None,
        "is_offered": row.is_offered or None,
        "hourly_cost": str(row.hourly_cost).replace(".", ",") if row.hourly_cost is not None else None,
    }


async def resource_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    form: Form[Any],
    kind: ResourceKind,
    row: ResourceRow | None = None,
    *,
    status: int = 200,
) -> Response[Any]:
    """The form, for a new one or for ``row``."""
    if operator.has(*ADMIN_ROLES):
        offices = await offices_of_all(work, operator, [operator.ente_id])
    else:
        offices = [await office(work, operator.office_id)]
    people = await colleagues(work, operator.enti, DESK_ROLES) if kind is ResourceKind.OPERATOR and not row else ()
    return page(
        request,
        "resources/edit.html",
        status=status,
        form=form,
        kind=kind.value,
        resource=row,
        heading=row.name if row else sentence(KIND_BUTTONS[kind]),
        offices=[(str(one.id), one.name) for one in offices if one.is_open],
        colleagues=[(str(one.id), one.full_name) for one in people],
        tongues=[(one.code, one.native_name) for one in LANGUAGES],
        manners=[(one.value, sentence(one.label)) for one in Manner],
        genders=[(value, sentence(label)) for value, label in GENDERS.items()],
    )

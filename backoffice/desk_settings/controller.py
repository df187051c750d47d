"""How the desks of the offices work: decided by each office's head, or by who administers the ente."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath
from pydantic import ValidationError

from backoffice.contact_sheets.reading import several
from backoffice.desk_settings.pages import desk_page
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.roles import ADMIN_ROLES, Role
from domain.organization.queries.offices import OfficeRow, offices_of_all
from domain.platform.work import UnitOfWork
from domain.reception.actions.desks.set_desk import SetDesk, set_desk
from domain.reception.actions.notices.publish_notice import PublishNotice, publish_notice
from domain.reception.queries.desk_access import may_direct_desk
from domain.reception.queries.desks.desk_of import DeskRow, desk_of
from web.access import operator
from web.forms import Form, bind, show, typed
from web.locale import gettext
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/accoglienza/sportelli"
DIRECTING = (Role.OFFICE_HEAD, *ADMIN_ROLES)


class DeskSettingsController(Controller):
    """The desks."""

    path = PATH

    @get("/", name="desk_settings", **operator(*DIRECTING))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The offices whose desks this operator may change."""
        return page(request, "desk_settings/list.html", offices=await _directed(work, operator))

    @get("/{office_id:uuid}", name="desk_settings.edit", **operator(*DIRECTING))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, office_id: FromPath[UUID]
    ) -> Response[Any]:
        """The choices of one desk, as they are."""
        return await desk_page(request, work, operator, office_id, show(_values(await desk_of(work, office_id))))

    @post("/{office_id:uuid}", name="desk_settings.update", **operator(*DIRECTING))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, office_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write the choices."""
        form = await typed(request)
        if (command := _command(form, office_id)) is not None:
            try:
                await set_desk(work, operator, command)
                return see_other(request, f"{PATH}/{office_id}?fatto=salvato")
            except Invalid as refusal:
                await work.discard()
                form.refuse(refusal)
        return await desk_page(request, work, operator, office_id, form, status=422)

    @post("/{office_id:uuid}/informative", name="desk_settings.notice", **operator(*DIRECTING))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, office_id: FromPath[UUID]
    ) -> Response[Any]:
        """Publish a new version of the notice."""
        form = await bind(request, PublishNotice, office_id=office_id)
        if form.command is not None:
            await publish_notice(work, operator, form.command)
            return see_other(request, f"{PATH}/{office_id}?fatto=informativa")
        form.values |= _values(await desk_of(work, office_id))
        return await desk_page(request, work, operator, office_id, form, status=422)


async def _directed(work: UnitOfWork, operator: Operator) -> list[OfficeRow]:
    offices = await offices_of_all(work, operator, operator.enti)
    return [row for row in offices if may_direct_desk(operator, row.ente_id, row.id)]


def _values(desk: DeskRow) -> dict[str, Any]:
    days = {"opens_on": desk.opens_on, "closes_on": desk.closes_on}
    return {
        "kind": desk.kind.value,
        "initiative": desk.initiative,
        "desk_points": "\n".join(desk.desk_points),
        "sections": [one.value for one in desk.sections],
        "required": [one.value for one in desk.required],
        "is_masked_elsewhere": "true" if desk.is_masked_elsewhere else "",
        "masks": [f"{section.value}.{role.value}" for section, roles in desk.masks.items() for role in sorted(roles)],
        "private_note_readers": [role.value for role in desk.private_note_readers],
        "seen_version": str(desk.version),
    } | {name: day.isoformat() for name, day in days.items() if isinstance(day, date)}


def _command(form: Form[Any], office_id: UUID) -> SetDesk | None:
    """The command; None, with errors beside the fields, when an answer cannot be understood."""
    given = {name: form.value(name) for name in ("kind", "initiative", "opens_on", "closes_on", "seen_version")}
    written = {name: value for name, value in given.items() if value} | {
        "office_id": office_id,
        "desk_points": str(form.value("desk_points")).splitlines(),
        "is_masked_elsewhere": bool(form.value("is_masked_elsewhere")),
        "masks": [tuple(one.split(".", 1)) for one in several(form, "masks")],
        **{name: several(form, name) for name in ("sections", "required", "private_note_readers")},
    }
    try:
        return SetDesk.model_validate(written)
    except ValidationError as refused:
        form.errors |= {
            str((*error["loc"], "kind")[0]): gettext("Controlla questa risposta.") for error in refused.errors()
        }
        return None

"""The offices of the ente and their opening hours."""

import re
from collections.abc import Sequence
from datetime import time
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath
from pydantic import ValidationError

from domain.kernel.refusals import Invalid
from domain.kernel.roles import ADMIN_ROLES
from domain.organization.actions.open_office import OpenOffice, open_office
from domain.organization.actions.set_opening_hours import SetOpeningHours, set_opening_hours
from domain.organization.queries.offices import OfficeRow, office, offices_of
from domain.organization.terms import WEEKDAYS, OfficeKind
from web.access import operator
from web.forms import Form, bind, show, typed
from web.locale import gettext, sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

STRETCHES = 2
_HOUR = re.compile(r"^(\d{1,2})(?:[:.,](\d{2}))?$")


class OfficeController(Controller):
    """The offices."""

    path = "/uffici"

    @get("/", name="offices", **operator())
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The offices of the ente of the active office."""
        return page(
            request,
            "organization/offices.html",
            offices=await offices_of(work, operator, operator.ente_id),
            may_change=operator.has(*ADMIN_ROLES),
        )

    @get("/nuovo", name="office.new", **operator(*ADMIN_ROLES))
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form for a new office."""
        return _new(request, show())

    @post("/", name="office.create", **operator(*ADMIN_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Open an office."""
        form = await bind(request, OpenOffice, ente_id=operator.ente_id)
        if form.command is None:
            return _new(request, form, status=422)
        office_id = await open_office(work, operator, form.command)
        return see_other(request, f"/uffici/{office_id}/orari")


class OpeningHoursController(Controller):
    """When an office is open to people."""

    path = "/uffici/{office_id:uuid}/orari"

    @get("/", name="office.hours", **operator(*ADMIN_ROLES))
    async def edit(self, request: Request[Any, Any, Any], work: Work, office_id: FromPath[UUID]) -> Response[Any]:
        """The week as it is."""
        shown = await office(work, office_id)
        return _week(request, shown, show(_typed_week(shown)))

    @post("/", name="office.hours.update", **operator(*ADMIN_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, office_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write the week anew."""
        form, shown = await typed(request), await office(work, office_id)
        command, places = _read_week(form, office_id)
        if command is None:
            return _week(request, shown, form, status=422)
        try:
            await set_opening_hours(work, operator, command)
        except Invalid as refusal:
            await work.discard()
            named = {_place(field, places): text for field, text in refusal.fields.items()}
            return _week(request, shown, form.refuse(named), status=422)
        return see_other(request, "/uffici")


def _new(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[Any]:
    kinds = [(kind.value, sentence(kind.label)) for kind in OfficeKind]
    return page(request, "organization/office_new.html", status=status, form=form, kinds=kinds)


def _week(request: Request[Any, Any, Any], shown: OfficeRow, form: Form[Any], *, status: int = 200) -> Response[Any]:
    return page(
        request,
        "organization/hours.html",
        status=status,
        form=form,
        office=shown,
        weekdays=[sentence(day) for day in WEEKDAYS],
        stretches=range(STRETCHES),
    )


def _typed_week(shown: OfficeRow) -> dict[str, str]:
    values: dict[str, str] = {}
    for day in range(len(WEEKDAYS)):
        for row, hours in enumerate([hours for hours in shown.hours if hours.weekday == day][:STRETCHES]):
            values[f"{day}.{row}.opens"] = hours.opening_time.strftime("%H:%M")
            values[f"{day}.{row}.closes"] = hours.closing_time.strftime("%H:%M")
    return values


def _read_week(form: Form[Any], office_id: UUID) -> tuple[SetOpeningHours | None, list[str]]:
    """The command, and the place in the form of each of its stretches; None with errors beside the fields."""
    hours, places = [], []
    for day in range(len(WEEKDAYS)):
        for row in range(STRETCHES):
            place = f"{day}.{row}"
            opens, closes = (_hour(form, f"{place}.{part}") for part in ("opens", "closes"))
            if opens is not None and closes is not None:
                hours.append(SetOpeningHours.Hours(weekday=day, opening_time=opens, closing_time=closes))
                places.append(place)
            elif (opens is None) != (closes is None) and not form.errors:
                form.errors[f"{place}.{'opens' if opens is None else 'closes'}"] = gettext("Scrivi tutte e due le ore.")
    if form.errors:
        return None, places
    try:
        return SetOpeningHours(office_id=office_id, hours=tuple(hours)), places
    except ValidationError:
        form.errors["0.0.opens"] = gettext("Controlla gli orari.")
        return None, places


def _hour(form: Form[Any], field: str) -> time | None:
    text = str(form.value(field)).strip()
    if not text:
        return None
    found = _HOUR.match(text)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        form.errors[field] = gettext("Scrivi un'ora, per esempio 9:30.")
        return None
    return time(int(found[1]), int(found[2] or 0))


def _place(field: str, places: Sequence[str]) -> str:
    _, index, part = field.split(".")
    return f"{places[int(index)]}.{'closes' if part == 'closing_time' else 'opens'}"

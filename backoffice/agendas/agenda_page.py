"""The pages of one agenda, made the same way wherever they are shown again."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from litestar import Request, Response
from pydantic import BaseModel

from backoffice.procedures.drafts.pages import many
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE, LANGUAGES
from domain.kernel.roles import ADMIN_ROLES
from domain.kernel.text import _
from domain.organization.queries.offices import office, offices_of_all
from domain.organization.terms import WEEKDAYS
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.agendas.agenda_sheet import AgendaSheet, OpeningRow, agenda_sheet
from domain.scheduling.queries.agendas.needs_of import needs_of
from domain.scheduling.queries.agendas.outside_week import outside_week
from domain.scheduling.queries.agendas.resources_of import resources_of
from domain.scheduling.terms import ResourceKind, Way
from web.forms import Form, bind, typed
from web.locale import date_time, gettext, localised, long_date, sentence
from web.rendering import page

M = TypeVar("M", bound=BaseModel)
MOST_LISTED = 50


async def sent_agenda(request: Request[Any, Any, Any], model: type[M], **fixed: Any) -> Form[M]:
    """The command of the form: boxes that were left empty are no, or none."""
    sent = await typed(request)
    lists = {name: many(sent.value(name)) for name in ("need_ids", "resource_ids", "languages")}
    boxes = {name: bool(sent.value(name)) for name in ("is_step_free", "is_open") if name in model.model_fields}
    return await bind(request, model, place=str(sent.value("place")), **lists, **boxes, **fixed)


async def agenda_form(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    form: Form[Any],
    agenda: AgendaSheet | None = None,
    *,
    status: int = 200,
) -> Response[Any]:
    """The facts of an agenda, or of a new one."""
    needs = await needs_of(work, operator, of_ambito=True)
    resources = [one for one in await resources_of(work, operator, of_ambito=True) if one.is_offered]
    offices = (
        await offices_of_all(work, operator, operator.enti)
        if operator.has(*ADMIN_ROLES)
        else [await office(work, operator.office_id)]
    )
    return page(
        request,
        "agendas/edit.html",
        status=status,
        form=form,
        agenda=agenda,
        offices=[(str(one.id), one.name) for one in offices if one.is_open],
        needs=[(str(one.id), localised(dict(one.name))) for one in needs if one.is_offered],
        resources=[
            (str(one.id), f"{sentence(one.kind.label)}: {one.name}")
            for one in resources
            if one.kind is not ResourceKind.INTERPRETER
        ],
        tongues=[(one.code, one.native_name) for one in LANGUAGES],
    )


async def agenda_page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, agenda_id: UUID
) -> Response[Any]:
    """All that is written about an agenda."""
    sheet = await agenda_sheet(work, operator, agenda_id)
    outside = await outside_week(work, sheet)
    return page(
        request,
        "agendas/show.html",
        agenda=sheet,
        facts=await _facts(work, operator, sheet),
        weeks=_weeks(sheet, work.today),
        outside=[
            [date_time(one.starts_at), one.full_name or gettext("Appuntamento senza nome")]
            for one in outside[:MOST_LISTED]
        ],
        outside_total=len(outside),
        done=request.query_params.get("fatto") == "1",
    )


async def _facts(work: UnitOfWork, operator: Operator, sheet: AgendaSheet) -> list[tuple[str, str]]:
    needs = [one for one in await needs_of(work, operator, of_ambito=True) if one.id in sheet.need_ids]
    taken = [one.name for one in await resources_of(work, operator, of_ambito=True) if one.id in sheet.resource_ids]
    spoken = [BY_CODE[code].native_name for code in sheet.languages if code in BY_CODE]
    return [
        (gettext("Dove si riceve"), sheet.place),
        (gettext("Senza gradini"), gettext("sì") if sheet.is_step_free else gettext("no")),
        (gettext("Motivi"), ", ".join(localised(dict(one.name)) for one in needs)),
        (gettext("Ogni appuntamento prende"), ", ".join(taken)),
        (gettext("Lingue"), ", ".join(spoken)),
        (gettext("Minuti di anticipo"), str(sheet.lead_minutes)),
        (gettext("Si prenota fino a giorni prima"), str(sheet.horizon_days)),
        (gettext("Si disdice fino a minuti prima"), str(sheet.cancel_minutes)),
        (gettext("Stato"), gettext("Aperta") if sheet.is_open else gettext("Chiusa")),
    ]


def _weeks(sheet: AgendaSheet, today: date) -> list[tuple[str, list[list[Any]]]]:
    """The week of today, and each one that comes after it."""
    later = [
        (sentence(_("Orari da %(day)s", day=long_date(day))), _lines(sheet.week_on(day)))
        for day in sheet.changes_after(today)
    ]
    return [(gettext("Orari di adesso"), _lines(sheet.week_on(today))), *later]


def _lines(rows: Sequence[OpeningRow]) -> list[list[Any]]:
    return [
        [
            sentence(WEEKDAYS[one.weekday]),
            f"{one.opening_time:%H:%M}–{one.closing_time:%H:%M}",
            one.every_weeks,
            one.step_minutes,
            one.gap_minutes,
            one.seats,
            ", ".join(sentence(manner.label) for manner in one.manners),
            gettext("Tutti") if set(one.ways) == set(Way) else ", ".join(sentence(way.label) for way in one.ways),
        ]
        for one in rows
    ]

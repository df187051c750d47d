"""The days off: those of the law, and those that the ente sets."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.procedures.day_words import day_rows
from backoffice.procedures.words import chosen_done
from domain.kernel.languages import LANGUAGES
from domain.kernel.text import Text, _
from domain.organization.terms import WEEKDAYS
from domain.procedure.actions.days.remove_holiday import remove_holiday
from domain.procedure.actions.days.set_holiday import SetHoliday, set_holiday
from domain.procedure.queries.legal_calendar import days_off
from domain.procedure.terms import HolidayKind
from domain.procedure.terms.designing import DESIGN_ROLES
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/procedimenti/giorni"
RECURRENCES: dict[str, Text] = {
    "year": _("Ogni anno, lo stesso giorno"),
    "once": _("Una volta sola"),
    "week": _("Ogni settimana"),
}
NEEDED = _("Questa risposta serve.")
NEEDS_LAW = _("Scrivi la norma: senza, il termine dell'ufficio non si sposta.")
NO_CLOSURE = _("Un giorno di chiusura non sposta il termine dell'ufficio: togli il segno.")
REVERSED = _("L'ultimo giorno viene prima del primo.")


class DayOffController(Controller):
    """The days on which no term ends."""

    path = PATH

    @get("/", name="days_off", **operator(*DESIGN_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """All of them."""
        rows = await days_off(work, operator)
        return page(
            request,
            "procedures/days.html",
            national=day_rows(row for row in rows if row.id is None),
            local=day_rows(row for row in rows if row.id is not None),
            done=chosen_done(request),
        )

    @get("/nuovo", name="day_off.new", **operator(*DESIGN_ROLES))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The form: once a year unless another sort of day is chosen."""
        return _new(request, show({"kind": HolidayKind.LOCAL.value, "recurrence": "year"}))

    @post("/", name="day_off.create", **operator(*DESIGN_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Deadlines that run are reckoned anew."""
        form = await _typed_day(request, operator.ente_id)
        if await attempt(work, operator, form, set_holiday):
            return see_other(request, f"{PATH}?fatto=giorno")
        return _new(request, form, status=422)


class DayOffRemovalController(Controller):
    """A day that was set by mistake."""

    path = f"{PATH}/{{holiday_id:uuid}}/eliminazione"

    @post("/", name="day_off.removal", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, holiday_id: FromPath[UUID]
    ) -> Response[Any]:
        """A working day again."""
        await remove_holiday(work, operator, holiday_id)
        return see_other(request, f"{PATH}?fatto=giorno-tolto")


async def _typed_day(request: Request[Any, Any, Any], ente_id: UUID) -> Form[SetHoliday]:
    """The command for the sort of day that was chosen, with the errors in their places."""
    form = await typed(request)
    chosen = form.value("recurrence")
    name = {one.code: words for one in LANGUAGES if (words := str(form.value(f"name.{one.code}")).strip())}
    day = _day(str(form.value("day")))
    fixed: dict[str, Any] = {"ente_id": ente_id, "name": name}
    if chosen == "week":
        fixed |= {"weekday": form.value("weekday") or None}
    elif chosen == "once":
        fixed |= {"weekday": None, "single_on": day}
    else:
        fixed |= {"weekday": None, "month": day.month if day else None, "month_day": day.day if day else None}
    bound = await bind(request, SetHoliday, **fixed)
    _settle(
        bound,
        "weekday" if chosen == "week" else "day",
        is_given=bool(form.value("weekday") if chosen == "week" else day),
    )
    return bound


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _settle(form: Form[SetHoliday], asked: str, *, is_given: bool) -> None:
    """What is wrong with the day as a whole stands beside the answer to put right."""
    whole = form.errors.pop("", None)
    if form.errors.pop("name", None):
        form.errors["name.it"] = sentence(NEEDED)
    if not is_given:
        form.errors[asked] = sentence(NEEDED)
    if whole is None or form.errors:
        return
    if form.value("is_for_office") and not str(form.value("source")).strip():
        form.errors["source"] = sentence(NEEDS_LAW)
    elif form.value("is_for_office") and form.value("kind") == HolidayKind.CLOSURE.value:
        form.errors["is_for_office"] = sentence(NO_CLOSURE)
    else:
        form.errors["ends_on"] = sentence(REVERSED)


def _new(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[Any]:
    return page(
        request,
        "procedures/day_new.html",
        status=status,
        form=form,
        kinds=[(one.value, sentence(one.label)) for one in HolidayKind],
        recurrences=[(value, sentence(words)) for value, words in RECURRENCES.items()],
        weekdays=[(str(number), sentence(words)) for number, words in enumerate(WEEKDAYS)],
        all_languages=[(one.code, one.native_name, one.direction) for one in LANGUAGES],
    )

"""The pages of households, made the same way wherever they are shown again."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.households.choosing import people_around
from backoffice.households.rows import member_rows
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.queries.households.household_on import household_sheet, households_on
from domain.registry.queries.households.households_of import households_of
from domain.registry.queries.person_card import person_card
from domain.registry.terms import FactSource, HouseholdKind, Kinship
from domain.registry.terms.support import Availability, ContactMode
from web.forms import Form, show
from web.locale import gettext as _
from web.locale import sentence, short_date
from web.rendering import page

DONE = frozenset({"nuovo", "aggiunta", "cambiata", "uscita", "diviso", "unito", "salvato", "scegli"})


@dataclass(frozen=True)
class Place:
    """A household on the pages of a person."""

    person_id: UUID
    household_id: UUID

    @property
    def path(self) -> str:
        """The address of the household."""
        return f"/persone/{self.person_id}/nuclei/{self.household_id}"


def asked_day(request: Request[Any, Any, Any], today: date, name: str = "giorno") -> date:
    """The day in ``?giorno=``; anything that is not a day means today."""
    return day_in(request.query_params.get(name, ""), today)


def day_in(value: object, today: date) -> date:
    """The day that was typed; anything that is not a day means today."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return today


def words() -> dict[str, Any]:
    """What the selects of these pages offer."""
    kinships = [(one.value, sentence(one.label)) for one in Kinship if one is not Kinship.REFERENCE]
    return {
        "kinds": [(one.value, sentence(one.label)) for one in HouseholdKind],
        "kinships": kinships,
        "all_kinships": [(Kinship.REFERENCE.value, sentence(Kinship.REFERENCE.label)), *kinships],
        "availabilities": [(one.value, sentence(one.label)) for one in Availability],
        "contact_modes": [(one.value, sentence(one.label)) for one in ContactMode],
        "sources": [(one.value, sentence(one.label)) for one in FactSource],
    }


async def households_page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, person_id: UUID
) -> Response[Any]:
    """The households of a person on the day asked for, and all there were."""
    day = asked_day(request, work.today)
    sheets = await households_on(work, operator, person_id, day)
    periods = await households_of(work, operator, person_id)
    return page(
        request,
        "households/list.html",
        person=await person_card(work, operator, person_id),
        form=show({"giorno": day.isoformat(), "primo_giorno": day.isoformat()}),
        day=day,
        tables=[(sheet, member_rows(sheet, None)) for sheet in sheets.values()],
        periods=[_period(one) for one in periods],
        choices=list({str(one.household_id): _period_name(one) for one in reversed(periods)}.items()),
        done=_done(request),
    )


async def household_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    place: Place,
    form: Form[Any] | None = None,
    *,
    status: int = 200,
    day: date | None = None,
) -> Response[Any]:
    """One household on a day, with the forms to change it."""
    day = day or asked_day(request, work.today)
    person = await person_card(work, operator, place.person_id)
    sheet = await household_sheet(work, operator, place.household_id, day)
    sheets = await households_on(work, operator, place.person_id, day)
    await of_person(work, operator, place)
    members = {member.person_id for member in sheet.members}
    return page(
        request,
        "households/show.html",
        status=status,
        person=person,
        place=place,
        sheet=sheet,
        rows=member_rows(sheet, place.path),
        form=form or show({"starts_on": day.isoformat(), "source": "person", "is_cohabiting": "true"}),
        around=people_around(sheets, without=members),
        done=_done(request),
        **words(),
    )


async def of_person(work: UnitOfWork, operator: Operator, place: Place) -> None:
    """The household is one of the person's, now or once. Refuses NotFound."""
    periods = await households_of(work, operator, place.person_id)
    if all(one.household_id != place.household_id for one in periods):
        raise NotFound


def _done(request: Request[Any, Any, Any]) -> str:
    done = request.query_params.get("fatto", "")
    return done if done in DONE else ""


def _period(one: Any) -> list[Any]:
    return [
        (sentence(one.kind.label), f"{one.household_id}"),
        sentence(one.kinship.label),
        _("sì") if one.is_cohabiting else _("no"),
        short_date(one.starts_on) if one.starts_on else _("da sempre"),
        short_date(one.ends_on) if one.ends_on else _("oggi"),
        sentence(one.source.label),
    ]


def _period_name(one: Any) -> str:
    begins = short_date(one.starts_on) if one.starts_on else _("da sempre")
    return _("%(kind)s dal %(day)s") % {"kind": sentence(one.kind.label), "day": begins}

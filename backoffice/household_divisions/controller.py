"""The forms by which a household divides, and by which two become one."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.households.choosing import chosen_person
from backoffice.households.pages import Place, asked_day, day_in, of_person, words
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.actions.households.join_households import JoinHouseholds, join_households
from domain.registry.actions.households.split_household import SplitHousehold, split_household
from domain.registry.queries.households.household_on import HouseholdSheet, household_on, household_sheet
from domain.registry.queries.person_card import person_card
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.locale import gettext as _
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/persone/{person_id:uuid}/nuclei/{household_id:uuid}"
KINSHIP = "kinship-"


class SplitController(Controller):
    """Some of a household go and live by themselves."""

    path = f"{PATH}/divisione"

    @get("/", name="person.household.split.new", **operator(*DESK_ROLES))
    async def new(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        household_id: FromPath[UUID],
    ) -> Response[Any]:
        """Who leaves, who stays, around whom."""
        form = show({"starts_on": asked_day(request, work.today), "source": "person"})
        return await _split_page(request, work, operator, Place(person_id, household_id), form)

    @post("/", name="person.household.split", **operator(*DESK_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        household_id: FromPath[UUID],
    ) -> Response[Any]:
        """Two households from the day on."""
        place = Place(person_id, household_id)
        await of_person(work, operator, place)
        leavers = _several((await typed(request)).value("leavers"))
        kinships = await _kinships(request)
        form = await bind(request, SplitHousehold, household_id=household_id, leavers=leavers, kinships=kinships)
        if await attempt(work, operator, form, split_household, "leavers"):
            return see_other(request, f"/persone/{person_id}/nuclei?fatto=diviso&giorno={form.values['starts_on']}")
        return await _split_page(request, work, operator, place, form, status=422)


class JoinController(Controller):
    """Another household of the same kind becomes part of this one."""

    path = f"{PATH}/unione"

    @get("/", name="person.household.join.new", **operator(*DESK_ROLES))
    async def new(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        household_id: FromPath[UUID],
    ) -> Response[Any]:
        """Which one, and what its reference person is to ours."""
        form = show({"starts_on": asked_day(request, work.today), "source": "person"})
        return await _join_page(request, work, operator, Place(person_id, household_id), form)

    @post("/", name="person.household.join", **operator(*DESK_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        household_id: FromPath[UUID],
    ) -> Response[Any]:
        """One household from the day on."""
        place, form = Place(person_id, household_id), await typed(request)
        other = await _other_household(work, operator, place, form)
        if other is not None:
            fixed = {"household_id": household_id, "other_id": other.id, "kinships": await _kinships(request)}
            form = await bind(request, JoinHouseholds, **fixed)
            if await attempt(work, operator, form, join_households, "codice_fiscale"):
                return see_other(request, f"{place.path}?fatto=unito&giorno={form.values['starts_on']}")
        return await _join_page(request, work, operator, place, form, other, status=422)


async def _other_household(
    work: UnitOfWork, operator: Operator, place: Place, form: Form[Any]
) -> HouseholdSheet | None:
    """The household, of the same kind, of the person typed; None, with the message beside, when there is none."""
    day = day_in(form.value("starts_on"), work.today)
    sheet = await household_sheet(work, operator, place.household_id, day)
    who = await chosen_person(work, operator, form)
    if who is None:
        return None
    other = await household_on(work, operator, who, sheet.kind, day)
    if other is None:
        form.errors["codice_fiscale"] = _("In quel giorno questa persona non è in un nucleo dello stesso tipo.")
    return other


async def _join_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    place: Place,
    form: Form[Any],
    other: HouseholdSheet | None = None,
    *,
    status: int = 200,
) -> Response[Any]:
    await of_person(work, operator, place)
    members = other.members if other else []
    return page(
        request,
        "household_divisions/join.html",
        status=status,
        form=form,
        person=await person_card(work, operator, place.person_id),
        place=place,
        sheet=await household_sheet(work, operator, place.household_id, asked_day(request, work.today)),
        people=[(str(one.person_id), one.full_name) for one in members if one.kinship.value != "reference"],
        **words(),
    )


async def _split_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    place: Place,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    await of_person(work, operator, place)
    sheet = await household_sheet(work, operator, place.household_id, asked_day(request, work.today))
    return page(
        request,
        "household_divisions/split.html",
        status=status,
        form=form,
        person=await person_card(work, operator, place.person_id),
        place=place,
        sheet=sheet,
        people=[(str(member.person_id), member.full_name) for member in sheet.members],
        **words(),
    )


async def _kinships(request: Request[Any, Any, Any]) -> dict[str, str]:
    """What was chosen in the fields ``kinship-<id>``, by id."""
    values = (await typed(request)).values
    return {
        name.removeprefix(KINSHIP): str(value) for name, value in values.items() if name.startswith(KINSHIP) and value
    }


def _several(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) and value else list(value)

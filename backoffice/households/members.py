"""The members of a household: joining, moving in from another one, changing, leaving."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath
from pydantic import BaseModel

from backoffice.households.choosing import chosen_person
from backoffice.households.member_page import member_of, member_page
from backoffice.households.pages import Place, household_page, of_person
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.actions.households.add_member import AddMember, add_member
from domain.registry.actions.households.change_member import ChangeMember, change_member
from domain.registry.actions.households.correct_member import CorrectMember, correct_member
from domain.registry.actions.households.move_member import MoveMember, move_member
from domain.registry.actions.households.remove_member import RemoveMember, remove_member
from web.access import operator
from web.forms import Action, Form, attempt, bind, show, typed
from web.rendering import see_other
from web.work import CurrentOperator, Work

EXIT = "households/exit.html"
PATH = "/persone/{person_id:uuid}/nuclei/{household_id:uuid}"


class MemberController(Controller):
    """People in a household."""

    path = f"{PATH}/componenti"

    @post("/", name="person.household.member.create", **operator(*DESK_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        household_id: FromPath[UUID],
    ) -> Response[Any]:
        """Somebody joins; a kinship that is not said comes from the registry household."""
        return await _joins(request, work, operator, Place(person_id, household_id), AddMember, add_member)

    @get("/{member_id:uuid}", name="person.household.member", **operator(*DESK_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        household_id: FromPath[UUID],
        member_id: FromPath[UUID],
    ) -> Response[Any]:
        """What is written of one member, with the forms to change it."""
        place = Place(person_id, household_id)
        return await member_page(request, work, operator, place, await member_of(work, operator, place, member_id))

    @post("/{member_id:uuid}", name="person.household.member.update", **operator(*DESK_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        household_id: FromPath[UUID],
        member_id: FromPath[UUID],
    ) -> Response[Any]:
        """It changes from a day on, or it was wrong."""
        place = Place(person_id, household_id)
        member = await member_of(work, operator, place, member_id)
        is_wrong = (await typed(request)).value("how") == "wrong"
        form: Form[Any] = await bind(request, CorrectMember if is_wrong else ChangeMember, member_id=member_id)
        if await attempt(work, operator, form, correct_member if is_wrong else change_member, "starts_on"):
            return see_other(request, f"{place.path}?fatto=cambiata")
        return await member_page(request, work, operator, place, member, form, status=422)


class MemberExitController(Controller):
    """People who leave a household, or never were there."""

    path = f"{PATH}/componenti/{{member_id:uuid}}/uscita"

    @get("/", name="person.household.exit.new", **operator(*DESK_ROLES))
    async def new(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        household_id: FromPath[UUID],
        member_id: FromPath[UUID],
    ) -> Response[Any]:
        """From which day, and why."""
        place, form = Place(person_id, household_id), show({"leaves_on": work.today})
        member = await member_of(work, operator, place, member_id)
        return await member_page(request, work, operator, place, member, form, template=EXIT)

    @post("/", name="person.household.exit", **operator(*DESK_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        household_id: FromPath[UUID],
        member_id: FromPath[UUID],
    ) -> Response[Any]:
        """From the day on they are not members."""
        place = Place(person_id, household_id)
        member = await member_of(work, operator, place, member_id)
        form = await bind(request, RemoveMember, member_id=member_id)
        if await attempt(work, operator, form, remove_member, "leaves_on"):
            return see_other(request, f"{place.path}?fatto=uscita")
        return await member_page(request, work, operator, place, member, form, template=EXIT, status=422)


class MoveController(Controller):
    """People who move in from another household of the same kind."""

    path = f"{PATH}/spostamenti"

    @post("/", name="person.household.move", **operator(*DESK_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        household_id: FromPath[UUID],
    ) -> Response[Any]:
        """Somebody leaves the other household and joins this one."""
        return await _joins(request, work, operator, Place(person_id, household_id), MoveMember, move_member)


async def _joins(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    place: Place,
    command: type[BaseModel],
    action: Action,
) -> Response[Any]:
    await of_person(work, operator, place)
    form = await typed(request)
    who = await chosen_person(work, operator, form)
    if who is not None:
        form = await bind(request, command, household_id=place.household_id, person_id=who)
        if await attempt(work, operator, form, action, "person_id"):
            return see_other(request, f"{place.path}?fatto=aggiunta&giorno={form.values['starts_on']}")
    return await household_page(request, work, operator, place, form, status=422)

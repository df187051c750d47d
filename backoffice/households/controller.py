"""The households of a person: all of them, a new one, one of them."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.households.composing import compose_from, new_page
from backoffice.households.pages import Place, household_page, households_page, of_person
from domain.kernel.refusals import Invalid, RuleBroken
from domain.kernel.roles import DESK_ROLES
from domain.registry.actions.households.note_alone import NoteAlone, note_alone
from domain.registry.queries.households.household_on import households_on
from web.access import operator
from web.forms import bind, show, typed
from web.locale import sentence
from web.rendering import see_other
from web.work import CurrentOperator, Work


class HouseholdController(Controller):
    """Registry, ISEE, fiscal and relational households."""

    path = "/persone/{person_id:uuid}/nuclei"

    @get("/", name="person.households", **operator(*DESK_ROLES))
    async def list(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """As it was on a day; the reading is noted."""
        return await households_page(request, work, operator, person_id)

    @get("/nuovo", name="person.household.new", **operator(*DESK_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """The form: the person is the reference, others come from the households that are known."""
        known = {"kind": "relational", "starts_on": work.today.isoformat(), "source": "person"}
        return await new_page(request, work, operator, person_id, show(known))

    @post("/", name="person.household.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write it down, and show it."""
        form = await typed(request)
        sheets = await households_on(work, operator, person_id, work.today)
        try:
            household_id = await compose_from(work, operator, person_id, form, sheets)
            if household_id is not None:
                return see_other(request, f"/persone/{person_id}/nuclei/{household_id}?fatto=nuovo")
        except Invalid as refusal:
            await work.discard()
            form.refuse(refusal)
        except RuleBroken as refusal:
            await work.discard()
            form.errors["members"] = sentence(refusal.message)
        return await new_page(request, work, operator, person_id, form, status=422)

    @get("/{household_id:uuid}", name="person.household", **operator(*DESK_ROLES))
    async def show(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        household_id: FromPath[UUID],
    ) -> Response[Any]:
        """One household, as it was on a day."""
        return await household_page(request, work, operator, Place(person_id, household_id))

    @post("/{household_id:uuid}", name="person.household.update", **operator(*DESK_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        household_id: FromPath[UUID],
    ) -> Response[Any]:
        """Keep whether the person says to live alone."""
        place = Place(person_id, household_id)
        await of_person(work, operator, place)
        form = await bind(request, NoteAlone, household_id=household_id)
        if form.command is None:
            return await household_page(request, work, operator, place, form, status=422)
        await note_alone(work, operator, form.command)
        return see_other(request, f"{place.path}?fatto=salvato")

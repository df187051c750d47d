"""People and places without a record, in the drawings of a person."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.relations.pages import ECO_MAP, form_page, which_map, words
from domain.kernel.actor import Operator
from domain.kernel.roles import CASE_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.actions.relations.add_outsider import AddOutsider, add_outsider
from domain.registry.actions.relations.correct_outsider import CorrectOutsider, correct_outsider
from domain.registry.queries.person_card import person_card
from domain.registry.queries.relations.relation_row import outsider_row
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

NEW = "relations/outsider_new.html"


class OutsiderController(Controller):
    """Who or what has no record."""

    path = "/persone/{person_id:uuid}/altre-figure"

    @get("/nuova", name="person.outsider.new", **operator(*CASE_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """The form; ``?da=`` says from which drawing one comes."""
        form = show({"to_id": person_id, "source": "person", "kind": "person", "is_first": "true"})
        return await form_page(request, work, operator, person_id, which_map(request), NEW, form)

    @post("/", name="person.outsider.create", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Put it into the drawing."""
        which = which_map(request)
        form = await bind(request, AddOutsider, person_id=person_id)
        if await attempt(work, operator, form, add_outsider, "relation"):
            return see_other(request, f"/persone/{person_id}/{which.name}?fatto=aggiunto")
        return await form_page(request, work, operator, person_id, which, NEW, form, status=422)

    @get("/{outsider_id:uuid}", name="person.outsider", **operator(*CASE_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        outsider_id: FromPath[UUID],
    ) -> Response[Any]:
        """What is written of it."""
        row = await outsider_row(work, operator, person_id, outsider_id)
        known: dict[str, Any] = {"name": row.name, "kind": row.place.value, "sex": row.sex, "source": "person"}
        known |= {"birth_year": row.birth_year, "death_year": row.death_year}
        known |= {"is_dead": "true"} if row.is_dead else {}
        return await _page(request, work, operator, person_id, outsider_id, show(known))

    @post("/{outsider_id:uuid}", name="person.outsider.update", **operator(*CASE_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        outsider_id: FromPath[UUID],
    ) -> Response[Any]:
        """It was wrong; this is right."""
        await outsider_row(work, operator, person_id, outsider_id)
        form = await bind(request, CorrectOutsider, outsider_id=outsider_id)
        if await attempt(work, operator, form, correct_outsider, "name"):
            return see_other(request, f"/persone/{person_id}/genogramma?fatto=corretto")
        return await _page(request, work, operator, person_id, outsider_id, form, status=422)


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    outsider_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    return page(
        request,
        "relations/outsider.html",
        status=status,
        form=form,
        person=await person_card(work, operator, person_id),
        outsider_id=outsider_id,
        **words(ECO_MAP),
    )

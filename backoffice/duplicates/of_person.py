"""From a person's page: the operator knows that they have another record too, and looks for it."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath
from pydantic import AfterValidator, BaseModel, Field

from domain.kernel.actor import Operator
from domain.kernel.roles import MERGE_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.queries.finding.find_people import find_people
from domain.registry.queries.person_card import person_card
from web.access import operator
from web.forms import Form, bind, show
from web.rendering import page
from web.work import CurrentOperator, Work


class SoughtRecord(BaseModel):
    """Who the other record may be of: a name, a code, a day of birth."""

    words: Annotated[str, AfterValidator(str.strip), Field(min_length=2, max_length=100)]


class OtherRecordController(Controller):
    """The other records of one person. What is typed is posted: no name stands in an address."""

    path = "/persone/{person_id:uuid}/doppi"

    @get("/", name="person.duplicates", **operator(*MERGE_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """The search."""
        return await _other_records(request, work, operator, person_id, show())

    @post("/ricerche", name="person.duplicates.search", **operator(*MERGE_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Who answers to the words, the person of the page left out; each can be compared."""
        return await _other_records(request, work, operator, person_id, await bind(request, SoughtRecord))


async def _other_records(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, person_id: UUID, form: Form[Any]
) -> Response[Any]:
    card = await person_card(work, operator, person_id)
    found = None
    if form.command is not None:
        people = await find_people(work, operator, form.command.words)
        found = [one for one in people if one.id != card.id]
    status = 422 if form.errors else 200
    return page(request, "duplicates/of_person.html", status=status, person=card, form=form, found=found)

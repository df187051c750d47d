"""One kind of fact of a person: what is known, what was, and the form for something new."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.people.fact_page import bind_fact, fact_page, try_fact
from backoffice.people.kinds import kind_at, places_found
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.queries.person_card import person_card
from domain.registry.terms import FactSource
from web.access import operator
from web.forms import show
from web.rendering import see_other
from web.work import CurrentOperator, Work


class PersonFactController(Controller):
    """The facts of one kind."""

    path = "/persone/{person_id:uuid}/dati/{kind:str}"

    @get("/", name="person.facts", **operator(*DESK_ROLES))
    async def list(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        kind: FromPath[str],
    ) -> Response[Any]:
        """What is known and what was written before; the reading is noted."""
        form = show({"source": FactSource.PERSON.value})
        return await fact_page(request, work, operator, person_id, kind_at(kind), form)

    @post("/", name="person.fact.create", **operator(*DESK_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        kind: FromPath[str],
    ) -> Response[Any]:
        """Write something new down."""
        chosen = kind_at(kind)
        form = await bind_fact(request, chosen, RecordFact, person_id=person_id, kind=chosen)
        command = form.command
        if command is not None and await try_fact(work, form, lambda: _record(work, operator, command)):
            return see_other(request, f"/persone/{person_id}?fatto=scritto#{kind}")
        return await fact_page(request, work, operator, person_id, chosen, form, status=422)


async def _record(work: UnitOfWork, operator: Operator, command: RecordFact) -> None:
    card = await person_card(work, operator, command.person_id)
    value = await places_found(work, card.ente_id, command.kind, command.value)
    await record_fact(work, operator, command.model_copy(update={"value": value}))

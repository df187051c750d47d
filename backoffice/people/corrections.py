"""A fact is put right, or taken away because it was not true."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.people.fact_page import bind_fact, try_fact
from backoffice.people.kinds import PATHS, places_found, questions_of
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.actions.facts.correct_fact import CorrectFact, correct_fact
from domain.registry.actions.facts.withdraw_fact import WithdrawFact, withdraw_fact
from domain.registry.queries.facts.facts_of import FactRow, fact_of
from domain.registry.queries.person_card import person_card
from domain.registry.terms import FactKind, FactSource
from web.access import operator
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class CorrectionController(Controller):
    """The correction of one fact."""

    path = "/persone/{person_id:uuid}/correzioni/{fact_id:uuid}"

    @get("/", name="person.fact.edit", **operator(*DESK_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        fact_id: FromPath[UUID],
    ) -> Response[Any]:
        """The fact as it stands, to be put right; the reading is noted."""
        fact = await fact_of(work, operator, person_id, fact_id)
        return await _edit_page(request, work, operator, fact, _as_it_stands(fact))

    @post("/", name="person.fact.update", **operator(*DESK_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        fact_id: FromPath[UUID],
    ) -> Response[Any]:
        """Believe this instead."""
        fact = await fact_of(work, operator, person_id, fact_id)
        form = await bind_fact(request, fact.kind, CorrectFact, fact_id=fact_id)
        command = form.command
        if command is not None and await try_fact(work, form, lambda: _correct(work, operator, fact, command)):
            return see_other(request, f"/persone/{person_id}?fatto=corretto#{PATHS[fact.kind]}")
        return await _edit_page(request, work, operator, fact, form, status=422)


class WithdrawalController(Controller):
    """A fact that was never true."""

    path = "/persone/{person_id:uuid}/correzioni/{fact_id:uuid}/ritiro"

    @post("/", name="person.fact.withdraw", **operator(*DESK_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        fact_id: FromPath[UUID],
    ) -> Response[Any]:
        """Take it away: nothing is known in its place."""
        fact = await fact_of(work, operator, person_id, fact_id)
        form = await bind(request, WithdrawFact, fact_id=fact_id)
        command = form.command
        if command is not None and await try_fact(work, form, lambda: withdraw_fact(work, operator, command)):
            return see_other(request, f"/persone/{person_id}?fatto=tolto#{PATHS[fact.kind]}")
        return await _edit_page(request, work, operator, fact, _as_it_stands(fact, form), status=422)


async def _correct(work: UnitOfWork, operator: Operator, fact: FactRow, command: CorrectFact) -> None:
    card = await person_card(work, operator, fact.person_id)
    value = await places_found(work, card.ente_id, fact.kind, command.value)
    await correct_fact(work, operator, command.model_copy(update={"value": value}))


def _as_it_stands(fact: FactRow, form: Form[Any] | None = None) -> Form[Any]:
    said = fact.value.said() | {"starts_on": fact.starts_on, "ends_on": fact.ends_on}
    said |= {name: "true" if value else "" for name, value in said.items() if isinstance(value, bool)}
    shown = show(said | {"source": fact.source.value})
    if form is not None:
        shown.values |= form.values
        shown.errors = form.errors
    return shown


async def _edit_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    fact: FactRow,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    card = await person_card(work, operator, fact.person_id)
    return page(
        request,
        "people/correction.html",
        status=status,
        person=card,
        fact=fact,
        kind_path=PATHS[fact.kind],
        form=form,
        questions=await questions_of(work, card.ente_id, fact.kind),
        sources=[(source.value, sentence(source.label)) for source in FactSource],
        may_withdraw=fact.kind is not FactKind.IDENTITY,
    )

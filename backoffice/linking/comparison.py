"""The two records side by side, and the codice fiscale of somebody who is not known otherwise."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.actions.desk.give_codice_fiscale import GiveCodiceFiscale, give_codice_fiscale
from domain.access.actions.desk.link_account import LinkAccount, link_account
from domain.access.terms import IdentityDocument
from domain.kernel.actor import Operator
from domain.kernel.refusals import Conflict, Invalid, RuleBroken
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_card import person_card
from web.access import operator
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class ComparisonController(Controller):
    """Are these two one person?"""

    path = "/collegamenti/{person_id:uuid}/persone/{known_id:uuid}"

    @get("/", name="linking.new", **operator(*DESK_ROLES))
    async def new(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        known_id: FromPath[UUID],
    ) -> Response[Any]:
        """Side by side."""
        return await _compare(request, work, operator, (person_id, known_id), show())

    @post("/", name="linking.create", **operator(*DESK_ROLES, fresh=True))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        known_id: FromPath[UUID],
    ) -> Response[Any]:
        """Link them."""
        pair = (person_id, known_id)
        form = await bind(request, LinkAccount, from_person_id=person_id, to_person_id=known_id)
        if form.command is None:
            return await _compare(request, work, operator, pair, form, status=422)
        try:
            link_id = await link_account(work, operator, form.command)
        except (Invalid, RuleBroken) as refusal:
            await work.discard()
            return await _compare(request, work, operator, pair, _told(form, refusal, "reason"), status=422)
        return see_other(request, f"/collegamenti/fatti/{link_id}")


class CodiceFiscaleController(Controller):
    """Nobody has this codice fiscale yet: the person from abroad gets it."""

    path = "/collegamenti/{person_id:uuid}/codice-fiscale"

    @get("/", name="linking.code.new", **operator(*DESK_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """The form."""
        return await _code(request, work, operator, person_id, show())

    @post("/", name="linking.code.create", **operator(*DESK_ROLES, fresh=True))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Keep it."""
        form = await bind(request, GiveCodiceFiscale, person_id=person_id)
        if form.command is None:
            return await _code(request, work, operator, person_id, form, status=422)
        try:
            link_id = await give_codice_fiscale(work, operator, form.command)
        except (Invalid, RuleBroken, Conflict) as refusal:
            await work.discard()
            return await _code(request, work, operator, person_id, _told(form, refusal, "codice_fiscale"), status=422)
        return see_other(request, f"/collegamenti/fatti/{link_id}")


def _told(form: Form[Any], refusal: Invalid | RuleBroken | Conflict, field: str) -> Form[Any]:
    if isinstance(refusal, Invalid):
        return form.refuse(refusal)
    form.errors[field] = sentence(refusal.message)
    return form


def _documents() -> list[tuple[str, str]]:
    return [(one.value, sentence(one.label)) for one in IdentityDocument]


async def _compare(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    pair: tuple[UUID, UUID],
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    former, known = await person_card(work, operator, pair[0]), await person_card(work, operator, pair[1])
    return page(
        request, "linking/compare.html", status=status, form=form, former=former, known=known, documents=_documents()
    )


async def _code(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    card = await person_card(work, operator, person_id)
    return page(request, "linking/code.html", status=status, form=form, card=card, documents=_documents())

"""Accounts from abroad without codice fiscale: the list, finding the known person, comparing, linking."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.identification.finding import PersonSearch
from domain.access.queries.desk_accounts import is_linked, unlinked_accounts
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.queries.finding.find_people import find_people
from domain.registry.queries.person_card import person_card
from web.access import operator
from web.forms import Form, bind, show
from web.rendering import page
from web.work import CurrentOperator, Work


class UnlinkedAccountController(Controller):
    """Whom an operator with the documents in hand could recognise as somebody known."""

    path = "/collegamenti"

    @get("/", name="linking.accounts", **operator(*DESK_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The accounts, the latest first."""
        return page(request, "linking/list.html", accounts=await unlinked_accounts(work, operator))

    @get("/{person_id:uuid}", name="linking.search", **operator(*DESK_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Look for the known person."""
        return await _search(request, work, operator, person_id, show())

    @post("/{person_id:uuid}/ricerche", name="linking.results", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Who answers to the words and has a codice fiscale."""
        form = await bind(request, PersonSearch)
        return await _search(request, work, operator, person_id, form, status=200 if form.command else 422)

    @get("/fatti/{link_id:uuid}", name="linking.done", **operator(*DESK_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, link_id: FromPath[UUID]
    ) -> Response[Any]:
        """It is done: what has changed."""
        if not await is_linked(work, operator, link_id):
            raise NotFound
        return page(request, "linking/done.html")


async def _search(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    form: Form[PersonSearch],
    *,
    status: int = 200,
) -> Response[Any]:
    card = await person_card(work, operator, person_id)
    found = await find_people(work, operator, form.command.words) if form.command else None
    known = None if found is None else [one for one in found if one.codice_fiscale and one.id != person_id]
    return page(request, "linking/search.html", status=status, form=form, card=card, people=known)

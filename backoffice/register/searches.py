"""Searches of the register of transactions. What is typed is posted: no name and no code ever stands in an address."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.actions.register.search_register import SearchRegister, search_register
from domain.access.queries.register.register_search import register_search
from domain.access.terms import TransactionStep, Way
from domain.kernel.roles import Role
from web.access import operator
from web.forms import Form, bind, show
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

WAYS = (Way.SPID, Way.CIE, Way.EIDAS, Way.ENTE)


class RegisterSearchController(Controller):
    """Searching: each search is written down with its reason, before it answers."""

    path = "/registro"

    @get("/", name="register", **operator(Role.AUDITOR))
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form."""
        return _form(request, show())

    @post("/ricerche", name="register.search", **operator(Role.AUDITOR))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Note the search; its answers have a page of their own."""
        form = await bind(request, SearchRegister)
        if form.command is None:
            return _form(request, form, status=422)
        return see_other(request, f"/registro/ricerche/{await search_register(work, operator, form.command)}")

    @get("/ricerche/{search_id:uuid}", name="register.results", **operator(Role.AUDITOR))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, search_id: FromPath[UUID]
    ) -> Response[Any]:
        """The answers, for an hour."""
        found = await register_search(work, operator, search_id, page_number(request))
        pages = PageLinks(found.number, found.pages, f"/registro/ricerche/{search_id}", {})
        return page(request, "register/results.html", rows=found.items, total=found.total, pages=pages)


def _form(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[Any]:
    return page(
        request,
        "register/search.html",
        status=status,
        form=form,
        ways=[(way.value, sentence(way.label)) for way in WAYS],
        steps=[(step.value, sentence(step.label)) for step in TransactionStep],
    )

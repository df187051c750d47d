"""My delegations: those given, those received, and giving a new one."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.actions.grant_delegation import grant_delegation
from domain.access.queries.delegations import delegation_row, own_delegations
from domain.kernel.refusals import Invalid
from portal.delegations.grant_form import grant_page, sent_grant
from portal.delegations.shown import shown_delegations
from web.access import CITIZEN
from web.forms import show
from web.rendering import page, see_other
from web.work import CurrentCitizen, Work

DONE = frozenset({"data", "accettata", "rifiutata", "tolta"})


class DelegationController(Controller):
    """The delegations of a citizen."""

    path = "/deleghe"

    @get("/", name="delegation.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """What waits for an answer first; then those that count, and the history."""
        rows = await shown_delegations(work, citizen, await own_delegations(work, citizen))
        done = request.query_params.get("fatto", "")
        return page(request, "delegations/list.html", rows=rows, done=done if done in DONE else "")

    @get("/nuova", name="delegation.new", **CITIZEN)
    async def new(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """To whom, for what, until when."""
        return await grant_page(request, work, citizen, show({"delegate_kind": "person", "scope": "all"}))

    @post("/", name="delegation.create", **CITIZEN)
    async def create(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[Any]:
        """Offer it; the answer does not tell whether we know the other person."""
        form = await sent_grant(request, work, citizen)
        if form.command is not None:
            try:
                await grant_delegation(work, citizen, form.command)
                return see_other(request, "/deleghe?fatto=data")
            except Invalid as refusal:
                await work.discard()
                form.refuse(refusal)
        return await grant_page(request, work, citizen, form, status=422)

    @get("/{delegation_id:uuid}", name="delegation.show", **CITIZEN)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, delegation_id: FromPath[UUID]
    ) -> Response[str]:
        """One of them, and what can be done with it."""
        rows = await shown_delegations(work, citizen, [await delegation_row(work, citizen, delegation_id)])
        return page(request, "delegations/show.html", one=rows[0])

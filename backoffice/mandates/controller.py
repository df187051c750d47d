"""The mandates of the operator's body: the list, and writing down one signed on paper."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.access.actions.record_mandate import RecordMandate, record_mandate
from domain.access.queries.delegations import mandates_of
from domain.access.refusals import UnknownPerson
from domain.access.terms import DelegationScope
from domain.kernel.refusals import Invalid
from domain.kernel.roles import Role
from web.access import operator
from web.forms import Form, bind, dates_and_file, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

DONE = frozenset({"nuovo", "accettato", "finito"})


class MandateController(Controller):
    """The people for whom the body acts."""

    path = "/mandati"

    @get("/", name="mandates", **operator(Role.THIRD_SECTOR))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """What waits, what counts, what is over."""
        done = request.query_params.get("fatto", "")
        found = await mandates_of(work, operator)
        return page(request, "mandates/list.html", mandates=found, done=done if done in DONE else "")

    @get("/nuovo", name="mandate.new", **operator(Role.THIRD_SECTOR))
    async def new(self, request: Request[Any, Any, Any], work: Work) -> Response[Any]:
        """The form for a mandate on paper."""
        return _new_page(request, show({"starts_on": work.today, "mandate_on": work.today}))

    @post("/", name="mandate.create", **operator(Role.THIRD_SECTOR))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Write it down: it counts at once, and the person is told."""
        sent = await dates_and_file(request, file="file")
        form = await bind(request, RecordMandate, scope=DelegationScope.ALL, **sent)
        if "content" in form.errors:
            form.errors["file"] = form.errors.pop("content")
        if form.command is not None:
            try:
                await record_mandate(work, operator, form.command)
                return see_other(request, "/mandati?fatto=nuovo")
            except UnknownPerson as refusal:
                await work.discard()
                form.errors["codice_fiscale"] = sentence(refusal.message)
            except Invalid as refusal:
                await work.discard()
                form.refuse(refusal)
        return _new_page(request, form, status=422)


def _new_page(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[Any]:
    return page(request, "mandates/new.html", status=status, form=form)

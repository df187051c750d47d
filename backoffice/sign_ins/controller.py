"""Who came in, who was kept out, what happened to credentials."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.datastructures import MultiDict
from pydantic import ValidationError

from backoffice.sign_ins.file import as_file
from domain.access.actions.sessions.export_sign_ins import export_sign_ins
from domain.access.queries.sessions.sign_ins import SignInFilter, operators_in_journal, sign_ins
from domain.access.terms import SignInOutcome
from domain.kernel.roles import ADMIN_ROLES
from web.access import operator
from web.downloads import download
from web.forms import bind, show
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/amministrazione/accessi"
FIELDS = ("operator_id", "outcome", "starts_on", "ends_on")


class SignInJournalController(Controller):
    """The journal."""

    path = PATH

    @get("/", name="sign_ins", **operator(*ADMIN_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """A page of it, filtered by operator, outcome and days."""
        typed = _typed(request.query_params)
        wanted = _filter(typed)
        found = await sign_ins(work, operator, wanted, page_number(request))
        return page(
            request,
            "sign_ins/list.html",
            form=show(typed),
            filters=typed,
            rows=found.items,
            total=found.total,
            pages=PageLinks(found.number, found.pages, PATH, typed),
            operators=[(str(key), name) for key, name in await operators_in_journal(work, operator)],
            outcomes=[(one.value, sentence(one.label)) for one in SignInOutcome],
        )

    @post("/esportazione", name="sign_ins.export", status_code=200, **operator(*ADMIN_ROLES, fresh=True))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The same lines as a file; that it left is written down."""
        form = await bind(request, SignInFilter)
        if form.command is None:
            return see_other(request, PATH)
        rows = await export_sign_ins(work, operator, form.command)
        return download(as_file(rows), f"accessi-{work.today.isoformat()}.csv", "text/csv; charset=utf-8")


def _typed(query: MultiDict[Any]) -> dict[str, str]:
    return {name: str(query[name]) for name in FIELDS if query.get(name)}


def _filter(typed: dict[str, str]) -> SignInFilter:
    """What makes no sense filters nothing."""
    try:
        return SignInFilter.model_validate(typed)
    except ValidationError as wrong:
        for problem in wrong.errors():
            typed.pop(str(problem["loc"][0]), None)
        return SignInFilter.model_validate(typed)

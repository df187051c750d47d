"""How the decisions of the ente are appealed, for its letters."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.examination.filters import PATH
from domain.intake.actions.examination.write_appeal_words import WriteAppealWords, write_appeal_words
from domain.intake.queries.examination.appeal_words import appeal_words
from domain.intake.queries.letters.opening_counts import opening_counts
from domain.kernel.roles import ADMIN_ROLES, Role
from web.access import operator
from web.forms import attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

WRITERS = (Role.OFFICE_HEAD, *ADMIN_ROLES)


class AppealWordsController(Controller):
    """One text for the ente."""

    path = f"{PATH}/ricorso"

    @get("/", name="examination.appeal.edit", **operator(*WRITERS))
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """As the letters print it now."""
        counts = await opening_counts(work, operator.ente_id)
        form = show({"text": await appeal_words(work, operator.ente_id), "is_received_on_opening": counts})
        done = request.query_params.get("fatto") == "si"
        return page(request, "examination/appeal.html", form=form, done=done)

    @post("/", name="examination.appeal.update", **operator(*WRITERS))
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Write it anew."""
        form = await bind(request, WriteAppealWords)
        if await attempt(work, operator, form, write_appeal_words, "text"):
            return see_other(request, f"{PATH}/ricorso?fatto=si")
        return page(request, "examination/appeal.html", status=422, form=form, done=False)

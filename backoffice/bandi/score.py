"""The points of one application: how they were counted, and correcting an answer on which they hang."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.intake.actions.bandi.correct_answer import CorrectAnswer, correct_answer
from domain.intake.queries.bandi.scores_of import CorrectableAnswer, application_score, correctable_answers
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.locale import language_code
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

OWN_NAMES = frozenset({"question", "reason"})


class ScoreController(Controller):
    """Criterion by criterion."""

    path = "/domande/{application_id:uuid}/punti"

    @get("/", name="application.score", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """The points, why they are these, and the answers that can be corrected; ``risposta`` opens one."""
        return await _page(request, work, operator, application_id, show())

    @post("/", name="application.score.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Correct an answer with the reason; the points are counted again."""
        sent = await typed(request)
        values = {name: value for name, value in sent.values.items() if name not in OWN_NAMES}
        form = await bind(request, CorrectAnswer, application_id=application_id, values=values)
        if await attempt(work, operator, form, correct_answer, "reason"):
            return see_other(request, f"/domande/{application_id}/punti?fatto=corretta")
        return await _page(request, work, operator, application_id, form, status=422)


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    application_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    sheet = await application_score(work, operator, application_id)
    answers = await correctable_answers(work, operator, application_id, language_code())
    return page(
        request,
        "bandi/score.html",
        status=status,
        form=form,
        sheet=sheet,
        answers=answers,
        chosen=_chosen(answers, str(form.value("question")) or request.query_params.get("risposta", "")),
        application={"id": application_id},
        is_for_self=False,
        is_corrected=request.query_params.get("fatto") == "corretta",
    )


def _chosen(answers: list[CorrectableAnswer], key: str) -> CorrectableAnswer | None:
    return next((one for one in answers if one.field.key == key), None)

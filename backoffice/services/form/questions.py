"""A question of a form that is being written: first its kind, then a page with what that kind needs."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.services.form.conditions import condition_sent
from backoffice.services.form.question_page import changed_page, columns_sent, new_page
from backoffice.services.paths import DRAFT, draft_path
from domain.catalogue.actions.designing.add_draft_question import AddDraftQuestion, add_draft_question
from domain.catalogue.actions.designing.change_draft_question import ChangeDraftQuestion, change_draft_question
from domain.catalogue.queries.service_draft import DESIGN_ROLES
from web.access import operator
from web.forms import attempt, bind, typed
from web.rendering import see_other
from web.work import CurrentOperator, Work


class DraftQuestionController(Controller):
    """One page for a question."""

    path = f"{DRAFT}/domande"

    @get("/nuova", name="draft_question.new", **operator(*DESIGN_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """Which kind, or the form for one of the kind that was chosen."""
        step_key = str(request.query_params.get("passo", ""))
        kind = str(request.query_params.get("tipo", ""))
        return await new_page(request, work, operator, draft_id, step_key, kind)

    @post("/", name="draft_question.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """Add it at the end of its page."""
        sent = await typed(request)
        more = {"condition": condition_sent(sent), "columns": columns_sent(sent)}
        form = await bind(request, AddDraftQuestion, draft_id=draft_id, **more)
        if await attempt(work, operator, form, add_draft_question, "label"):
            return see_other(request, draft_path(draft_id, "#modulo"))
        step_key, kind = str(sent.value("step_key")), str(sent.value("kind"))
        return await new_page(request, work, operator, draft_id, step_key, kind, form)

    @get("/{question_key:str}", name="draft_question", **operator(*DESIGN_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        draft_id: FromPath[UUID],
        question_key: FromPath[str],
    ) -> Response[Any]:
        """What it asks so far."""
        return await changed_page(request, work, operator, draft_id, question_key)

    @post("/{question_key:str}", name="draft_question.update", **operator(*DESIGN_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        draft_id: FromPath[UUID],
        question_key: FromPath[str],
    ) -> Response[Any]:
        """Other words, answers, bounds, or another condition."""
        sent = await typed(request)
        more = {"condition": condition_sent(sent), "columns": columns_sent(sent)}
        form = await bind(request, ChangeDraftQuestion, draft_id=draft_id, question_key=question_key, **more)
        if await attempt(work, operator, form, change_draft_question, "label"):
            return see_other(request, draft_path(draft_id, "#modulo"))
        return await changed_page(request, work, operator, draft_id, question_key, form)

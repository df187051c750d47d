"""A page of questions of a form that is being written."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.services.form.conditions import condition_choices, condition_sent, condition_values
from backoffice.services.paths import DRAFT, draft_path
from domain.catalogue.actions.designing.add_draft_step import AddDraftStep, add_draft_step
from domain.catalogue.actions.designing.change_draft_step import ChangeDraftStep, change_draft_step
from domain.catalogue.queries.service_draft import DESIGN_ROLES, asked_before, service_draft, step_at
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class DraftStepController(Controller):
    """Its title, what stands above the questions, and when it is shown."""

    path = f"{DRAFT}/passi"

    @get("/nuovo", name="draft_step.new", **operator(*DESIGN_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """The form for a page that comes last."""
        return await _page(request, work, operator, draft_id, None, None)

    @post("/", name="draft_step.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """Add it."""
        form = await bind(request, AddDraftStep, draft_id=draft_id)
        if await attempt(work, operator, form, add_draft_step, "title"):
            return see_other(request, draft_path(draft_id, "#modulo"))
        return await _page(request, work, operator, draft_id, None, form, status=422)

    @get("/{step_key:str}", name="draft_step", **operator(*DESIGN_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        draft_id: FromPath[UUID],
        step_key: FromPath[str],
    ) -> Response[Any]:
        """What it says so far."""
        return await _page(request, work, operator, draft_id, step_key, None)

    @post("/{step_key:str}", name="draft_step.update", **operator(*DESIGN_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        draft_id: FromPath[UUID],
        step_key: FromPath[str],
    ) -> Response[Any]:
        """Other words, or another condition."""
        condition = condition_sent(await typed(request))
        form = await bind(request, ChangeDraftStep, draft_id=draft_id, step_key=step_key, condition=condition)
        if await attempt(work, operator, form, change_draft_step, "title"):
            return see_other(request, draft_path(draft_id, "#modulo"))
        return await _page(request, work, operator, draft_id, step_key, form, status=422)


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    draft_id: UUID,
    step_key: str | None,
    form: Form[Any] | None,
    *,
    status: int = 200,
) -> Response[Any]:
    draft = await service_draft(work, operator, draft_id)
    step = step_at(draft.form, step_key) if step_key else None
    before = asked_before(draft.form, step.key) if step else ()
    only_if = step.only_if if step else None
    known: dict[str, Any] = {"seen_revision": draft.revision} | condition_values(only_if, before)
    if step:
        known |= {"title": step.title.in_("it"), "intro": step.intro.in_("it") if step.intro else None}
    return page(
        request,
        "services/form/step.html",
        status=status,
        draft=draft,
        step=step,
        form=form or show(known),
        **condition_choices(only_if, before),
    )

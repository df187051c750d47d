"""The requirements of a service that is being written."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.services.form.conditions import condition_sent
from backoffice.services.paths import DRAFT, draft_path
from backoffice.services.requirements.pages import list_page, one_page
from domain.catalogue.actions.designing.add_draft_requirement import AddDraftRequirement, add_draft_requirement
from domain.catalogue.actions.designing.change_draft_requirement import (
    ChangeDraftRequirement,
    change_draft_requirement,
)
from domain.catalogue.queries.service_draft import DESIGN_ROLES
from web.access import operator
from web.forms import attempt, bind, typed
from web.rendering import see_other
from web.work import CurrentOperator, Work


class DraftRequirementController(Controller):
    """One page with all of them, one page for each."""

    path = f"{DRAFT}/requisiti"

    @get("/", name="draft_requirements", **operator(*DESIGN_ROLES))
    async def list(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """In their order, with boxes to try them."""
        return await list_page(request, work, operator, draft_id)

    @get("/nuovo", name="draft_requirement.new", **operator(*DESIGN_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """The boxes for one more."""
        return await one_page(request, work, operator, draft_id)

    @post("/", name="draft_requirement.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """Add it at the end."""
        condition = condition_sent(await typed(request))
        form = await bind(request, AddDraftRequirement, draft_id=draft_id, condition=condition)
        if await attempt(work, operator, form, add_draft_requirement, "sentence"):
            return see_other(request, draft_path(draft_id, "/requisiti"))
        return await one_page(request, work, operator, draft_id, form=form)

    @get("/{requirement_key:str}", name="draft_requirement", **operator(*DESIGN_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        draft_id: FromPath[UUID],
        requirement_key: FromPath[str],
    ) -> Response[Any]:
        """What it says so far."""
        return await one_page(request, work, operator, draft_id, requirement_key)

    @post("/{requirement_key:str}", name="draft_requirement.update", **operator(*DESIGN_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        draft_id: FromPath[UUID],
        requirement_key: FromPath[str],
    ) -> Response[Any]:
        """Other words, or another condition."""
        fixed = {"draft_id": draft_id, "requirement_key": requirement_key}
        form = await bind(request, ChangeDraftRequirement, condition=condition_sent(await typed(request)), **fixed)
        if await attempt(work, operator, form, change_draft_requirement, "sentence"):
            return see_other(request, draft_path(draft_id, "/requisiti"))
        return await one_page(request, work, operator, draft_id, requirement_key, form)

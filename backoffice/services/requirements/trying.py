"""Requirements of a draft are taken out, and tried on facts that somebody types; nothing of it is kept."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.services.paths import DRAFT, draft_path
from backoffice.services.requirements.pages import list_page
from domain.catalogue.actions.designing.remove_draft_requirement import (
    RemoveDraftRequirement,
    remove_draft_requirement,
)
from domain.catalogue.queries.service_draft import DESIGN_ROLES
from web.access import operator
from web.forms import attempt, bind, typed
from web.rendering import see_other
from web.work import CurrentOperator, Work


class RequirementTrialController(Controller):
    """What would they say of somebody like this?"""

    path = f"{DRAFT}/requisiti/prove"

    @post("/", name="draft_requirement_trial.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """The list again, each requirement with its outcome."""
        return await list_page(request, work, operator, draft_id, await typed(request))


class RequirementRemovalController(Controller):
    """A requirement goes."""

    path = f"{DRAFT}/requisiti/{{requirement_key:str}}/rimozione"

    @post("/", name="draft_requirement_removal.create", **operator(*DESIGN_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        draft_id: FromPath[UUID],
        requirement_key: FromPath[str],
    ) -> Response[Any]:
        """Out of the draft, not out of the versions that were published."""
        form = await bind(request, RemoveDraftRequirement, draft_id=draft_id, requirement_key=requirement_key)
        if await attempt(work, operator, form, remove_draft_requirement, "sentence"):
            return see_other(request, draft_path(draft_id, "/requisiti"))
        return await list_page(request, work, operator, draft_id, form)

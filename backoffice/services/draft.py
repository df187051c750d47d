"""A draft of a service."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.services.draft_page import draft_page
from backoffice.services.paths import DRAFT, PATH, draft_path
from domain.catalogue.actions.designing.discard_draft import DiscardDraft, discard_draft
from domain.catalogue.actions.designing.move_draft_part import MoveDraftPart, move_draft_part
from domain.catalogue.actions.designing.remove_draft_part import RemoveDraftPart, remove_draft_part
from domain.catalogue.queries.service_draft import DESIGN_ROLES
from web.access import operator
from web.forms import attempt, bind
from web.rendering import see_other
from web.work import CurrentOperator, Work


class ServiceDraftController(Controller):
    """What is being written, on one page."""

    path = DRAFT

    @get("/", name="service_draft", **operator(*DESIGN_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """What is missing, the card, the pages of questions."""
        return await draft_page(request, work, operator, draft_id)

    @post("/eliminazione", name="service_draft.delete", **operator(*DESIGN_ROLES))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """Throw it away; what is in force stays."""
        form = await bind(request, DiscardDraft, draft_id=draft_id)
        if await attempt(work, operator, form, discard_draft, "part"):
            return see_other(request, PATH)
        return await draft_page(request, work, operator, draft_id, form, status=422)


class DraftMoveController(Controller):
    """Pages and questions change places."""

    path = f"{DRAFT}/spostamenti"

    @post("/", name="draft_move.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """One place up or down."""
        form = await bind(request, MoveDraftPart, draft_id=draft_id)
        if await attempt(work, operator, form, move_draft_part, "part"):
            return see_other(request, draft_path(draft_id, "#modulo"))
        return await draft_page(request, work, operator, draft_id, form, status=422)


class DraftRemovalController(Controller):
    """Pages and questions go."""

    path = f"{DRAFT}/rimozioni"

    @post("/", name="draft_removal.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """Out of the form, not out of the versions that were published."""
        form = await bind(request, RemoveDraftPart, draft_id=draft_id)
        if await attempt(work, operator, form, remove_draft_part, "part"):
            return see_other(request, draft_path(draft_id, "#modulo"))
        return await draft_page(request, work, operator, draft_id, form, status=422)

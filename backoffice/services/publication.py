"""A draft goes into force, after somebody has said yes."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.services.draft_page import draft_page, procedure_name
from backoffice.services.paths import DRAFT, PATH
from domain.catalogue.actions.designing.publish_draft import PublishDraft, publish_draft
from domain.catalogue.queries.benefits import benefit_named
from domain.catalogue.queries.service_draft import DESIGN_ROLES, service_draft
from web.access import operator
from web.forms import attempt, bind
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class DraftPublicationController(Controller):
    """From that moment who asks for the service finds the new form."""

    path = f"{DRAFT}/pubblicazione"

    @get("/", name="draft_publication.new", **operator(*DESIGN_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """What will be published; what is not whole is shown on the page of the draft."""
        draft = await service_draft(work, operator, draft_id)
        if draft.missing or draft.faults:
            return await draft_page(request, work, operator, draft_id)
        benefit = await benefit_named(work, draft.ente_id, draft.benefit_code)
        procedure = await procedure_name(work, draft)
        return page(request, "services/publication.html", draft=draft, benefit=benefit, procedure=procedure)

    @post("/", name="draft_publication.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """Publish it."""
        form = await bind(request, PublishDraft, draft_id=draft_id)
        if await attempt(work, operator, form, publish_draft, "part"):
            return see_other(request, f"{PATH}?pubblicato=1")
        return await draft_page(request, work, operator, draft_id, form, status=422)

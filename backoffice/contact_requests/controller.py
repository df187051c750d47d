"""Who has asked to be called back, without signing in."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.intake.actions.contact_requests.finish_contact_request import finish_contact_request
from domain.intake.actions.contact_requests.take_contact_request import take_contact_request
from domain.intake.queries.contact_requests import contact_requests
from domain.kernel.languages import BY_CODE
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/richiamate"
DONE = "fatte"


class ContactRequestController(Controller):
    """The list, and who does what."""

    path = PATH

    @get("/", name="contact_requests", **operator(*DESK_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Those that wait, the oldest first; with ``vista=fatte`` those answered."""
        is_done = request.query_params.get("vista") == DONE
        found = await contact_requests(work, operator, is_done=is_done, page=page_number(request))
        return page(
            request,
            "contact_requests/list.html",
            rows=found.items,
            is_done=is_done,
            pages=PageLinks(found.number, found.pages, PATH, {"vista": DONE} if is_done else {}),
            languages=BY_CODE,
        )

    @post("/{request_id:uuid}/incarico", name="contact_request.take", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, request_id: FromPath[UUID]
    ) -> Response[Any]:
        """I call this person."""
        await take_contact_request(work, operator, request_id)
        return see_other(request, PATH)

    @post("/{request_id:uuid}/esito", name="contact_request.finish", **operator(*DESK_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, request_id: FromPath[UUID]
    ) -> Response[Any]:
        """Answered."""
        await finish_contact_request(work, operator, request_id)
        return see_other(request, PATH)

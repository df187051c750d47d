"""All the documents of the citizen, and of the people for whom the citizen acts."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from portal.documents.list_page import PATH, papers_page
from web.access import CITIZEN
from web.work import CurrentCitizen, Work


class PaperController(Controller):
    """What they sent, and what we gave them."""

    path = PATH

    @get("/", name="paper.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """One's own."""
        return await papers_page(request, work, citizen, citizen.person_id)

    @get("/{person_id:uuid}", name="paper.show", **CITIZEN)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, person_id: FromPath[UUID]
    ) -> Response[str]:
        """Those of somebody for whom the citizen acts: all by law, those in scope by delegation."""
        return await papers_page(request, work, citizen, person_id)

"""The coat of arms of the ente whose portal this is."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from domain.documents.actions.open_file import open_file
from domain.kernel.refusals import NotFound
from domain.organization.queries.enti import ente
from web.access import PUBLIC
from web.work import CurrentVisit, Work

CACHE = "public, max-age=86400, immutable"


class LogoController(Controller):
    """Only the logo of this portal's ente: the address of any other file leads nowhere."""

    path = "/logo"

    @get("/{address:str}", name="logo.show", **PUBLIC)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, address: FromPath[str]
    ) -> Response[bytes]:
        """The picture."""
        found = await ente(work, visit.site.ente_id)
        if not address or address != found.logo_address:
            raise NotFound
        return Response(
            await open_file(address), media_type=found.logo_media_type or "image/png", headers={"Cache-Control": CACHE}
        )

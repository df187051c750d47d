"""A link from an e-mail: exchanged for a cookie at once, so that its secret leaves the address of the page."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.entry.arrival import arrive
from domain.access.actions.entry.begin_entry import OperatorArrival
from domain.access.actions.links.open_link import OpenLink, open_link
from domain.access.refusals import LinkOver
from domain.access.terms import LinkPurpose
from web.access import PUBLIC
from web.rendering import page


class LinkController(Controller):
    """Invitations, and links for another password."""

    @get("/invito/{token:str}", name="invitation", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any], token: FromPath[str]) -> Response[Any]:
        """An invitation."""
        return await _open(request, OpenLink(token=token, purpose=LinkPurpose.INVITATION))

    @get("/accedi/nuova-password/{token:str}", name="password.link", **PUBLIC)
    async def edit(self, request: Request[Any, Any, Any], token: FromPath[str]) -> Response[Any]:
        """Another password."""
        return await _open(request, OpenLink(token=token, purpose=LinkPurpose.PASSWORD))


async def _open(request: Request[Any, Any, Any], command: OpenLink) -> Response[Any]:
    try:
        entry_token = await open_link(command, bind=request.app.state.get("bind"))
        answer = await arrive(request, OperatorArrival(entry_token, is_inside=False), "/")
    except LinkOver:
        answer = page(request, "invitation/over.html", status=404, purpose=command.purpose.value)
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer

"""Help for operators."""

from typing import Any

from litestar import Controller, Request, Response, get

from web.access import PUBLIC
from web.rendering import page


class HelpController(Controller):
    """The help page."""

    path = "/aiuto"

    @get("/", name="help", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Keys, and what to do when something does not work."""
        return page(request, "help/show.html")

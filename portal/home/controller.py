"""What do you need? The first page."""

from typing import Any

from litestar import Controller, Request, Response, get

from web.access import PUBLIC
from web.rendering import page


class HomeController(Controller):
    """The first page of the portal."""

    path = "/"

    @get("/", name="home", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any]) -> Response[str]:
        """Routes people by what they need, not by offices."""
        return page(request, "home/show.html")

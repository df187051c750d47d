"""Sign in with a digital identity."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromQuery
from litestar.response import Redirect

from domain.access.queries.other_ways_in import card_address
from portal.sign_in.paths import return_path
from portal.sign_in.ways import open_ways
from web.access import PUBLIC
from web.rendering import page
from web.work import CurrentVisit


class SignInController(Controller):
    """The ways in."""

    path = "/accedi"

    @get("/", name="sign_in.show", **PUBLIC)
    async def show(
        self, request: Request[Any, Any, Any], visit: CurrentVisit, next: FromQuery[str] = ""
    ) -> Response[Any]:
        """Which identities open the door; who is in with one already goes on."""
        path = return_path(next)
        if visit.signed_in is not None and visit.signed_in.has_full_level:
            return Redirect(path, status_code=303)
        return page(
            request,
            "sign_in/show.html",
            next=path,
            ways=await open_ways(request, path),
            card_address=card_address(),
            is_asked_for=path.startswith("/domande"),
        )

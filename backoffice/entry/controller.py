"""The step that is due, and the way in when none is."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.entry.arrival import AGAIN, PATH, go_on, secret_page, token_of
from domain.access.queries.credentials.operator_credentials import operator_credentials
from domain.access.queries.credentials.operator_entry import operator_entry
from domain.kernel.actor import System
from domain.platform.work import unit_of_work
from web.access import PUBLIC
from web.forms import show


class EntryController(Controller):
    """Half-way in."""

    path = PATH
    exception_handlers = AGAIN

    @get("/", name="entry", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """What comes next."""
        async with unit_of_work(System("entry"), read_only=True, bind=request.app.state.get("bind")) as work:
            entry = await operator_entry(work, token_of(request))
            card = await operator_credentials(work, entry.operator_id)
        return secret_page(request, f"entry/{entry.step}.html", form=show(), card=card, is_first=not card.has_password)

    @post("/fine", name="entry.finish", **PUBLIC)
    async def update(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """In."""
        return await go_on(request)

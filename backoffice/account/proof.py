"""One's own credentials change only after a proof of its own: a sign-in just now is not enough."""

from typing import Any
from urllib.parse import quote

from litestar import Request, Response

from backoffice.proof.asking import PATH, session_of
from domain.access.queries.credentials.session_proof import is_proved_again
from domain.kernel.actor import System
from domain.platform.work import unit_of_work
from web.rendering import see_other

HOME = "/il-mio-accesso"

__all__ = ["HOME", "ask_for_proof", "session_of"]


async def ask_for_proof(request: Request[Any, Any, Any]) -> Response[Any] | None:
    """A hook for ``before_request``: who has not just proved who they are does it first, and comes back."""
    async with unit_of_work(System("proof"), read_only=True, bind=request.app.state.get("bind")) as work:
        if await is_proved_again(work, session_of(request)[0]):
            return None
    back = request.url.path if request.method == "GET" else HOME
    return see_other(request, f"{PATH}?next={quote(back)}")

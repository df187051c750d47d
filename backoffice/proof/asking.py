"""The page that asks once more who is there, with everything that was typed before it, so that nothing is lost."""

from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from litestar import Request, Response

from domain.access.queries.credentials.operator_credentials import operator_credentials
from domain.access.queries.credentials.session_proof import session_origin
from domain.kernel.actor import Operator, System
from domain.platform.work import unit_of_work
from web.forms import Form, Typed, show, typed
from web.paths import local_path
from web.rendering import page, see_other
from web.requests import htmx
from web.visit import visit_of

PATH = "/conferma"
OWN_FIELDS = ("proof_password", "proof_code", "answer")
"""What the page itself asks: never kept, never shown again."""


def session_of(request: Request[Any, Any, Any]) -> tuple[UUID, UUID]:
    """The session and the operator; the route's guard has made sure that there are both."""
    signed_in = visit_of(request).signed_in
    assert signed_in is not None
    assert isinstance(signed_in.actor, Operator)
    return signed_in.session_id, signed_in.actor.operator_id


async def ask_for_proof(request: Request[Any, Any, Any]) -> Response[Any]:
    """What a guard answers instead of something dangerous.

    Who wanted to read is sent to the page and comes back; who has typed something gets the page at once, which holds
    what was typed and sends it on afterwards.
    """
    target = _address(request)
    if request.method in ("GET", "HEAD"):
        return see_other(request, f"{PATH}?{urlencode({'next': target})}")
    if htmx.is_htmx(request):  # a part of a page cannot hold the whole one: first the proof, then the form again
        came_from = urlsplit(request.headers.get("referer", "")).path
        return see_other(request, f"{PATH}?{urlencode({'next': local_path(came_from)})}")
    kept = await typed(request)
    return await proof_page(request, show(), target, kept.values, status=403)


async def proof_page(
    request: Request[Any, Any, Any],
    form: Form[Any],
    target: str,
    kept: dict[str, Typed] | None = None,
    *,
    status: int = 200,
) -> Response[Any]:
    """The page. ``kept`` is what was typed for ``target``, to be posted there; None when ``target`` is only read."""
    session_id, operator_id = session_of(request)
    async with unit_of_work(System("proof"), read_only=True, bind=request.app.state.get("bind")) as work:
        card, origin = await operator_credentials(work, operator_id), await session_origin(work, session_id)
    asked = {"next": target} if kept is None else {"next": target, "again": "1"}
    answer = page(
        request,
        "proof/new.html",
        status=status,
        form=form,
        card=card,
        origin=origin,
        address=f"{PATH}?{urlencode(asked)}",
        by_passkey=f"{PATH}/passkey?{urlencode(asked)}",
        by_provider=f"{PATH}/identita?{urlencode(asked)}",
        kept=pairs_of(kept or {}),
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


def pairs_of(kept: dict[str, Typed]) -> list[tuple[str, str]]:
    """Every field as often as it was typed, without what this page asks itself."""
    return [
        (name, value)
        for name, values in kept.items()
        if name not in OWN_FIELDS
        for value in ([values] if isinstance(values, str) else values)
    ]


def _address(request: Request[Any, Any, Any]) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")

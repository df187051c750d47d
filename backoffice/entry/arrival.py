"""Where an operator goes who has shown something: in, or to the next step."""

from typing import Any

from litestar import Request, Response
from litestar.response import Redirect

from domain.access.actions.end_session import end_session
from domain.access.actions.entry.begin_entry import OperatorArrival
from domain.access.actions.entry.finish_entry import finish_entry
from domain.access.queries.credentials.operator_entry import operator_entry
from domain.access.refusals import EntryOver
from domain.access.terms import EntryStep, SessionEnd
from domain.kernel.actor import System
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from web.rendering import page, see_other
from web.sessions import cookie_name, ended_cookie, passing_cookie, session_cookie
from web.visit import visit_of

COOKIE = "ingresso"
SECONDS = 1800
PATH = "/ingresso"


def token_of(request: Request[Any, Any, Any]) -> str:
    """The token of the entry of this browser; one that opens nothing when there is none."""
    return request.cookies.get(cookie_name(COOKIE, settings()), "")


async def arrive(request: Request[Any, Any, Any], arrival: OperatorArrival, following: str) -> Response[Any]:
    """Go on to ``following`` inside, or to the next step."""
    if arrival.is_inside:
        return await _inside(request, arrival.token, following)
    answer = see_other(request, PATH)
    answer.set_cookie(passing_cookie(COOKIE, arrival.token, settings(), seconds=SECONDS))
    return answer


async def go_on(request: Request[Any, Any, Any]) -> Response[Any]:
    """After a step: to the next one, or in when it was the last. Refuses EntryOver, NoOfficeToday."""
    bind, token = request.app.state.get("bind"), token_of(request)
    async with unit_of_work(System("finish entry"), bind=bind) as work:
        if (await operator_entry(work, token)).step is not EntryStep.INSIDE:
            return see_other(request, PATH)
        finished = await finish_entry(work, token, device=request.headers.get("user-agent", ""))
    answer = await _inside(request, finished.token, finished.return_path)
    answer.set_cookie(ended_cookie(COOKIE, settings()))
    return answer


async def _inside(request: Request[Any, Any, Any], token: str, path: str) -> Response[Any]:
    """The new session takes the place of the one that this browser had, which opens nothing any more."""
    former = visit_of(request).signed_in
    if former is not None:
        async with unit_of_work(System("replace session"), bind=request.app.state.get("bind")) as work:
            await end_session(work, former.session_id, SessionEnd.REPLACED)
    answer = see_other(request, path)
    answer.set_cookie(session_cookie("backoffice", token, settings()))
    return answer


def secret_page(request: Request[Any, Any, Any], name: str, **context: Any) -> Response[Any]:
    """A page that no cache keeps."""
    answer = page(request, name, **context)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def begin_again(_request: Request[Any, Any, Any], _refusal: EntryOver) -> Response[Any]:
    """Too late, or in another browser: from the beginning."""
    return Redirect("/accedi", status_code=303)


AGAIN: Any = {EntryOver: begin_again}

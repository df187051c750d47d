"""The calendar file under a private address: read by a calendar program, which signs in nowhere."""

from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath

from domain.kernel.refusals import NotFound
from domain.scheduling.actions.feeds.read_feed import ReadFeed, read_feed
from web.access import PUBLIC

SUFFIX = ".ics"


@get("/calendari/{name:str}", name="calendar.file", **PUBLIC)
async def show_calendar(request: Request[Any, Any, Any], name: FromPath[str]) -> Response[Any]:
    """Whoever has the secret reads it; nobody keeps it on the way."""
    if not name.endswith(SUFFIX):
        raise NotFound
    content = await read_feed(ReadFeed(secret=name.removesuffix(SUFFIX)), bind=request.app.state.get("bind"))
    answer = Response(content, media_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer

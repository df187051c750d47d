"""What machines ask: is it alive, is it ready, how is it doing."""

from collections.abc import Awaitable, Callable
from hmac import compare_digest

from litestar import Request, Response, get
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from web.access import PUBLIC

Ready = Callable[[Request], Awaitable[list[str]]]
Measure = Callable[[Request], Awaitable[None]]


@get("/healthz", name="healthz", **PUBLIC)
async def healthz() -> str:
    """The process answers."""
    return "ok"


@get("/readyz", name="readyz", **PUBLIC)
async def readyz(request: Request) -> Response[str]:
    """The process can serve people: database, migrations, worker. 503 names what is missing."""
    ready: Ready = request.app.state["ready"]
    problems = await ready(request)
    return Response("\n".join(problems) or "ready", status_code=503 if problems else 200, media_type="text/plain")


@get("/metrics", name="metrics", **PUBLIC)
async def metrics(request: Request) -> Response[bytes]:
    """Counters for Prometheus, to whoever has the token; for everybody else the page does not exist."""
    token = settings().metrics_token.get_secret_value()
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not token or not compare_digest(given, token):
        raise NotFound
    measure: Measure | None = request.app.state.get("measure")
    if measure is not None:
        await measure(request)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

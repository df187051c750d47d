"""Puts a site together: the same middleware, errors, security and dependencies for both."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, get
from litestar.config.compression import CompressionConfig
from litestar.datastructures import State
from litestar.di import Provide
from litestar.middleware import DefineMiddleware
from litestar.params import FromPath

from domain.kernel.refusals import NotFound
from domain.platform.database import dispose
from domain.platform.observability import configure_logs, configure_traces
from domain.platform.readiness import problems
from domain.platform.settings import Settings, settings
from web import security, work
from web.access import PUBLIC
from web.body_limit import BodyLimit
from web.errors import HANDLERS
from web.health import healthz, metrics, readyz
from web.middleware import Surroundings, VisitMiddleware
from web.rendering import make_environment
from web.static_files import static_file

FORM_OVERHEAD = 1024 * 1024


@get("/{rest:path}", name="nowhere", **PUBLIC)
async def nowhere(rest: FromPath[str]) -> None:
    """Any address that leads nowhere: the page says so in the reader's language."""
    raise NotFound


COMPRESSION = CompressionConfig(
    backend="brotli",
    brotli_quality=5,
    brotli_gzip_fallback=True,
    minimum_size=400,
    exclude=["^/static/"],  # these lie compressed on the disk already
)
DEPENDENCIES = {
    "work": Provide(work.provide_work),
    "visit": Provide(work.provide_visit, sync_to_thread=False),
    "citizen": Provide(work.provide_citizen, sync_to_thread=False),
    "companion": Provide(work.provide_companion, sync_to_thread=False),
    "operator": Provide(work.provide_operator, sync_to_thread=False),
}


async def _ready(request: Request[Any, Any, Any]) -> list[str]:
    return await problems(bind=request.app.state.get("bind"))


@asynccontextmanager
async def _life(_app: Litestar) -> AsyncIterator[None]:
    configure_logs(as_json=settings().log_json)
    configure_traces(settings(), "web")
    yield
    await dispose()


def assemble(
    folder: Path,
    surroundings: Surroundings,
    handlers: Sequence[Any],
    chosen: Settings,
    *,
    at_start: Sequence[Callable[[Litestar], Awaitable[None]]] = (),
) -> Litestar:
    """The application whose screens are in ``folder``; ``at_start`` runs before the first request."""
    limit = chosen.upload_limit_bytes + FORM_OVERHEAD
    surroundings.settings = chosen
    return Litestar(
        [*handlers, healthz, readyz, metrics, static_file, nowhere],
        dependencies=DEPENDENCIES,
        middleware=[
            DefineMiddleware(VisitMiddleware, surroundings=surroundings),
            DefineMiddleware(BodyLimit, limit=limit),
        ],
        exception_handlers=HANDLERS,
        csrf_config=security.csrf(chosen, surroundings.name),
        compression_config=COMPRESSION,
        request_max_body_size=limit,
        openapi_config=None,
        lifespan=[_life],
        on_startup=list(at_start),
        state=State({"environment": make_environment(folder), "ready": _ready, "surroundings": surroundings}),
    )

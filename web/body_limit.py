"""Bodies that are too large are read to their end and thrown away: browsers show our answer, not a broken line."""

import time
from typing import Any

from litestar.exceptions import HTTPException
from litestar.types import ASGIApp, Receive, Scope, Send

from domain.platform.settings import settings

DRAIN_SECONDS = 120


def largest_bytes() -> int:
    """How large a file may be."""
    return settings().upload_limit_bytes


def largest_megabytes() -> int:
    """The same in megabytes, as people read them."""
    return largest_bytes() // (1024 * 1024)


class BodyTooLarge(HTTPException):
    """The request is larger than the site takes (413)."""

    status_code = 413


class BodyLimit:
    """Refuses requests whose declared length is over ``limit`` bytes."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app, self.limit = app, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request, or refuse it with 413."""
        if scope["type"] == "http" and _length(scope) > self.limit:
            await _drain(receive)
            raise BodyTooLarge
        await self.app(scope, receive, send)


def _length(scope: Any) -> int:
    declared = dict(scope["headers"]).get(b"content-length", b"0")
    return int(declared) if declared.isdigit() else 0


async def _drain(receive: Receive) -> None:
    until = time.monotonic() + DRAIN_SECONDS
    while time.monotonic() < until:
        message: Any = await receive()
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            return

"""The request headers of htmx 4 that we read."""

from typing import Any

from litestar import Request


def is_htmx(request: Request[Any, Any, Any]) -> bool:
    """Whether htmx sent the request."""
    return request.headers.get("hx-request") == "true"


def wants_fragment(request: Request[Any, Any, Any]) -> bool:
    """Whether htmx wants a part of the page rather than the whole."""
    return is_htmx(request) and request.headers.get("hx-request-type") == "partial"

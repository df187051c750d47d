"""The token that ties a sign-in, on its way to a provider and back, to one browser."""

import re
import secrets
from typing import Any

from litestar import Request

_OURS = re.compile(r"[\w-]{43}", re.ASCII)


def browser_token(request: Request[Any, Any, Any], cookie: str) -> str:
    """What the browser brings back in ``cookie``; empty when it has none."""
    return request.cookies.get(cookie, "")


def browser_token_or_new(request: Request[Any, Any, Any], cookie: str) -> str:
    """The browser's token while it lives, so that several tabs may be on their way; else a new one.

    What does not look like one of ours is never taken over.
    """
    found = browser_token(request, cookie)
    return found if _OURS.fullmatch(found) else secrets.token_urlsafe(32)

"""The cookie that ties what is typed while booking to this browser."""

import secrets
from typing import Any

from litestar import Request, Response

from domain.platform.settings import settings
from web.sessions import cookie_name, passing_cookie

COOKIE, SECONDS = "prenotazione", 60 * 60


def draft_token(request: Request[Any, Any, Any]) -> str:
    """The token of this browser; empty when it has none."""
    return request.cookies.get(cookie_name(COOKIE, settings()), "")


def new_draft_token() -> str:
    """A token for a browser that begins."""
    return secrets.token_urlsafe(32)


def remembering(answer: Response[Any], token: str) -> Response[Any]:
    """The answer, with the cookie; an empty ``token`` takes it away."""
    answer.set_cookie(passing_cookie(COOKIE, token, settings(), seconds=SECONDS if token else 0))
    return answer

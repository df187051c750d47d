"""The cookie that remembers for some minutes which session has just ended here."""

from typing import Any

from litestar import Request
from litestar.datastructures import Cookie

from domain.platform.settings import Settings, settings

SECONDS = 600
PATH = "/uscita"


def exit_cookie(token: str, chosen: Settings) -> Cookie:
    """Carries the token of a session that opens nothing any more; an empty one takes the cookie away."""
    return Cookie(
        key=_name(chosen),
        value=token,
        path=PATH,
        httponly=True,
        samesite="lax",
        secure=chosen.secure_cookies,
        max_age=SECONDS if token else 0,
    )


def exit_token(request: Request[Any, Any, Any]) -> str:
    """The token of the session that ended; empty when there is none."""
    return request.cookies.get(_name(settings()), "")


def _name(chosen: Settings) -> str:
    return "__Secure-uscita" if chosen.secure_cookies else "uscita"

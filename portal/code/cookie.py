"""The short-lived cookie that ties a one-time code to the browser that asked for it."""

import secrets
from typing import Any

from litestar import Request

from domain.platform.settings import settings
from web.sessions import cookie_name

CODE_COOKIE = "codice"
CODE_SECONDS = 15 * 60


def code_browser_token(request: Request[Any, Any, Any]) -> str:
    """The token of this browser: the one it has, or a new one."""
    return asked_token(request) or secrets.token_urlsafe(32)


def asked_token(request: Request[Any, Any, Any]) -> str:
    """The token of a browser that has asked for a code lately; empty when it has not."""
    return request.cookies.get(cookie_name(CODE_COOKIE, settings()), "")

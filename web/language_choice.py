"""Choosing the language of the pages: kept in a cookie, the page stays the same."""

from typing import Any

from litestar import Request, Response, get
from litestar.datastructures import Cookie
from litestar.params import FromPath
from litestar.response import Redirect

from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from web.access import PUBLIC
from web.locale import COOKIE
from web.paths import local_path
from web.visit import visit_of

YEAR = 365 * 24 * 3600


@get("/lingua/{code:str}", name="language.choice", **PUBLIC)
async def choose_language(request: Request[Any, Any, Any], code: FromPath[str]) -> Response[Any]:
    """Go back to ``next`` in the language ``code``."""
    if code not in visit_of(request).site.languages:
        raise NotFound
    cookie = Cookie(
        key=COOKIE, value=code, max_age=YEAR, path="/", samesite="lax", secure=settings().secure_cookies, httponly=True
    )
    return Redirect(local_path(request.query_params.get("next")), status_code=303, cookies=[cookie])

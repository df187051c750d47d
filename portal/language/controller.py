"""Choose the language of the pages."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.datastructures import Cookie
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from web.access import PUBLIC
from web.locale import COOKIE
from web.paths import local_path
from web.work import CurrentVisit

YEAR = 365 * 24 * 3600


class LanguageController(Controller):
    """A link for each language: works without scripts, and remembers in a cookie of ours."""

    path = "/lingua"

    @get("/{code:str}", name="language.show", **PUBLIC)
    async def show(
        self, request: Request[Any, Any, Any], visit: CurrentVisit, code: FromPath[str], next: FromQuery[str] = "/"
    ) -> Response[Any]:
        """The same page in another language."""
        if code not in visit.site.languages:
            raise NotFound
        answer = Redirect(local_path(next, "/"), status_code=303, headers={"Cache-Control": "no-store"})
        answer.set_cookie(
            Cookie(
                key=COOKIE,
                value=code,
                path="/",
                max_age=YEAR,
                samesite="lax",
                httponly=True,
                secure=settings().secure_cookies,
            )
        )
        return answer

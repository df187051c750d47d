"""The letters that we have sent."""

from typing import Any

from litestar import Controller, Request, Response, get

from domain.correspondence.queries.letters_to import letters_to
from web.access import CITIZEN
from web.rendering import page
from web.work import CurrentCitizen, Work


class LetterController(Controller):
    """What we wrote, so that nobody must look for an e-mail."""

    path = "/area-personale/lettere"

    @get("/", name="letter.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """The latest first."""
        return page(request, "personal_area/letters.html", letters=await letters_to(work, citizen))

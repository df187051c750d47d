"""The letters of an application, where the day on which one is opened counts."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from domain.intake.actions.letters.open_letter import OpenLetter, open_letter
from web.access import CITIZEN
from web.rendering import see_other
from web.work import CurrentCitizen, Work


class LetterOpeningController(Controller):
    """A letter is opened."""

    path = "/domande/{application_id:uuid}/lettere/{document_id:uuid}/apertura"

    @post("/", name="application.letter.opening", **CITIZEN)
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        citizen: CurrentCitizen,
        application_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> Response[Any]:
        """Its day is written down, and the file comes."""
        await open_letter(work, citizen, OpenLetter(application_id=application_id, document_id=document_id))
        return see_other(request, f"/documenti/{document_id}")

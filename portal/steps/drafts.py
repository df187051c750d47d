"""A draft that saves itself when somebody leaves the page without pressing a button."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from portal.steps.saving import autosaved_cookie, save_step, sent_step
from web.access import CITIZEN_SAVING
from web.work import CurrentCitizen, Work


class DraftController(Controller):
    """What the page sends by itself; nobody reads the answer."""

    path = "/domande/{application_id:uuid}/bozza"

    @post("/", name="application.draft.save", status_code=204, **CITIZEN_SAVING)
    async def update(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[None]:
        """Keep what was typed so far. Never over what another window saved (409)."""
        sent = await sent_step(request)
        saved = await save_step(work, citizen, application_id, sent)
        answer: Response[None] = Response(None, status_code=204)
        answer.set_cookie(autosaved_cookie(sent.page, saved.application.version))
        return answer
